package io.domainflow.build;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A story that is told twice, since the registrar's documentation can be read in two ways: with
 * profile A of the sandbox and with profile B, which is the method's only parameter. The short
 * build leaves out the second, except where the answers that a story gets differ.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ValueSource(strings = {"A", "B"})
@ExtendWith(LeftOut.class)
public @interface BothReadings {

  /** Whether the short build tells it in both readings, too. */
  boolean alwaysBoth() default false;
}
