package io.domainflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole application on a random port, with sandbox and demo users, on an empty PostgreSQL
 * database. Test classes without their own configuration share one running application; one with
 * its own configuration gets a separate one, and only one application exists at a time.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = DomainflowApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "domainflow.sandbox.enabled=true",
      // the registrar's own; what is told of names starts from it
      "domainflow.sandbox.renewal-mode=AUTORENEW",
      // many tests move the clock over days, and theirs are other stories
      "domainflow.account-check.enabled=false",
      "domainflow.transfer-watch.enabled=false",
      // calls that are never answered are many here, and each is waited for
      "domainflow.ispapi.connect-timeout=PT1S",
      "domainflow.ispapi.call-timeout=PT2S",
      "domainflow.ispapi.settle-time=PT5S",
      // left out of tests by default
      "management.prometheus.metrics.export.enabled=true",
      // nor need a receiver of webhooks that never answers
      "domainflow.webhooks.timeout=PT2S"
    })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {OneApplication.class, TestDatabase.class})
@TestExecutionListeners(listeners = OneApplication.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface DomainflowTest {}
