package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.CancelRegistrantChange;
import io.domainflow.registrar.command.CancelRegistrantChange.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link CancelRegistrantChange} as {@code TradeDomain} with {@code ACTION=CANCEL}. */
final class CancelRegistrantChangeCodec
    implements Codec<CancelRegistrantChange, CancelRegistrantChange.Result> {

  @Override
  public String name(CancelRegistrantChange command) {
    return "TradeDomain";
  }

  @Override
  public Map<String, String> parameters(CancelRegistrantChange command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("ACTION", "CANCEL");
    return parameters;
  }

  // The only code on the command's page which means that there is none.
  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND;
  }

  @Override
  public Result result(CancelRegistrantChange command, RegistrarResponse response) {
    return new Result(response.code() == ResultCode.COMPLETED.code());
  }
}
