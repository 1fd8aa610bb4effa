package io.domainflow.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of one behaviour of the sandbox how well it is founded. {@code docs/sandbox-coverage.md} is
 * generated from these marks.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Behaviour.List.class)
public @interface Behaviour {

  /** The behaviour, as a short sentence. */
  String value();

  /** How well it is founded. */
  Basis basis();

  /** The page or program it was read from; empty when invented. */
  String source() default "";

  /** What profile B does instead; required when inferred. */
  String profileB() default "";

  /** Container of several marks. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface List {
    /** The marks. */
    Behaviour[] value();
  }
}
