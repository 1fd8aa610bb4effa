package io.domainflow.process.update;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.progress.SectionResult;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Suspension;
import io.domainflow.order.progress.Update;
import io.domainflow.process.domain.SectionText;
import io.domainflow.process.text.PlainText;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes texts about an update, for people. They contain no values that lead to personal data. */
final class UpdateWords {

  /**
   * A change of registrant is running: made of this plain update, or requested by somebody else.
   */
  static final String CHANGE_RUNS =
      "a change of registrant is under way at the registrar, with mails to the registrant";

  static final String REGISTRANT_CHANGED = "the registrant was changed meanwhile";

  /** The next check asks an approver if the policy requires it. */
  static final String NOT_AGREED =
      "nobody has agreed to what is ordered now, so nothing of it was sent";

  static final String OVERDUE = "the registry has not carried it out yet";

  static final String DIFFERENT = "the registrar accepted it and shows it otherwise";

  static final String LEFT_OUT = "the caller has left it out";

  static final String GONE = "the registrar no longer shows the name in this account";

  private static final Set<String> MAY_BE_CHANGED = Set.of(OVERDUE, DIFFERENT, GONE);

  private UpdateWords() {}

  /**
   * Why the registrar refuses a section. Its own message may repeat the data of contacts.
   *
   * @param roles of the contacts that the command was about; those of the section are named
   */
  static String refused(Section section, Set<ContactRole> roles, Refused refusal) {
    if (section == Section.CONTACTS) {
      return refusal.reason() + "; this was about " + members(roles);
    }
    if (section.isPersonal()) {
      return refusal.reason();
    }
    return "the registrar refuses it: «"
        + refusal.words()
        + "»"
        + (section == Section.NAMESERVERS && refusal.saysNotHere()
            ? "; a name server below the name itself has to exist as a host at the registry first"
            : "");
  }

  /** Why contacts are not changed that the zone does not have. */
  static String noSuchContacts(Set<ContactRole> roles, String zone) {
    List<String> names =
        roles.stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT)).toList();
    return "names below ."
        + zone
        + " have no "
        + String.join(" and no ", names)
        + " contact ("
        + members(roles)
        + ")";
  }

  /** The members of an order for contacts in these roles; the registrant is not included. */
  private static String members(Set<ContactRole> roles) {
    return roles.stream()
        .filter(role -> Section.of(role) == Section.CONTACTS)
        .sorted()
        .map(role -> "contacts." + role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** Why these sections are not as ordered, in one line. */
  static String reasons(Update update, Set<Section> sections) {
    return sections.stream()
        .map(section -> section.words() + reason(update.result(section)))
        .collect(Collectors.joining("; "));
  }

  private static String reason(SectionResult result) {
    return result.reason() == null ? "" : " (" + result.reason() + ")";
  }

  /** Why the renewal mode of a name that is to end is not changed. */
  static String ends(Suspension ending) {
    return switch (ending.kind()) {
      case SUSPENDED ->
          "the name is suspended, and its renewal mode is part of that; reactivate it first"
              + " (UNSUSPEND)";
      case CANCELLED ->
          "the name is cancelled, and its renewal mode is part of that; reactivate it first"
              + " (UNSUSPEND)";
    };
  }

  /** Why a section that the registrar had accepted is not changed after all. */
  static String refusedByRegistry(Optional<String> words) {
    return "the registry has refused it after the registrar had accepted it"
        + words.map(text -> ": «" + text + "»").orElse("");
  }

  /** Whether a section that is not as ordered may still be, or become, changed. */
  static boolean mayBeChanged(SectionResult result) {
    return MAY_BE_CHANGED.contains(String.valueOf(result.reason()));
  }

  /** A sentence on the money that an update may have cost: only privacy may have a price. */
  static String spent(Update update) {
    boolean privacy =
        Boolean.TRUE.equals(update.wanted().privacy())
            && Optional.ofNullable(update.results().get(Section.PRIVACY))
                .filter(result -> result.state() == SectionState.DONE || mayBeChanged(result))
                .isPresent();
    return privacy
        ? "Nothing was bought, but the registrar may charge for privacy, which it was told to turn on."
        : "Nothing was bought.";
  }

  /** A sentence that a reversal also undoes later changes of these sections. */
  static String undoneToo(Set<Section> sections) {
    return "Changed again since the update that is reverted, and undone with it: "
        + names(sections)
        + ".";
  }

  /** The names of sections, in one line. */
  static String names(Collection<Section> sections) {
    return sections.stream().map(Section::words).collect(Collectors.joining(", "));
  }

  /** The value of a section. */
  static String value(Section section, NameSettings settings) {
    return switch (section) {
      case RENEWAL_MODE -> mode(settings.renewalMode());
      case CONTACTS, REGISTRANT_DETAILS -> "not shown";
      default -> SectionText.of(section, settings).orElse("");
    };
  }

  /** What happens to the name at the end of its period, and who pays for it. */
  static String mode(@Nullable RenewalMode mode) {
    if (mode == null) {
      return "";
    }
    return mode.words() + (mode == RenewalMode.AUTORENEW ? ", charged to this account" : "");
  }

  /** Each section that changes, as a row of a table: before and as ordered. */
  static String changes(Update update, Set<Section> sections) {
    return sections.stream()
        .map(section -> row(update, section) + " |")
        .collect(Collectors.joining("\n"));
  }

  /** Each section of the order with its result, as a row of a table. */
  static String sections(Update update) {
    return update.results().entrySet().stream()
        .map(
            entry ->
                row(update, entry.getKey())
                    + " | "
                    + PlainText.cell(state(entry.getValue()))
                    + " |")
        .collect(Collectors.joining("\n"));
  }

  private static String row(Update update, Section section) {
    return "| "
        + section.words()
        + " | "
        + PlainText.cell(value(section, update.before()))
        + " | "
        + PlainText.cell(value(section, update.wanted()));
  }

  private static String state(SectionResult result) {
    return switch (result.state()) {
      case WANTED -> result.reason() == null ? "still to be done" : result.reason();
      case DONE -> "changed";
      case UNCHANGED -> "was so already";
      case REFUSED, NOT_DONE -> "stays as it was" + reason(result);
    };
  }
}
