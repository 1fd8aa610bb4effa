package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.lineprotocol.value.Numbers;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.CheckTransfer.AuthCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link CheckTransfer} as {@code CheckDomainTransfer}, for the zones that certainly support it. A
 * transfer is possible with {@link ResultCode#REQUEST_AVAILABLE}.
 */
final class CheckTransferCodec implements Codec<CheckTransfer, CheckTransfer.Result> {

  @Override
  public String name(CheckTransfer command) {
    return "CheckDomainTransfer";
  }

  @Override
  public Map<String, String> parameters(CheckTransfer command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    if (command.authCode() != null) {
      parameters.put("AUTH", command.authCode().reveal());
    }
    return parameters;
  }

  @Override
  public CheckTransfer.Result result(CheckTransfer command, RegistrarResponse response) {
    boolean possible =
        response.code() == ResultCode.REQUEST_AVAILABLE.code()
            || response.code() == ResultCode.COMPLETED.code();
    return new CheckTransfer.Result(
        possible,
        response.detail().isEmpty() ? response.description() : response.detail(),
        // The zones that support it require the code.
        true,
        response
            .flag("AUTHISVALID")
            .map(valid -> valid ? AuthCheck.VALID : AuthCheck.INVALID)
            .orElse(AuthCheck.UNKNOWN),
        response.flag("TRANSFERLOCK").orElse(false),
        response.first("AGEINDAYS").flatMap(Numbers::read).orElse(null),
        false,
        List.of(),
        response.instant("REGISTRATIONEXPIRATIONDATE").orElse(null),
        null,
        null,
        response.first("REGISTRAR").orElse(null),
        response.all("STATUS"));
  }

  @Override
  public boolean isAnsweredBy(CheckTransfer command, RegistrarResponse response) {
    return response
        .first("DOMAIN")
        .map(name -> Columns.isName(name, command.domain()))
        .orElse(true);
  }
}
