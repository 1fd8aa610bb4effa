package io.domainflow.process.outgoingtransfer;

import io.domainflow.account.Accounts;
import io.domainflow.account.Platform;
import io.domainflow.account.RegistrantChangePolicy;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.DomainName;
import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.process.Decided;
import io.domainflow.process.DecisionTables;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads the terms of a request from the account's transfer policy, its zone and the day it was
 * made.
 */
@Component
class OutgoingTransferTerms {

  private static final String DECISION = "OutgoingTransferTerms";

  private final DecisionTables tables;
  private final Accounts accounts;

  OutgoingTransferTerms(DecisionTables tables, Accounts accounts) {
    this.tables = tables;
    this.accounts = accounts;
  }

  /**
   * The terms of a request.
   *
   * @param policyVersion the version of the policy that they come from
   * @param answerWithin how long to wait for an answer, unless the registry says otherwise
   * @param dueBefore how long before the registry's date an approver has to answer
   * @param reasons for which it may be denied
   * @param codeBefore how long before the request its auth code may have been ordered
   * @param changedBefore how long before the request a change counts as a sign of theft
   * @param newLogin maximum age of a login that counts as new
   * @param newName how long a name counts as new after its registration or a transfer; zero if it
   *     never does
   * @param onlyWithCode whether an unanswered request is granted only if the auth code was given,
   *     and otherwise fails
   */
  record Terms(
      String policyVersion,
      Duration answerWithin,
      Duration dueBefore,
      Set<DenialReason> reasons,
      Duration codeBefore,
      Duration changedBefore,
      Duration newLogin,
      Duration newName,
      boolean onlyWithCode) {

    /** The time by which an approver has to answer: well before the registry's date. */
    Instant answerBy(Instant executesAt) {
      return executesAt.minus(dueBefore);
    }
  }

  /** The terms of a stored request. */
  Terms of(OutgoingTransfer transfer) {
    return of(
        transfer.account(),
        transfer.domain(),
        transfer.toOtherAccount(),
        Objects.requireNonNullElse(transfer.requestedAt(), transfer.foundAt()));
  }

  /**
   * The terms of a request.
   *
   * @param toOtherAccount whether the name stays with the registrar, in another account
   */
  Terms of(String account, DomainName domain, boolean toOtherAccount, Instant requestedAt) {
    Optional<ResellerAccount> known = accounts.find(account);
    String version =
        known
            .map(ResellerAccount::registrantChangePolicy)
            .orElse(RegistrantChangePolicy.POLICY_2016)
            .version();
    Map<String, Object> row =
        tables.decide(
            DECISION,
            Map.of(
                "policyVersion",
                version,
                "requestedOn",
                Date.from(requestedAt),
                "generic",
                domain.isGeneric(),
                "toOtherAccount",
                toOtherAccount,
                "platform",
                known.map(found -> found.system().platform()).orElse(Platform.ISPAPI).name()));
    return new Terms(
        version,
        hours(row, "answerHours"),
        hours(row, "dueBeforeHours"),
        reasons(Decided.text(row, "reasons")),
        hours(row, "codeHours"),
        hours(row, "changedHours"),
        hours(row, "newLoginHours"),
        hours(row, "newNameHours"),
        Boolean.TRUE.equals(row.get("onlyWithCode")));
  }

  private static Duration hours(Map<String, Object> row, String output) {
    return Duration.ofHours(Decided.number(row, output).longValue());
  }

  private static Set<DenialReason> reasons(String text) {
    Set<DenialReason> reasons = EnumSet.noneOf(DenialReason.class);
    Arrays.stream(text.split(" ")).map(DenialReason::valueOf).forEach(reasons::add);
    return reasons;
  }
}
