package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import java.util.EnumSet;
import java.util.Set;

/**
 * Sets name servers, contacts beside the registrant, transfer lock and privacy of a name. All of it
 * is said as it is to be, not as a change, so that it may be sent twice. The registrant is another
 * matter: {@link ReplaceContacts}; so is the renewal mode: {@link SetRenewalMode}.
 *
 * @param settings what is to be set; sections of which nothing is said stay as they are. No name
 *     servers at all means that the name is to have none, no handle in a role the same
 * @param registrarDns whether the registrar's own DNS is to serve the name: it makes the zone if
 *     there is none, and its servers become those of the name unless {@code settings} say others.
 *     Not offered on every platform ({@code Platform.hasDns})
 */
public record UpdateDomain(DomainName domain, NameSettings settings, boolean registrarDns)
    implements Repeatable<UpdateDomain.Result> {

  private static final Set<Section> SET_HERE =
      Set.of(Section.NAMESERVERS, Section.CONTACTS, Section.TRANSFER_LOCK, Section.PRIVACY);

  /**
   * Puts the command together.
   *
   * @throws IllegalArgumentException if it would change nothing, says a section that is set by
   *     another command, or too many name servers
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
   * @param pending the registry has not done it yet and may still refuse
   */
  public record Result(boolean pending) {}
}
