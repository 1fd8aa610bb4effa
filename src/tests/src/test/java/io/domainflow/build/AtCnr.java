package io.domainflow.build;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class that runs the stories of its superclass with an account at CentralNic Reseller
 * instead of HEXONET. There the short build runs the main path of each process: the stories that it
 * runs in both readings.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StoryPlatform.class)
public @interface AtCnr {}
