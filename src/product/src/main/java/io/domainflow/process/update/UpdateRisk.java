package io.domainflow.process.update;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.StepVariables;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of an update that could harm the holder of the name, as the inputs of UpdatePolicy.dmn.
 * They are measured against the original settings, so that a part that is already done counts, even
 * one of another order shortly before.
 */
record UpdateRisk(
    boolean allNameserversReplaced,
    boolean transferLockOpened,
    boolean privacyRemoved,
    boolean ownerChangedLately,
    boolean orderedByStaff) {

  static final String DECISION = "UpdateApproval";

  /**
   * Measures the risk of an update.
   *
   * @param lately the settings before each order that has recently changed the name servers
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
        Boolean.FALSE.equals(wanted.privacy()),
        false,
        false);
  }

  /** This risk, with the changes made shortly before. */
  UpdateRisk with(boolean nameserversReplacedBefore, boolean transferLockOpenedBefore) {
    return new UpdateRisk(
        allNameserversReplaced || nameserversReplacedBefore,
        transferLockOpened || transferLockOpenedBefore,
        privacyRemoved,
        ownerChangedLately,
        orderedByStaff);
  }

  /** This risk, with what is known of the name's owner. */
  UpdateRisk withOwner(boolean changedLately, boolean byStaff) {
    return new UpdateRisk(
        allNameserversReplaced, transferLockOpened, privacyRemoved, changedLately, byStaff);
  }

  private static List<?> hosts(NameSettings settings) {
    return settings.nameservers() == null ? List.of() : settings.nameservers();
  }

  /** The variables for the model. */
  Map<String, Object> facts() {
    return new StepVariables()
        .and(DomainUpdateProcess.ALL_NAMESERVERS_REPLACED, allNameserversReplaced)
        .and(DomainUpdateProcess.TRANSFER_LOCK_OPENED, transferLockOpened)
        .and(DomainUpdateProcess.PRIVACY_REMOVED, privacyRemoved)
        .and(DomainUpdateProcess.OWNER_CHANGED_LATELY, ownerChangedLately)
        .and(DomainUpdateProcess.ORDERED_BY_STAFF, orderedByStaff)
        .map();
  }

  /** The inputs for the table, outside the process. */
  Map<String, Object> inputs(String account) {
    Map<String, Object> inputs = new HashMap<>(facts());
    inputs.put(OrderVariables.ACCOUNT, account);
    return inputs;
  }
}
