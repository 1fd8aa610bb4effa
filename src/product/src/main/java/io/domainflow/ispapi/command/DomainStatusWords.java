package io.domainflow.ispapi.command;

import io.domainflow.model.DomainStatus;
import io.domainflow.registrar.command.DomainState;
import java.util.List;

/** Interprets the values of {@code STATUS}, in any case. */
final class DomainStatusWords {

  private DomainStatusWords() {}

  /**
   * Whether the registry has not registered the name yet. {@code REQUESTEDCREATE} and {@code
   * PENDINGCREATE} say so; a bare {@code REQUESTED} does too, unless it comes with {@code ACTIVE}
   * and means some other request.
   */
  static boolean isPendingCreate(List<String> status) {
    return has(status, "REQUESTEDCREATE")
        || has(status, "PENDINGCREATE")
        || (has(status, "REQUESTED") && !has(status, "ACTIVE"));
  }

  /** Whether the registrar has put the name on hold, so that it does not resolve (RFC 5731). */
  private static boolean isOnHold(List<String> status) {
    return has(status, HoldDomainCodec.STATUS);
  }

  /** Whether the registry has put the name on hold (RFC 5731). */
  private static boolean isHeldByRegistry(List<String> status) {
    return has(status, "serverHold");
  }

  /** Whether the name is being deleted, or was deleted and is still shown. */
  private static boolean isDeleting(List<String> status) {
    return isPendingDelete(status) || has(status, "DELETED");
  }

  /** The whole state. */
  static DomainState state(List<String> status) {
    return new DomainState(
        status,
        of(status),
        isPendingCreate(status),
        isOnHold(status),
        isHeldByRegistry(status),
        isDeleting(status),
        has(status, "PENDINGRESTORE") || has(status, "REQUESTED"));
  }

  private static DomainStatus of(List<String> status) {
    if (isPendingCreate(status) || isPendingDelete(status)) {
      return DomainStatus.PENDING;
    }
    if (has(status, "EXPIRED")) {
      return DomainStatus.EXPIRED;
    }
    if (has(status, "DELETED")) {
      return DomainStatus.DELETED;
    }
    return has(status, "ACTIVE") ? DomainStatus.ACTIVE : DomainStatus.UNKNOWN;
  }

  private static boolean isPendingDelete(List<String> status) {
    return has(status, "PENDINGDELETE") || has(status, "REQUESTEDDELETE");
  }

  private static boolean has(List<String> status, String value) {
    return status.stream().anyMatch(value::equalsIgnoreCase);
  }
}
