package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.DomainName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Withdraws a transfer to this account. A refusal that says that none is running is no failure, but
 * the transfer may just have ended either way: whoever cancels reads the state of the name
 * afterwards.
 */
public record CancelDomainTransfer(DomainName domain)
    implements Repeatable<CancelDomainTransfer.Result> {

  /**
   * The answer.
   *
   * @param cancelled by this very command; false if no transfer was running any more
   */
  public record Result(boolean cancelled) {}

  @Override
  public String name() {
    return "TransferDomain";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put("ACTION", "CANCEL");
    return parameters;
  }

  // 545 and 534: there is none. 540: the name is in this account by now.
  @Override
  public boolean isAlreadySo(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND
        || refusal == ResultCode.NOT_FLAGGED_FOR_TRANSFER
        || refusal == ResultCode.NOT_UNIQUE;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(response.code() == ResultCode.COMPLETED.code());
  }
}
