package io.domainflow.build;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The stories of the class above, with an account at CentralNic Reseller in place of HEXONET's. The
 * short build tells the main way of each process there: the stories that it tells in both readings.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StoryPlatform.class)
public @interface AtCnr {}
