package io.domainflow.process.changeofregistrant;

import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrantChangePolicy;
import io.domainflow.account.ResellerAccount;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.progress.RegistrantChange.Before;
import io.domainflow.process.Decided;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.StepVariables;
import io.domainflow.tld.FormOperation;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Determines how the registrar changes a registrant: the inputs and results of the policy's table.
 */
@Component
class ChangeRoute {

  private static final String TABLE = "ChangeOfRegistrantRoute";

  private final Accounts accounts;
  private final DecisionTables tables;

  ChangeRoute(Accounts accounts, @Lazy DecisionTables tables) {
    this.accounts = accounts;
    this.tables = tables;
  }

  /**
   * The result of the table.
   *
   * @param facts its inputs, from {@link #facts}
   */
  Map<String, Object> decide(Map<String, Object> facts) {
    return tables.decide(TABLE, facts);
  }

  /** Whether the designated agent has to confirm anything for this change, by its table. */
  boolean needsConsents(OrderContent order, Before before) {
    return Decided.flag(
        decide(facts(order, before)), ChangeOfRegistrantProcess.CONSENTS_NEEDED.name());
  }

  /** Whether this change is no more than an update, by its table. */
  boolean isUpdate(OrderContent order, Before before) {
    return fieldsOf(decide(facts(order, before))).filter(FormOperation.UPDATE::equals).isPresent();
  }

  /** The inputs of the table. */
  Map<String, Object> facts(OrderContent order, Before before) {
    return StepVariables.of(
        ChangeOfRegistrantProcess.POLICY_VERSION,
        accounts
            .findForOrder(order.account())
            .map(ResellerAccount::registrantChangePolicy)
            .orElse(RegistrantChangePolicy.POLICY_2016)
            .version(),
        ChangeOfRegistrantProcess.REGISTRANT_CHANGE_BY,
        before.changedByZone().name(),
        ChangeOfRegistrantProcess.WHAT_CHANGES,
        RegistrantComparison.isOfThePerson(before.changedFields()) ? "REGISTRANT" : "CONTACT_DATA");
  }

  /** The operation whose additional fields a route needs; empty if the change is not made here. */
  static Optional<FormOperation> fieldsOf(Map<String, Object> decided) {
    return switch (Decided.text(decided, ChangeOfRegistrantProcess.ROUTE.name())) {
      case "TRADE" -> Optional.of(FormOperation.TRADE);
      case "UPDATE" -> Optional.of(FormOperation.UPDATE);
      default -> Optional.empty();
    };
  }
}
