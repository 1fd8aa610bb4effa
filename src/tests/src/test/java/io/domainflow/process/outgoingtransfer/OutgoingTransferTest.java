package io.domainflow.process.outgoingtransfer;

import io.domainflow.DomainflowTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** An application that notices requests for its names, and names that have left. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DomainflowTest
@TestPropertySource(
    properties = {
      "domainflow.transfer-watch.enabled=true",
      "domainflow.account-check.enabled=true"
    })
public @interface OutgoingTransferTest {}
