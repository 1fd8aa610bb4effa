package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import java.util.EnumSet;
import java.util.Set;

/**
 * Sets name servers, contacts other than the registrant, transfer lock and privacy of a name. All
 * values are absolute, so the command is idempotent. For the registrant use {@link
 * ReplaceContacts}, for the renewal mode {@link SetRenewalMode}.
 *
 * @param settings the values to set; missing sections stay unchanged. An empty list of name servers
 *     removes all, and so does an empty list of handles of a role
 * @param registrarDns whether to use the registrar's own DNS for the name: it creates the zone if
 *     there is none, and its servers become those of the name unless {@code settings} name others.
 *     Not offered on every platform ({@code Platform.hasDns})
 */
public record UpdateDomain(DomainName domain, NameSettings settings, boolean registrarDns)
    implements Repeatable<UpdateDomain.Result> {

  private static final Set<Section> SET_HERE =
      Set.of(Section.NAMESERVERS, Section.CONTACTS, Section.TRANSFER_LOCK, Section.PRIVACY);

  /**
   * Creates the command.
   *
   * @throws IllegalArgumentException if it would change nothing, has a section that is set by a
   *     different command, or has too many name servers
   */
  public UpdateDomain {
    Set<Section> sections = settings.sections();
    if (!SET_HERE.containsAll(sections)) {
      Set<Section> others = EnumSet.copyOf(sections);
      others.removeAll(SET_HERE);
      throw new IllegalArgumentException("Not set by this command: " + others);
    }
    if (sections.isEmpty() && !registrarDns) {
      throw new IllegalArgumentException("There is nothing to change.");
    }
    if (settings.nameservers() != null) {
      Nameservers.checked(settings.nameservers());
    }
  }

  /**
   * The answer.
   *
   * @param pending the registry has not executed it yet and may still refuse
   */
  public record Result(boolean pending) {}
}
