package io.domainflow.build;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leaves a test out of the short build, which reports it at its end. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LeftOut.class)
public @interface OnlyInFull {

  /** The test that checks the same promise in the short build, in a few words. */
  String value();
}
