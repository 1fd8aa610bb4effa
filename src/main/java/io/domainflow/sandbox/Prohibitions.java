package io.domainflow.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a registry does not let a name go, in the registrar's words. */
@Behaviour(
    value =
        "«DOMAIN TRANSFER IS PROHIBITED BY STATUS (…)», with «/WRONG AUTH» behind it where both are"
            + " so, «… BY AGE OF THE DOMAIN» within 60 days of registration, «… BY WRONG AUTH»",
    basis = Basis.DOCUMENTED,
    source = "texts the public WHMCS registrar module looks for")
@Behaviour(
    value = "the age does not matter for a user transfer; lock and hold do",
    basis = Basis.INVENTED)
final class Prohibitions {

  static final String STATUS = "DOMAIN TRANSFER IS PROHIBITED BY STATUS";
  static final String AGE = "DOMAIN TRANSFER IS PROHIBITED BY AGE OF THE DOMAIN";
  static final String AUTH = "DOMAIN TRANSFER IS PROHIBITED BY WRONG AUTH";

  private static final Duration YOUNG = Duration.ofDays(60);

  private Prohibitions() {}

  /** What stands against a transfer, if something does. */
  static Optional<String> against(
      Stored.RegisteredName name, boolean authRight, boolean internal, Instant at) {
    List<String> statuses = new ArrayList<>();
    if (!name.status().equals("ACTIVE")) {
      statuses.add(name.status().toLowerCase(Locale.ROOT));
    }
    if (name.transferLock()) {
      statuses.add("clientTransferProhibited");
    }
    statuses.addAll(name.statuses());
    if (!statuses.isEmpty()) {
      return Optional.of(STATUS + " (" + statuses.get(0) + ")" + (authRight ? "" : "/WRONG AUTH"));
    }
    if (!internal && Duration.between(name.createdAt(), at).compareTo(YOUNG) < 0) {
      return Optional.of(AGE);
    }
    return authRight ? Optional.empty() : Optional.of(AUTH);
  }
}
