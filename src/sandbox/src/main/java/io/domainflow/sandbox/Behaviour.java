package io.domainflow.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a behaviour of the sandbox with the evidence for it. {@code docs/sandbox-coverage.md} is
 * generated from these marks.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Behaviour.List.class)
public @interface Behaviour {

  /** The behaviour, as a short sentence. */
  String value();

  /** The evidence for it. */
  Basis basis();

  /** The page or program that shows it; empty if invented. */
  String source() default "";

  /** What profile B does instead; required if inferred. */
  String profileB() default "";

  /** Container of several marks. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface List {
    /** The marks. */
    Behaviour[] value();
  }
}
