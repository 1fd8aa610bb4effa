package io.domainflow.process.domain;

import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrantChangePolicy;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.DomainName;
import io.domainflow.process.Decided;
import io.domainflow.process.DecisionTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The times of the table LockDays in LeavingPolicy.dmn. */
@Component
class PolicyLockTimes implements LockTimes {

  private static final String DECISION = "LockDays";

  private final Accounts accounts;
  private final DecisionTables tables;

  PolicyLockTimes(Accounts accounts, DecisionTables tables) {
    this.accounts = accounts;
    this.tables = tables;
  }

  @Override
  public LockTime of(String account, DomainName domain, Since since, Instant at) {
    Map<String, Object> decided =
        tables.decide(
            DECISION,
            Map.of(
                "policyVersion",
                accounts
                    .find(account)
                    .map(ResellerAccount::registrantChangePolicy)
                    .orElse(RegistrantChangePolicy.POLICY_2016)
                    .version(),
                "since",
                since.name(),
                "generic",
                domain.isGeneric(),
                "on",
                LocalDate.ofInstant(at, ZoneOffset.UTC).toString()));
    return new LockTime(
        Duration.ofHours(Decided.number(decided, "hours").longValue()),
        Boolean.TRUE.equals(decided.get("binding")));
  }
}
