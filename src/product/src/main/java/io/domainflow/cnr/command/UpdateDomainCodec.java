package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.ContactParameters;
import io.domainflow.lineprotocol.value.DisclosureAtCa;
import io.domainflow.lineprotocol.value.NameserverParameters;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link UpdateDomain} as {@code ModifyDomain}, whose lists replace the present ones; an empty
 * entry clears a list.
 */
final class UpdateDomainCodec implements Codec<UpdateDomain, UpdateDomain.Result> {

  @Override
  public String name(UpdateDomain command) {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters(UpdateDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    NameSettings settings = command.settings();
    if (settings.transferLock() != null) {
      parameters.put("TRANSFERLOCK", settings.transferLock() ? "1" : "0");
    }
    if (settings.nameservers() != null) {
      NameserverParameters.replace(parameters, settings.nameservers());
    }
    settings
        .contacts()
        .forEach((role, handles) -> ContactParameters.replace(parameters, role, handles));
    if (settings.privacy() != null) {
      putPrivacy(parameters, command.domain(), settings.privacy());
    }
    return parameters;
  }

  private static void putPrivacy(
      Map<String, String> parameters, DomainName domain, boolean privacy) {
    if (DisclosureAtCa.decides(domain)) {
      DisclosureAtCa.put(parameters, privacy);
    } else {
      parameters.put(RegistrarTexts.PRIVACY, privacy ? "1" : "0");
    }
  }

  @Override
  public UpdateDomain.Result result(UpdateDomain command, RegistrarResponse response) {
    return new UpdateDomain.Result(response.pending());
  }
}
