package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.DomainName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Withdraws a change of registrant that is under way. A refusal that says that none is running is
 * no failure, but it may just have ended either way: whoever cancels reads the state of the name
 * afterwards.
 */
public record CancelDomainTrade(DomainName domain) implements Repeatable<CancelDomainTrade.Result> {

  /**
   * The answer.
   *
   * @param cancelled by this very command; false if no change was running any more
   */
  public record Result(boolean cancelled) {}

  @Override
  public String name() {
    return "TradeDomain";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put("ACTION", "CANCEL");
    return parameters;
  }

  // The only one on the command's page that says that there is none.
  @Override
  public boolean isAlreadySo(ResultCode refusal) {
    return refusal == ResultCode.NOT_FOUND;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(response.code() == ResultCode.COMPLETED.code());
  }
}
