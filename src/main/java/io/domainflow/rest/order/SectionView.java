package io.domainflow.rest.order;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Section;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a section is of an update.
 *
 * @param before how it was; null where it leads to personal data, or nothing was stated of it
 * @param after how it is since; null as above, and as long as that is not known
 * @param reason why it was refused; null if it was not
 */
record SectionView(SectionState state, Object before, Object after, String reason) {

  /** The sections of an update by the names that the order API has for them; null for none. */
  static Map<String, SectionView> of(Update update) {
    if (update == null) {
      return null;
    }
    Map<String, SectionView> views = new LinkedHashMap<>();
    update
        .results()
        .forEach(
            (section, result) ->
                views.put(
                    section.member(),
                    new SectionView(
                        result.state(),
                        value(section, update.before()),
                        value(section, update.after()),
                        result.reason())));
    return views;
  }

  private static Object value(Section section, NameSettings settings) {
    return switch (section) {
      case NAMESERVERS -> hosts(settings.nameservers());
      case TRANSFER_LOCK -> settings.transferLock();
      case PRIVACY -> settings.privacy();
      case RENEWAL_MODE -> settings.renewalMode();
      case CONTACTS, REGISTRANT_DETAILS -> null;
    };
  }

  private static List<String> hosts(List<Nameserver> nameservers) {
    return nameservers == null ? null : nameservers.stream().map(Nameserver::host).toList();
  }
}
