package io.domainflow.rest;

import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
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
    PriceView acceptPrice = PriceView.of(order.acceptPrice());
    return switch (order.operation()) {
      case REGISTER ->
          new OrderedView(
              period(order),
              null,
              nameservers(order),
              order.transferLock(),
              order.renewalMode(),
              order.privacy(),
              order.idnLanguage(),
              null,
              additionalFields,
              acceptPrice);
      case TRANSFER ->
          new OrderedView(
              period(order),
              null,
              order.nameservers().isEmpty() ? null : nameservers(order),
              order.transferLock(),
              order.renewalMode(),
              null,
              null,
              null,
              additionalFields,
              acceptPrice);
      case CHANGE_REGISTRANT ->
          new OrderedView(
              null, null, null, null, null, null, null, null, additionalFields, acceptPrice);
      case RENEW ->
          new OrderedView(
              period(order),
              order.believedExpiry(),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              acceptPrice);
      case RESTORE ->
          new OrderedView(
              null, null, null, null, order.renewalMode(), null, null, null, null, acceptPrice);
      case SUSPEND ->
          new OrderedView(null, null, null, null, null, null, null, order.hold(), null, null);
      case CANCEL ->
          new OrderedView(
              null, null, null, null, order.renewalMode(), null, null, null, null, null);
      case DELETE, UNSUSPEND ->
          new OrderedView(null, null, null, null, null, null, null, null, null, null);
    };
  }

  private static String period(OrderRequest order) {
    Period period = order.period();
    return period == null ? null : period.toString();
  }

  private static List<String> nameservers(OrderRequest order) {
    return order.nameservers().stream().map(Nameserver::host).toList();
  }
}
