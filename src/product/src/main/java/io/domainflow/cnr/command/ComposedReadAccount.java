package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadAccount;
import java.util.ArrayList;
import java.util.List;

/** {@link ReadAccount}: the account, and page by page the zones with their prices. */
final class ComposedReadAccount implements Composed<ReadAccount, ReadAccount.Result> {

  /** There are some 1,100 zones. */
  private static final int MOST_PARTS = 5;

  private static final int USUAL_CALLS = 3;

  @Override
  public String name(ReadAccount command) {
    return "StatusAccount";
  }

  @Override
  public int points(ReadAccount command) {
    return USUAL_CALLS;
  }

  @Override
  public ReadAccount.Result ask(ReadAccount command, Calls calls) {
    CnrAccountStatus.Result account = calls.ask(new CnrAccountStatus());
    List<ListedZones.Zone> zones = new ArrayList<>();
    for (int part = 0; part < MOST_PARTS; part++) {
      ListedZones.Result listed = calls.ask(new ListedZones("*", zones.size()));
      zones.addAll(listed.zones());
      if (listed.zones().isEmpty() || zones.size() >= listed.total().orElse(0)) {
        break;
      }
    }
    return new ReadAccount.Result(account.registrar(), account.currency(), ZonePrices.of(zones));
  }
}
