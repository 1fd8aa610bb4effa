package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.command.dns.Hosts;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.NameParameters;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.util.List;
import java.util.Locale;

/** Checks whether a name can have the ordered name servers. */
final class NameserverCheck {

  private static final String PARAMETER = "NAMESERVER";

  private NameserverCheck() {}

  /**
   * The name servers that a command gives a name.
   *
   * @throws Refusal if the name cannot have them
   */
  static List<String> wanted(
      ReceivedCommand call, RegisteredName name, Zones.Policy policy, Transaction transaction) {
    NameParameters.refuseUnknownHosts(call);
    List<String> wanted = call.changed(PARAMETER, name.nameservers());
    if (wanted.equals(name.nameservers())) {
      return wanted;
    }
    boolean profileA = Profile.of(transaction) == Profile.A;
    if (wanted.size() > policy.maxNameservers()) {
      throw new Refusal(Code.INVALID_VALUE, "ADD" + PARAMETER);
    }
    if (wanted.size() < policy.minNameservers()) {
      throw new Refusal(
          profileA ? Code.MISSING_ATTRIBUTE : Code.INVALID_VALUE, PARAMETER + wanted.size());
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (isMissing(wanted.get(i).toLowerCase(Locale.ROOT), name, transaction)) {
        throw new Refusal(profileA ? Code.NOT_FOUND : Code.INVALID_VALUE, PARAMETER + i);
      }
    }
    return wanted;
  }

  private static boolean isMissing(String host, RegisteredName name, Transaction transaction) {
    return host.endsWith("." + name.domain())
        && !name.nameservers().contains(host)
        && Hosts.find(host, transaction).isEmpty();
  }
}
