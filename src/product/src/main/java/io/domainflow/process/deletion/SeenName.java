package io.domainflow.process.deletion;

import io.domainflow.order.progress.Deletion.Seen;
import io.domainflow.registrar.command.ReadDomain;

/** The state of a name to whose deletion somebody agrees. */
final class SeenName {

  private SeenName() {}

  static Seen of(ReadDomain.Result domain) {
    return new Seen(
        domain.createdAt(),
        domain.expiresAt(),
        domain.paidUntil(),
        domain.ownerContact(),
        domain.renewalMode().orElse(null));
  }
}
