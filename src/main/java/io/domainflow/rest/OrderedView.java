package io.domainflow.rest;

import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.Operation;
import io.domainflow.order.OrderRequest;
import io.domainflow.rest.OrderView.PriceView;
import java.time.LocalDate;
import java.util.List;

/**
 * What was ordered, as it stands now: with what the account lays down where the order said nothing,
 * and with what was corrected since. Members that the operation does not have are null. No
 * contacts, and of additional fields no value.
 *
 * @param period such as {@code 1Y}
 * @param nameservers null, too, for a transferred name that keeps its own
 * @param additionalFields parameter names
 */
record OrderedView(
    String period,
    LocalDate expires,
    List<String> nameservers,
    Boolean transferLock,
    RenewalMode renewalMode,
    Boolean privacy,
    String idnLanguage,
    Boolean hold,
    List<String> additionalFields,
    PriceView acceptPrice) {

  static OrderedView of(OrderRequest order, List<String> additionalFields) {
    Operation operation = order.operation();
    boolean registers = operation == Operation.REGISTER;
    boolean brings = registers || operation == Operation.TRANSFER;
    boolean setsMode = brings || operation == Operation.RESTORE || operation == Operation.CANCEL;
    boolean keepsNameservers = !registers && order.nameservers().isEmpty();
    return new OrderedView(
        period(order),
        order.believedExpiry(),
        brings && !keepsNameservers ? nameservers(order) : null,
        brings ? (Boolean) order.transferLock() : null,
        setsMode ? order.renewalMode() : null,
        registers ? (Boolean) order.privacy() : null,
        order.idnLanguage(),
        operation == Operation.SUSPEND ? (Boolean) order.hold() : null,
        brings || operation == Operation.CHANGE_REGISTRANT ? additionalFields : null,
        PriceView.of(order.acceptPrice()));
  }

  private static String period(OrderRequest order) {
    Period period = order.period();
    return period == null ? null : period.toString();
  }

  private static List<String> nameservers(OrderRequest order) {
    return order.nameservers().stream().map(Nameserver::host).toList();
  }
}
