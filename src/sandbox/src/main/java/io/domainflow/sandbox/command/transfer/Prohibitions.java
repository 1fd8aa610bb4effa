package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds why a registry does not release a name, in the registrar's words. */
public final class Prohibitions {

  static final String STATUS = "DOMAIN TRANSFER IS PROHIBITED BY STATUS";
  static final String AGE = "DOMAIN TRANSFER IS PROHIBITED BY AGE OF THE DOMAIN";
  static final String AUTH = "DOMAIN TRANSFER IS PROHIBITED BY WRONG AUTH";

  private static final Duration YOUNG = Duration.ofDays(60);

  private Prohibitions() {}

  /** Why a change of registrant prevents a transfer of the name or the removal of its lock. */
  public static Optional<String> byTrade(RegisteredName name, Instant at) {
    return name.tradeLockAt(at)
        .map(
            until -> "Change of Registrant TRANSFERLOCK in place until " + RegistrarDate.of(until));
  }

  /** What prohibits a transfer, if anything does. */
  static Optional<String> against(
      RegisteredName name, boolean authRight, boolean internal, Instant at) {
    List<String> statuses = new ArrayList<>();
    if (!name.status().equals("ACTIVE")) {
      statuses.add(name.status().toLowerCase(Locale.ROOT));
    }
    if (name.lockedAt(at)) {
      statuses.add("clientTransferProhibited");
    }
    statuses.addAll(name.holds());
    if (!statuses.isEmpty()) {
      return Optional.of(STATUS + " (" + statuses.get(0) + ")" + (authRight ? "" : "/WRONG AUTH"));
    }
    if (!internal && Duration.between(name.createdAt(), at).compareTo(YOUNG) < 0) {
      return Optional.of(AGE);
    }
    return authRight ? Optional.empty() : Optional.of(AUTH);
  }
}
