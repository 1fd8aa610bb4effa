package io.domainflow.process.update;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.process.Facts;
import io.domainflow.process.OrderVariables;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of an update could harm the holder of the name, as the inputs of UpdatePolicy.dmn. Measured
 * against how the name was first, so that a part that is done already counts, also one of another
 * order shortly before.
 */
record UpdateRisk(
    boolean allNameserversReplaced, boolean transferLockOpened, boolean privacyRemoved) {

  static final String DECISION = "UpdateApproval";

  /**
   * Measures it.
   *
   * @param lately how the name was before each order that has changed its name servers lately
   */
  static UpdateRisk of(Update update, List<NameSettings> lately) {
    Set<Section> changing =
        SectionStates.in(update.results(), SectionState.WANTED, SectionState.DONE);
    NameSettings wanted = update.wanted().only(changing);
    return new UpdateRisk(
        wanted.nameservers() != null
            && Stream.concat(Stream.of(update.before()), lately.stream())
                .map(UpdateRisk::hosts)
                .anyMatch(
                    hosts -> !hosts.isEmpty() && Collections.disjoint(wanted.nameservers(), hosts)),
        Boolean.FALSE.equals(wanted.transferLock()),
        Boolean.FALSE.equals(wanted.privacy()));
  }

  /** The same, with what was done shortly before. */
  UpdateRisk with(boolean nameserversReplacedBefore, boolean transferLockOpenedBefore) {
    return new UpdateRisk(
        allNameserversReplaced || nameserversReplacedBefore,
        transferLockOpened || transferLockOpenedBefore,
        privacyRemoved);
  }

  private static List<?> hosts(NameSettings settings) {
    return settings.nameservers() == null ? List.of() : settings.nameservers();
  }

  /** For the model. */
  Map<String, Object> facts() {
    return Facts.of(
        DomainUpdateProcess.ALL_NAMESERVERS_REPLACED,
        allNameserversReplaced,
        DomainUpdateProcess.TRANSFER_LOCK_OPENED,
        transferLockOpened,
        DomainUpdateProcess.PRIVACY_REMOVED,
        privacyRemoved);
  }

  /** For the table, outside of the process. */
  Map<String, Object> inputs(String account) {
    Map<String, Object> inputs = new HashMap<>(facts());
    inputs.put(OrderVariables.ACCOUNT, account);
    return inputs;
  }
}
