package io.domainflow.order.domain;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.OrderEnded;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.content.NameSetup;
import io.domainflow.order.content.OrderDetails;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.content.RenewalOrder;
import io.domainflow.order.content.RestoreOrder;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.order.progress.Restorations;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stores the ordered state of names: the sections that an order has set, when it ends. */
@Component
class OrderedStateRecorder {

  private static final NameSettings OPEN = new NameSettings(null, false, null, null, Map.of());

  private final Restorations restorations;
  private final Updates updates;
  private final StoredSections sections;
  private final TransferLocks locks;
  private final AuthCodes codes;

  OrderedStateRecorder(
      Restorations restorations,
      Updates updates,
      StoredSections sections,
      TransferLocks locks,
      AuthCodes codes) {
    this.restorations = restorations;
    this.updates = updates;
    this.sections = sections;
    this.locks = locks;
    this.codes = codes;
  }

  @EventListener
  void ended(OrderEnded end) {
    ProvisioningOrder order = end.order();
    String account = order.content().account();
    if (order.status() == OrderStatus.COMPLETED && order.content().details() instanceof NameSetup) {
      sections.forgetWanted(account, order.content().domain());
    }
    NameSettings set = set(order);
    if (!set.sections().isEmpty()) {
      sections.want(account, order.content().domain(), set, order.id());
    }
    // The ordered transfer lock also applies after the lock of a change of registrant.
    if (order.content().details() instanceof UpdateOrder && set.transferLock() != null) {
      locks.ordered(order.id(), set.transferLock());
      codes.lockOrdered(order.id());
    }
  }

  private NameSettings set(ProvisioningOrder order) {
    OrderDetails details = order.content().details();
    // A restored name has its renewal mode, however the order has ended.
    if (details instanceof RenewalOrder renewal) {
      return isRestored(order) ? mode(renewal.renewalMode()) : NameSettings.NOTHING;
    }
    if (details instanceof RestoreOrder restore) {
      return isRestored(order) ? mode(restore.renewalMode()) : NameSettings.NOTHING;
    }
    if (details instanceof UpdateOrder) {
      return updates
          .find(order.id())
          .map(update -> changed(order, update))
          .orElse(NameSettings.NOTHING);
    }
    return order.status() == OrderStatus.COMPLETED ? completed(order) : NameSettings.NOTHING;
  }

  // A changed section counts as ordered, however the order has ended; one that was already so only
  // if the order was completed.
  private static NameSettings changed(ProvisioningOrder order, Update update) {
    Set<Section> changed = EnumSet.noneOf(Section.class);
    update
        .results()
        .forEach(
            (section, result) -> {
              if (result.state() == SectionState.DONE
                  || (result.state() == SectionState.UNCHANGED
                      && order.status() == OrderStatus.COMPLETED)) {
                changed.add(section);
              }
            });
    NameSettings set = update.wanted().only(changed);
    // The servers of the registrar's own DNS are known only from the name itself.
    changed.removeAll(set.sections());
    return set.with(update.after().only(changed));
  }

  private static NameSettings completed(ProvisioningOrder order) {
    return switch (order.content().operation()) {
      case REGISTER, TRANSFER -> setUp(order, order.content().as(NameSetup.class));
      case CHANGE_REGISTRANT -> new NameSettings(null, null, null, null, handles(order));
      case SUSPEND, UNSUSPEND, CANCEL ->
          mode(order.content().as(SuspensionOrder.class).renewalMode());
      case AUTH_CODE ->
          order.content().as(AuthCodeOrder.class).unlock() ? OPEN : NameSettings.NOTHING;
      case RENEW, RESTORE, DELETE, UPDATE, REVERT, RELEASE -> NameSettings.NOTHING;
    };
  }

  // A transfer without name servers keeps those of the name. An order without the privacy service
  // says nothing about what the zone shows of a registrant.
  private static NameSettings setUp(ProvisioningOrder order, NameSetup setup) {
    List<Nameserver> servers = setup.nameservers();
    return new NameSettings(
        servers.isEmpty() ? null : servers,
        setup.transferLock(),
        (setup instanceof RegistrationOrder registration && registration.privacy()) ? true : null,
        setup.renewalMode(),
        handles(order));
  }

  private static NameSettings mode(RenewalMode mode) {
    return new NameSettings(null, null, null, mode, Map.of());
  }

  private static Map<ContactRole, List<String>> handles(ProvisioningOrder order) {
    Map<ContactRole, List<String>> handles = new EnumMap<>(ContactRole.class);
    order.purchase().handles().forEach((role, handle) -> handles.put(role, List.of(handle)));
    return handles;
  }

  private boolean isRestored(ProvisioningOrder order) {
    return restorations
        .find(order.id())
        .filter(restoration -> restoration.restoredAt() != null)
        .isPresent();
  }
}
