package io.domainflow.process.update;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.progress.SectionResult;
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

/** Texts about an update, for people. Of what leads to personal data they have no value. */
final class UpdateWords {

  /** The registrar asks somebody about what was meant as a plain update, or somebody else does. */
  static final String CHANGE_RUNS =
      "a change of registrant is under way at the registrar, with mails to the registrant";

  static final String REGISTRANT_CHANGED = "the registrant was changed meanwhile";

  static final String OVERDUE = "the registry has not carried it out in time";

  static final String DIFFERENT = "the registrar accepted it and shows it otherwise";

  static final String LEFT_OUT = "the caller has left it out";

  static final String GONE = "the registrar no longer shows the name in this account";

  /** Reasons with which a section that is not as ordered may be changed, or become so. */
  static final Set<String> MAY_BE_CHANGED = Set.of(OVERDUE, DIFFERENT, GONE);

  private UpdateWords() {}

  /**
   * Why the registrar refuses a section. Its own words may repeat what contacts have.
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

  /** Why contacts stay that the zone does not have. */
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

  /** The members of an order that contacts in these roles are; the registrant is none. */
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

  /** Why the renewal mode of a name stays that is to end. */
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

  /** That a reversal also undoes what these sections have been changed to meanwhile. */
  static String undoneToo(Set<Section> sections) {
    return "Changed again since the update that is reverted, and undone with it: "
        + names(sections)
        + ".";
  }

  /** The names of sections, in one line. */
  static String names(Collection<Section> sections) {
    return sections.stream().map(Section::words).collect(Collectors.joining(", "));
  }

  /** How a section is set. */
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
    return mode.name()
        + ": "
        + switch (mode) {
          case AUTORENEW -> "renewed by the registrar, charged to this account";
          case AUTOEXPIRE -> "expires";
          case AUTODELETE -> "deleted by the registrar";
        };
  }

  /** Each section that changes, as a row of a table: before and as ordered. */
  static String changes(Update update, Set<Section> sections) {
    return sections.stream()
        .map(section -> row(update, section) + " |")
        .collect(Collectors.joining("\n"));
  }

  /** Each section of the order, as a row of a table, with what became of it. */
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
