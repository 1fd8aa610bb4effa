package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadDefaultRenewalMode;

/** {@link ReadDefaultRenewalMode}, which has to name the account. */
final class ComposedReadDefaultRenewalMode
    implements Composed<ReadDefaultRenewalMode, ReadDefaultRenewalMode.Result> {

  @Override
  public String name(ReadDefaultRenewalMode command) {
    return "StatusRegistrar";
  }

  @Override
  public int points(ReadDefaultRenewalMode command) {
    return DefaultMode.POINTS;
  }

  @Override
  public ReadDefaultRenewalMode.Result ask(ReadDefaultRenewalMode command, Calls calls) {
    return calls.ask(new AccountMode(calls.account()));
  }
}
