package io.domainflow.process.drift;

import static java.util.stream.Collectors.joining;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.domain.SectionText;
import io.domainflow.process.task.AccountDecision;
import io.domainflow.process.task.AccountTask;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settle drift: a name is set up differently from what was ordered. */
@Component
class SettleDrift implements AccountTask {

  private static final String NOT_KNOWN = "not known";

  private final Drifts drifts;
  private final StoredSections sections;
  private final DriftFinder finder;

  SettleDrift(Drifts drifts, StoredSections sections, DriftFinder finder) {
    this.drifts = drifts;
    this.sections = sections;
    this.finder = finder;
  }

  @Override
  public String id() {
    return DriftProcess.TASK_SETTLE_DRIFT;
  }

  @Override
  public Optional<Row> row(String subject) {
    NameKey key = NameKey.of(subject);
    return drifts
        .find(key.account(), key.domain())
        .map(
            known ->
                new Row(
                    key.domain().unicode(),
                    "Not as ordered at the registrar: " + words(known.drift().sections()) + "."));
  }

  /**
   * The wanted settings, as last ordered or adopted, and the actual ones; of contacts only that
   * they were changed.
   */
  @Override
  public Map<String, Object> shows(String subject) {
    NameKey key = NameKey.of(subject);
    return drifts
        .find(key.account(), key.domain())
        .map(known -> shows(key, known))
        // settled at this moment: the task is about to close
        .orElse(Map.of());
  }

  /** Adopts only what was found: the operator may not have seen later changes. */
  @Override
  public void decided(AccountDecision decision) {
    if (!decision.is("ADOPT")) {
      return;
    }
    NameKey key = NameKey.of(decision.subject());
    String present =
        Drift.mark(
            finder.drifted(
                key.account(), key.domain(), sections.find(key.account(), key.domain())));
    boolean changed =
        drifts
            .find(key.account(), key.domain())
            .filter(known -> known.drift().mark().equals(present))
            .isEmpty();
    if (changed) {
      throw AccountDecision.refused(
          "The name is no longer as it was found: it was changed again, or is as ordered by now. So"
              + " nothing was taken over. Wait for the next check of the account, which finds what is there now, and"
              + " read the form again; «Mend» sets what was ordered already today.");
    }
  }

  private Map<String, Object> shows(NameKey key, Drifts.Known known) {
    Map<Section, StoredSection> stored = sections.find(key.account(), key.domain());
    return Map.of(
        "differences",
        known.drift().sections().stream()
            .map(section -> line(section, stored.getOrDefault(section, StoredSection.UNKNOWN)))
            .collect(joining("\n\n")),
        "foundAt",
        PlainTime.of(known.foundAt()),
        "problem",
        known.drift().problem() == null ? "nothing" : PlainText.of(known.drift().problem()));
  }

  private static String line(Section section, StoredSection stored) {
    String since = " (since " + PlainTime.of(stored.wantedSince()) + ")";
    return section.isPersonal()
        ? section.words() + ": different from what is wanted here" + since
        : section.words()
            + ": wanted "
            + value(section, stored.wanted())
            + since
            + ", is "
            + value(section, stored.present())
            + " (read on "
            + PlainTime.of(stored.readAt())
            + ")";
  }

  private static String value(Section section, @Nullable NameSettings settings) {
    return Optional.ofNullable(settings)
        .flatMap(known -> SectionText.of(section, known))
        .map(PlainText::of)
        .orElse(NOT_KNOWN);
  }

  private static String words(Set<Section> sections) {
    return sections.stream().map(Section::words).collect(joining(", "));
  }
}
