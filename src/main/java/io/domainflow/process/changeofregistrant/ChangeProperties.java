package io.domainflow.process.changeofregistrant;

import io.domainflow.process.wait.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient a change of registrant is. What ICANN and the registrar set is in the decision
 * tables.
 *
 * @param firstLook when to look again while the registrar does not say yet how a change stands
 * @param lookEvery how often to look how a change stands; events of the registrar are noticed
 *     before
 * @param answerWithin how long an approver's question may stay without an answer
 */
@ConfigurationProperties("domainflow.change-of-registrant")
public record ChangeProperties(
    @DefaultValue("PT5M") Duration firstLook,
    @DefaultValue("PT6H") Duration lookEvery,
    @DefaultValue("P7D") Duration answerWithin) {

  /**
   * How patiently a change that the registrar has taken is waited for.
   *
   * @param askAfter how long until an operator is asked, by the terms of the change
   */
  Patience patience(Duration askAfter) {
    return new Patience(firstLook, lookEvery, askAfter);
  }
}
