package io.domainflow.process.changeofregistrant;

import io.domainflow.process.wait.WaitIntervals;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for the waiting times of a change of registrant. The periods of ICANN and the registrar
 * are in the decision tables.
 *
 * @param firstLook when to check again while the registrar does not yet show the state of a change
 * @param lookEvery how often to check the state; events of the registrar are noticed earlier
 * @param answerWithin how long an approver's question may stay without an answer
 */
@ConfigurationProperties("domainflow.change-of-registrant")
public record ChangeProperties(
    @DefaultValue("PT5M") Duration firstLook,
    @DefaultValue("PT6H") Duration lookEvery,
    @DefaultValue("P7D") Duration answerWithin) {

  /**
   * How long a change that the registrar has accepted is waited for.
   *
   * @param askAfter how long until an operator is asked, by the terms of the change
   */
  WaitIntervals patience(Duration askAfter) {
    return new WaitIntervals(firstLook, lookEvery, askAfter);
  }
}
