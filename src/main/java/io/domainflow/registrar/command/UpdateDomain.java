package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets the transfer lock and the name servers of a name. Both are said as they are to be, not as a
 * change, so that it may be sent twice. Contacts are another matter: {@link ReplaceContacts}.
 *
 * @param transferLock null to leave it as it is
 * @param nameservers all of them, in order, at most 13; empty to leave them as they are
 */
public record UpdateDomain(
    DomainName domain, @Nullable Boolean transferLock, List<Nameserver> nameservers)
    implements Repeatable<UpdateDomain.Result> {

  /**
   * Puts the command together.
   *
   * @throws IllegalArgumentException if it would change nothing, or there are too many name servers
   */
  public UpdateDomain {
    nameservers = Nameservers.checked(nameservers);
    if (transferLock == null && nameservers.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to change.");
    }
  }

  /**
   * The answer.
   *
   * @param pending the registry has not done it yet and may still refuse
   */
  public record Result(boolean pending) {}
}
