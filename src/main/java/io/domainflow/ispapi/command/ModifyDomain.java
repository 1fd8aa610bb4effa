package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets the transfer lock and the name servers of a name. Both are said as they are to be, not as a
 * change, so that it may be sent twice. Contacts are another matter: {@link ReplaceContacts}.
 *
 * @param transferLock null to leave it as it is
 * @param nameservers all of them, in order, at most 13; empty to leave them as they are
 */
public record ModifyDomain(DomainName domain, Boolean transferLock, List<Nameserver> nameservers)
    implements Repeatable<ModifyDomain.Result> {

  /**
   * Puts the command together.
   *
   * @throws IllegalArgumentException if it would change nothing, or there are too many name servers
   */
  public ModifyDomain {
    nameservers = List.copyOf(nameservers);
    NameserverParameters.check(nameservers);
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

  @Override
  public String name() {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    if (transferLock != null) {
      parameters.put("TRANSFERLOCK", transferLock ? "1" : "0");
    }
    NameserverParameters.put(parameters, nameservers);
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(response.pending());
  }
}
