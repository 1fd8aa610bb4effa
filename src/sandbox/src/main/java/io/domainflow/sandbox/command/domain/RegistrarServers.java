package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.util.List;
import java.util.regex.Pattern;

/** Shows the registrar's own name servers among those of a name. */
final class RegistrarServers {

  private static final Pattern OWN = Pattern.compile("ns[1-3](?=\\.ispapi\\.net)");
  private static final int NUMBERS = 900;

  private RegistrarServers() {}

  static List<String> shown(RegisteredName name, Profile profile) {
    return profile == Profile.A
        ? name.nameservers()
        : name.nameservers().stream().map(host -> numbered(host, name)).toList();
  }

  private static String numbered(String host, RegisteredName name) {
    int number = 100 + Math.floorMod(name.domain().hashCode(), NUMBERS);
    return OWN.matcher(host).replaceFirst("$0" + number);
  }
}
