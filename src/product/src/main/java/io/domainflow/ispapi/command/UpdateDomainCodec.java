package io.domainflow.ispapi.command;

import io.domainflow.account.Platform;
import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.ContactParameters;
import io.domainflow.lineprotocol.value.DisclosureAtCa;
import io.domainflow.lineprotocol.value.NameserverParameters;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.registrar.command.UpdateDomain;
import io.domainflow.registrar.command.UpdateDomain.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@link UpdateDomain} as {@code ModifyDomain}. A list replaces the present one, and an empty entry
 * clears it. {@code INTERNALDNS} only creates the zone, so the servers are sent with it. An answer
 * with a status means that the update is not complete, with or without {@code PENDING}.
 */
final class UpdateDomainCodec implements Codec<UpdateDomain, UpdateDomain.Result> {

  @Override
  public String name(UpdateDomain command) {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters(UpdateDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    NameSettings settings = command.settings();
    if (settings.transferLock() != null) {
      parameters.put("TRANSFERLOCK", settings.transferLock() ? "1" : "0");
    }
    if (command.registrarDns()) {
      parameters.put("INTERNALDNS", "1");
    }
    List<Nameserver> nameservers = nameservers(command);
    if (nameservers != null) {
      NameserverParameters.replace(parameters, nameservers);
    }
    settings
        .contacts()
        .forEach((role, handles) -> ContactParameters.replace(parameters, role, handles));
    if (settings.privacy() != null) {
      putPrivacy(parameters, command.domain(), settings.privacy());
    }
    return parameters;
  }

  private static @Nullable List<Nameserver> nameservers(UpdateDomain command) {
    List<Nameserver> ordered = command.settings().nameservers();
    return ordered == null && command.registrarDns() ? Platform.ISPAPI.dnsServers() : ordered;
  }

  private static void putPrivacy(
      Map<String, String> parameters, DomainName domain, boolean privacy) {
    if (DisclosureAtCa.decides(domain)) {
      DisclosureAtCa.put(parameters, privacy);
    } else {
      parameters.put(RegistrationWords.PRIVACY, privacy ? "1" : "0");
    }
  }

  @Override
  public Result result(UpdateDomain command, RegistrarResponse response) {
    return new Result(response.pending() || response.first("STATUS").isPresent());
  }
}
