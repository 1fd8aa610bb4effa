package io.domainflow.sandbox.cnr.domain;

import io.domainflow.model.DomainName;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.name.CnrNameDates;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows names as CentralNic Reseller does. */
public final class CnrNames {

  private CnrNames() {}

  /**
   * The name a command is about.
   *
   * @throws Refusal 545 if nobody or another registrar has it, 531 if another account has it
   */
  public static RegisteredName own(ReceivedCommand call, Transaction transaction) {
    return IspapiCommands.plainly(() -> TradeCheck.name(call, transaction));
  }

  /** When the name's renewal mode takes effect. */
  public static String renewalDate(RegisteredName name) {
    return CnrDate.of(CnrNameDates.renewal(name));
  }

  public static String roid(RegisteredName name) {
    return AuthCodes.hash(name.domain()).substring(0, 9).toUpperCase(Locale.ROOT) + "-SANDBOX";
  }

  public static String idn(RegisteredName name) {
    return DomainName.of(name.domain()).unicode();
  }

  /** The name's status, and the statuses that keep it from leaving or resolving. */
  static List<String> statuses(RegisteredName name, Instant now) {
    List<String> statuses = new ArrayList<>();
    statuses.add(first(name));
    if (name.lockedAt(now)) {
      statuses.add("clientTransferProhibited");
    }
    statuses.addAll(name.statuses());
    return statuses;
  }

  private static String first(RegisteredName name) {
    return switch (name.status().toUpperCase(Locale.ROOT)) {
      case "REQUESTEDCREATE" -> "REQUESTED";
      case RegisteredName.PENDING_DELETE -> "pendingDelete";
      default -> name.status();
    };
  }

  /** Adds the properties that both a registration and StatusDomain answer. */
  static Answer put(Answer answer, RegisteredName name, PricedZones zones, Instant now) {
    String login = Platform.login(name.accountOrThrow());
    return answer
        .with("auth", name.authSeenAt(now))
        .with("created by", login)
        .with("created date", CnrDate.of(name.createdAt()))
        .with("domain", name.domain())
        .with("domain idn", idn(name))
        .with("paiduntil date", CnrDate.of(name.paidUntil()))
        .with("registrar", login)
        .with("registration expiration date", CnrDate.of(name.expiresAt()))
        .with("renewal date", renewalDate(name))
        .with("renewalmode", name.renewalMode())
        .with("roid", roid(name))
        .with("status", statuses(name, now))
        .with("transfer lock", name.lockedAt(now) ? "1" : "0")
        .with("transfermode", name.fields().getOrDefault(RegisteredName.TRANSFER_MODE, "DEFAULT"))
        .with("updated by", login)
        .with("updated date", CnrDate.of(name.updatedAt()))
        .with("zone", zones.of(name.domain()).name());
  }
}
