package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.CancelTransfer;
import io.domainflow.registrar.command.CancelTransfer.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link CancelTransfer} as {@code TransferDomain} with {@code ACTION=CANCEL}. */
final class CancelTransferCodec implements Codec<CancelTransfer, CancelTransfer.Result> {

  @Override
  public String name(CancelTransfer command) {
    return "TransferDomain";
  }

  @Override
  public Map<String, String> parameters(CancelTransfer command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("ACTION", "CANCEL");
    return parameters;
  }

  // 545 and 534: there is none. 540: the name is in this account by now.
  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND
        || refusal == ResultCode.NOT_FLAGGED_FOR_TRANSFER
        || refusal == ResultCode.NOT_UNIQUE;
  }

  @Override
  public Result result(CancelTransfer command, RegistrarResponse response) {
    return new Result(response.code() == ResultCode.COMPLETED.code());
  }
}
