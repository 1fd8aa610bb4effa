package io.domainflow.security;

import io.domainflow.DomainflowTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * An application of its own for the tests of this package: they deploy processes and knock at every
 * door.
 */
@DomainflowTest
@Import({Probe.Configuration.class, TestProcess.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SecurityTest {}
