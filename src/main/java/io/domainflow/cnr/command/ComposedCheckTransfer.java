package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.CheckTransfer.AuthCheck;
import io.domainflow.wire.protocol.ResultCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@link CheckTransfer}: as {@code CheckDomainTransfer} in the zones that have it for certain: the
 * registrar's page lists many more, and a comment in one of its modules these only. For others it
 * is put together from whether the name is registered, and what its zone wants: then the auth code
 * is checked, and a lock found, only when the transfer is asked for.
 */
final class ComposedCheckTransfer implements Composed<CheckTransfer, CheckTransfer.Result> {

  private static final Set<String> CHECKED =
      Set.of("com", "net", "jobs", "org", "biz", "info", "name", "mobi");

  @Override
  public Class<CheckTransfer> command() {
    return CheckTransfer.class;
  }

  @Override
  public String name(CheckTransfer command) {
    return isChecked(command) ? "CheckDomainTransfer" : "CheckDomains";
  }

  @Override
  public int points(CheckTransfer command) {
    return isChecked(command) ? 1 : 2;
  }

  @Override
  public Optional<DomainName> about(CheckTransfer command) {
    return Optional.of(command.domain());
  }

  @Override
  public CheckTransfer.Result ask(CheckTransfer command, Calls calls) {
    if (isChecked(command)) {
      return calls.ask(command);
    }
    Availability name = calls.ask(new CheckDomainsBatch(List.of(command.domain()))).names().get(0);
    if (name.kind().isFree()) {
      throw new ComposedCallFailed(
          Refusals.of(
              RefusalReason.NOT_FOUND, ResultCode.NOT_FOUND, "Nobody has registered the name."));
    }
    TransferTerms.Result zone = calls.ask(new TransferTerms(command.domain()));
    return new CheckTransfer.Result(
        true,
        "",
        zone.authRequired(),
        AuthCheck.UNKNOWN,
        false,
        null,
        false,
        zone.periods(),
        null,
        null,
        null,
        List.of());
  }

  private static boolean isChecked(CheckTransfer command) {
    return CHECKED.contains(command.domain().zone());
  }
}
