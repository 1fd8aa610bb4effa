package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.AnswerTransfer;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link AnswerTransfer} as {@code TransferDomain} with {@code ACTION=APPROVE} or {@code DENY}. */
final class AnswerTransferCodec implements Codec<AnswerTransfer, AnswerTransfer.Result> {

  @Override
  public String name(AnswerTransfer command) {
    return "TransferDomain";
  }

  @Override
  public Map<String, String> parameters(AnswerTransfer command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("ACTION", command.approve() ? "APPROVE" : "DENY");
    return parameters;
  }

  @Override
  public AnswerTransfer.Result result(AnswerTransfer command, RegistrarResponse response) {
    return new AnswerTransfer.Result(response.code() == ResultCode.COMPLETED.code());
  }

  // 534 and 545: there is no request for the name, or it is no longer in this account.
  @Override
  public boolean meansAlreadyDone(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND || refusal == ResultCode.NOT_FLAGGED_FOR_TRANSFER;
  }
}
