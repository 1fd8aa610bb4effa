package io.domainflow.rest.order;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.content.ReleaseOrder;
import io.domainflow.order.content.RenewalOrder;
import io.domainflow.order.content.RestoreOrder;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.rest.PriceView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of an order in its present state: with the account's defaults where the order said
 * nothing, and with corrections since. Members that the operation does not have are null. It
 * contains no contacts, and no values of additional fields.
 *
 * @param period such as {@code 1Y}
 * @param nameservers null, too, for a transferred name that keeps its own
 * @param additionalFields parameter names
 * @param registrarDns whether an update orders the registrar's own name servers
 * @param sections the sections that an update changes
 * @param reverts the order that a reversal undoes, as its caller named it
 * @param unlock whether the transfer lock is opened for an auth code
 * @param deliver to whom an auth code goes
 * @param target to whom a name is released
 */
record OrderedView(
    @Nullable String period,
    @Nullable LocalDate expires,
    @Nullable List<String> nameservers,
    @Nullable Boolean transferLock,
    @Nullable RenewalMode renewalMode,
    @Nullable Boolean privacy,
    @Nullable String idnLanguage,
    @Nullable Boolean hold,
    @Nullable List<String> additionalFields,
    @Nullable PriceView acceptPrice,
    @Nullable Boolean registrarDns,
    @Nullable List<String> sections,
    @Nullable String reverts,
    @Nullable Boolean unlock,
    AuthCodeOrder.@Nullable Deliver deliver,
    @Nullable String target) {

  static OrderedView of(OrderContent order, List<String> additionalFields) {
    PriceView acceptPrice = PriceView.of(order.acceptPrice());
    return switch (order.operation()) {
      case REGISTER -> of(order.as(RegistrationOrder.class), additionalFields, acceptPrice);
      case TRANSFER -> of(order.as(TransferOrder.class), additionalFields, acceptPrice);
      case CHANGE_REGISTRANT -> plain(null, null, null, null, additionalFields, acceptPrice);
      case RENEW -> {
        RenewalOrder renewal = order.as(RenewalOrder.class);
        yield plain(renewal.period(), renewal.believedExpiry(), null, null, null, acceptPrice);
      }
      case RESTORE ->
          plain(null, null, order.as(RestoreOrder.class).renewalMode(), null, null, acceptPrice);
      case DELETE, UNSUSPEND -> plain(null, null, null, null, null, acceptPrice);
      case SUSPEND ->
          plain(null, null, null, order.as(SuspensionOrder.class).hold(), null, acceptPrice);
      case CANCEL ->
          plain(null, null, order.as(SuspensionOrder.class).renewalMode(), null, null, acceptPrice);
      case UPDATE, REVERT -> of(order.as(UpdateOrder.class), additionalFields);
      case AUTH_CODE -> leaving(order.as(AuthCodeOrder.class), null);
      case RELEASE -> leaving(null, order.as(ReleaseOrder.class).target());
    };
  }

  private static OrderedView of(
      RegistrationOrder order, List<String> additionalFields, @Nullable PriceView acceptPrice) {
    return new OrderedView(
        text(order.period()),
        null,
        hosts(order.nameservers()),
        order.transferLock(),
        order.renewalMode(),
        order.privacy(),
        order.idnLanguage(),
        null,
        additionalFields,
        acceptPrice,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static OrderedView of(
      TransferOrder order, List<String> additionalFields, @Nullable PriceView acceptPrice) {
    return new OrderedView(
        text(order.period()),
        null,
        order.nameservers().isEmpty() ? null : hosts(order.nameservers()),
        order.transferLock(),
        order.renewalMode(),
        null,
        null,
        null,
        additionalFields,
        acceptPrice,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static OrderedView of(UpdateOrder order, List<String> additionalFields) {
    NameSettings settings = order.settings();
    return new OrderedView(
        null,
        null,
        settings.nameservers() == null ? null : hosts(settings.nameservers()),
        settings.transferLock(),
        settings.renewalMode(),
        settings.privacy(),
        null,
        null,
        additionalFields,
        null,
        order.registrarDns(),
        order.sections().stream().map(Section::member).toList(),
        order.reverts() == null ? null : order.reverts().text(),
        null,
        null,
        null);
  }

  private static OrderedView leaving(@Nullable AuthCodeOrder code, @Nullable String target) {
    return new OrderedView(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        code == null ? null : code.unlock(),
        code == null ? null : code.deliver(),
        target);
  }

  private static OrderedView plain(
      @Nullable Period period,
      @Nullable LocalDate expires,
      @Nullable RenewalMode mode,
      @Nullable Boolean hold,
      @Nullable List<String> additionalFields,
      @Nullable PriceView acceptPrice) {
    return new OrderedView(
        text(period),
        expires,
        null,
        null,
        mode,
        null,
        null,
        hold,
        additionalFields,
        acceptPrice,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static @Nullable String text(@Nullable Period period) {
    return period == null ? null : period.toString();
  }

  private static List<String> hosts(List<Nameserver> nameservers) {
    return nameservers.stream().map(Nameserver::host).toList();
  }
}
