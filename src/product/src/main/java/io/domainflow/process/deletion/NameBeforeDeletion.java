package io.domainflow.process.deletion;

import io.domainflow.order.progress.Deletion.NameState;
import io.domainflow.registrar.command.ReadDomain;

/** The state of a name to whose deletion somebody agrees. */
final class NameBeforeDeletion {

  private NameBeforeDeletion() {}

  static NameState of(ReadDomain.Result domain) {
    return new NameState(
        domain.createdAt(),
        domain.expiresAt(),
        domain.paidUntil(),
        domain.ownerContact(),
        domain.renewalMode().orElse(null));
  }
}
