package io.domainflow.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The statement that the registrants of this account have made the reseller their designated agent,
 * who may approve a change of registrant for them.
 *
 * @param attestedBy who says so
 * @param attestedAt when, to the second
 * @param termsVersion version of the terms that registrants agreed to
 */
public record DesignatedAgent(String attestedBy, Instant attestedAt, String termsVersion) {

  public DesignatedAgent {
    attestedAt = attestedAt.truncatedTo(ChronoUnit.SECONDS);
  }
}
