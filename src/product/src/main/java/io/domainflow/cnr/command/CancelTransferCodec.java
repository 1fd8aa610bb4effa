package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.CancelTransfer;
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
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put("ACTION", "CANCEL");
    return parameters;
  }

  @Override
  public CancelTransfer.Result result(CancelTransfer command, RegistrarResponse response) {
    return new CancelTransfer.Result(response.code() == ResultCode.COMPLETED.code());
  }

  // 545 and 534: there is none. 540: the name is in this account by now. All as at ISPAPI.
  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND
        || refusal == ResultCode.NOT_FLAGGED_FOR_TRANSFER
        || refusal == ResultCode.NOT_UNIQUE;
  }
}
