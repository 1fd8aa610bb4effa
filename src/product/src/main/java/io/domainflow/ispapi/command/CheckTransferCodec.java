package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.lineprotocol.value.Numbers;
import io.domainflow.lineprotocol.value.PeriodText;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.CheckTransfer.AuthCheck;
import io.domainflow.registrar.command.CheckTransfer.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@link CheckTransfer} as {@code CheckDomainTransfer}. That it changes nothing is inferred from
 * its purpose; its page does not say so.
 */
final class CheckTransferCodec implements Codec<CheckTransfer, CheckTransfer.Result> {

  @Override
  public String name(CheckTransfer command) {
    return "CheckDomainTransfer";
  }

  @Override
  public Map<String, String> parameters(CheckTransfer command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    if (command.authCode() != null) {
      parameters.put("AUTH", command.authCode().reveal());
    }
    return parameters;
  }

  @Override
  public Result result(CheckTransfer command, RegistrarResponse response) {
    // Its page lists only 218; 200 was seen.
    boolean possible =
        response.code() == ResultCode.REQUEST_AVAILABLE.code()
            || response.code() == ResultCode.COMPLETED.code();
    List<String> status =
        response.all("STATUS").stream().map(text -> text.split("\\s", 2)[0]).toList();
    return new Result(
        possible,
        response.detail().isEmpty() ? response.description() : response.detail(),
        response.flag("AUTHREQUIRED").orElse(false),
        response
            .flag("AUTHISVALID")
            .map(valid -> valid ? AuthCheck.VALID : AuthCheck.INVALID)
            .orElse(AuthCheck.UNKNOWN),
        response.flag("TRANSFERLOCK").orElse(prohibitsTransfer(status)) || isLocked(status),
        response.first("AGEINDAYS").flatMap(Numbers::read).orElse(null),
        response.flag("USERTRANSFERREQUIRED").orElse(false),
        PeriodText.read(response.all("PERIOD")),
        response.instant("EXPIRATIONDATE").orElse(null),
        response.first("CLASS").filter(PriceClassName::isOwn).orElse(null),
        null,
        response.first("REGISTRAR").orElse(null),
        status);
  }

  private static boolean prohibitsTransfer(List<String> status) {
    return status.stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).endsWith("transferprohibited"));
  }

  // A status such as clientTransferProhibited; a status that only prohibits deletion is not a lock.
  private static boolean isLocked(List<String> status) {
    return status.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(
            name ->
                name.equals("clienttransferprohibited") || name.equals("servertransferprohibited"));
  }
}
