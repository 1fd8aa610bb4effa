package io.domainflow.build;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a story that runs only at HEXONET. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyAtIspapi {

  /** What CentralNic Reseller lacks, or does differently. */
  String value();
}
