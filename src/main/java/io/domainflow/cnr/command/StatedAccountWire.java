package io.domainflow.cnr.command;

import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/** {@link StatedAccount} as {@code StatusAccount}. */
final class StatedAccountWire implements Wire<StatedAccount, StatedAccount.Result> {

  @Override
  public Class<StatedAccount> command() {
    return StatedAccount.class;
  }

  @Override
  public String name(StatedAccount command) {
    return "StatusAccount";
  }

  @Override
  public Map<String, String> parameters(StatedAccount command) {
    return Map.of();
  }

  @Override
  public StatedAccount.Result result(StatedAccount command, WireResponse response) {
    return new StatedAccount.Result(
        response.first("REGISTRAR").orElse(null), response.first("CURRENCY").orElse(null));
  }
}
