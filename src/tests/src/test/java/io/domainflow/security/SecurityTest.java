package io.domainflow.security;

import io.domainflow.DomainflowTest;
import io.domainflow.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A separate application for the tests of this package, which deploy processes and call every
 * endpoint.
 */
@DomainflowTest
@Import({Probe.Configuration.class, TestProcess.class, LateAnswer.class})
@TestPropertySource(
    properties = {
      "domainflow.api.requests-per-minute=" + SecurityTest.REQUESTS_PER_MINUTE,
      "domainflow.bodies.time=PT5S",
      "domainflow.health.port=0",
      // a list of 10,000 tasks is slow with another plan
      TestDatabase.PLANS_AS_DELIVERED + "=true"
    })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SecurityTest {

  /** More than any test of this package sends, except the one that counts them. */
  int REQUESTS_PER_MINUTE = 200;
}
