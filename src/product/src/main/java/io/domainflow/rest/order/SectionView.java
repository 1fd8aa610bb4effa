package io.domainflow.rest.order;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Section;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.progress.SectionResult;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a section of an update.
 *
 * @param before its previous value; null if it is personal data or was not stated
 * @param after its value as read back; null as above, and if nothing was changed
 * @param reason why it differs from the order; null if it is, or may still be
 */
record SectionView(
    SectionState state, @Nullable Object before, @Nullable Object after, @Nullable String reason) {

  /**
   * The sections of an update by their names in the order API; null if there are none.
   *
   * @param status of the order: an ended order leaves nothing open
   * @param failure why it has failed
   */
  static @Nullable Map<String, SectionView> of(
      @Nullable Update update, OrderStatus status, @Nullable Failure failure) {
    if (update == null) {
      return null;
    }
    boolean nameHasLeft = failure != null && failure.reason() == Reason.TRANSFERRED_AWAY;
    Map<String, SectionView> views = new LinkedHashMap<>();
    update
        .results()
        .forEach(
            (section, result) ->
                views.put(
                    section.member(),
                    of(section, status.isOpen() ? result : result.ended(nameHasLeft), update)));
    return views;
  }

  private static SectionView of(Section section, SectionResult result, Update update) {
    return new SectionView(
        result.state(),
        value(section, update.before()),
        switch (result.state()) {
          case DONE, UNCHANGED -> value(section, update.after());
          case WANTED, REFUSED, NOT_DONE -> null;
        },
        result.reason());
  }

  private static @Nullable Object value(Section section, NameSettings settings) {
    return switch (section) {
      case NAMESERVERS -> hosts(settings.nameservers());
      case TRANSFER_LOCK -> settings.transferLock();
      case PRIVACY -> settings.privacy();
      case RENEWAL_MODE -> settings.renewalMode();
      case CONTACTS, REGISTRANT_DETAILS -> null;
    };
  }

  private static @Nullable List<String> hosts(@Nullable List<Nameserver> nameservers) {
    return nameservers == null ? null : nameservers.stream().map(Nameserver::host).toList();
  }
}
