package io.domainflow.process.outgoingtransfer;

import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrantChangePolicy;
import io.domainflow.account.ResellerAccount;
import io.domainflow.order.leaving.DenialReason;
import io.domainflow.process.DecisionTables;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the transfer policy of an account says of a request, by the day it was made. */
@Component
class TransferTerms {

  private static final String DECISION = "OutgoingTransferTerms";

  private final DecisionTables tables;
  private final Accounts accounts;

  TransferTerms(DecisionTables tables, Accounts accounts) {
    this.tables = tables;
    this.accounts = accounts;
  }

  /**
   * The terms of a request.
   *
   * @param policyVersion by which they are
   * @param answerWithin how long the registry waits for an answer
   * @param dueBefore how long before its date an approver is to have answered
   * @param reasons for which it may be denied
   */
  record Terms(
      String policyVersion, Duration answerWithin, Duration dueBefore, Set<DenialReason> reasons) {

    /** Until when an approver is to have answered: well before the registry's date. */
    Instant answerBy(Instant executesAt) {
      return executesAt.minus(dueBefore);
    }
  }

  Terms of(String account, Instant requestedAt) {
    String version =
        accounts
            .find(account)
            .map(ResellerAccount::registrantChangePolicy)
            .orElse(RegistrantChangePolicy.POLICY_2016)
            .version();
    Map<String, Object> row =
        tables.decide(
            DECISION, Map.of("policyVersion", version, "requestedOn", Date.from(requestedAt)));
    return new Terms(
        version,
        Duration.ofHours(number(row, "answerHours")),
        Duration.ofHours(number(row, "dueBeforeHours")),
        reasons((String) row.get("reasons")));
  }

  private static long number(Map<String, Object> row, String output) {
    return ((Number) row.get(output)).longValue();
  }

  private static Set<DenialReason> reasons(String text) {
    Set<DenialReason> reasons = EnumSet.noneOf(DenialReason.class);
    Arrays.stream(text.split(" ")).map(DenialReason::valueOf).forEach(reasons::add);
    return reasons;
  }
}
