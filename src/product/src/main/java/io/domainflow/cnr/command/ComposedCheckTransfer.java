package io.domainflow.cnr.command;

import io.domainflow.cnr.command.CheckDomainsBatch.PriceOf;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.CheckTransfer.AuthCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@link CheckTransfer}: as {@code CheckDomainTransfer} in the zones that certainly support it: the
 * registrar's page lists many more, but a comment in one of its modules lists only these. For
 * others the answer is composed from whether the name is registered, and what its zone requires:
 * then the auth code is checked, and a lock noticed, only when the transfer is requested. In all
 * zones the transfer price of a premium name is requested with its availability.
 */
final class ComposedCheckTransfer implements Composed<CheckTransfer, CheckTransfer.Result> {

  private static final Set<String> CHECKED =
      Set.of("com", "net", "jobs", "org", "biz", "info", "name", "mobi");

  @Override
  public String name(CheckTransfer command) {
    return isChecked(command) ? "CheckDomainTransfer" : "CheckDomains";
  }

  @Override
  public int points(CheckTransfer command) {
    return 2;
  }

  @Override
  public Optional<DomainName> about(CheckTransfer command) {
    return Optional.of(command.domain());
  }

  @Override
  public CheckTransfer.Result ask(CheckTransfer command, Calls calls) {
    if (isChecked(command)) {
      CheckTransfer.Result check = calls.ask(command);
      return check.possible() ? withPrice(check, availability(command, calls)) : check;
    }
    Availability name = availability(command, calls);
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
        name.priceClass(),
        name.price(),
        null,
        List.of());
  }

  private static Availability availability(CheckTransfer command, Calls calls) {
    Availability name =
        calls
            .ask(new CheckDomainsBatch(List.of(command.domain()), PriceOf.TRANSFER))
            .names()
            .get(0);
    if (name.kind() == Availability.Kind.NOT_CHECKED) {
      // A premium name would count as an ordinary one.
      throw new ComposedCallFailed(
          Refusals.notAnswered(
              name.code(), "The price of the name could not be found out at the moment."));
    }
    return name;
  }

  private static CheckTransfer.Result withPrice(CheckTransfer.Result check, Availability name) {
    return new CheckTransfer.Result(
        check.possible(),
        check.text(),
        check.authRequired(),
        check.auth(),
        check.transferLocked(),
        check.ageInDays(),
        check.userTransferRequired(),
        check.periods(),
        check.expiresAt(),
        name.priceClass(),
        name.price(),
        check.registrar(),
        check.status());
  }

  private static boolean isChecked(CheckTransfer command) {
    return CHECKED.contains(command.domain().zone());
  }
}
