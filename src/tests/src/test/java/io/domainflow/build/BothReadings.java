package io.domainflow.build;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Marks a story that runs twice, because the registrar's documentation can be read in two ways:
 * with profile A and with profile B of the sandbox; the profile is the method's only parameter. The
 * short build leaves out the second, except where the answers to the story differ.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ValueSource(strings = {"A", "B"})
@ExtendWith(LeftOut.class)
public @interface BothReadings {

  /** Whether the short build also runs it in both readings. */
  boolean alwaysBoth() default false;
}
