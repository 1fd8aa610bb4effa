package io.domainflow.build;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The cases of a parameterized test say in which reading of the registrar each is tried, in the
 * parameter {@code profile}; the short build tries those of the first.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LeftOut.class)
public @interface FirstReading {}
