package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.RenewDomain;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link RenewDomain}: first the data it needs is read, then one command is sent. A premium name is
 * renewed at the price that is stated now: the process has checked it just before. A name that is
 * renewed through its mode keeps a mode that ends it for the time after the renewal; any other mode
 * becomes the account's default.
 */
final class ComposedRenewDomain implements Composed<RenewDomain, RenewDomain.Result> {

  private static final RenewDomainCodec CODEC = new RenewDomainCodec();

  @Override
  public String name(RenewDomain command) {
    return CODEC.name(command);
  }

  @Override
  public int points(RenewDomain command) {
    return CODEC.points(command) + 1;
  }

  @Override
  public Optional<DomainName> about(RenewDomain command) {
    return Optional.of(command.domain());
  }

  @Override
  public RenewDomain.Result ask(RenewDomain command, Calls calls) {
    if (command.onCommand() && command.priceClass() == null) {
      return calls.change(command);
    }
    RenewalTerms.Result terms = calls.ask(new RenewalTerms(command.domain()));
    if (command.onCommand()) {
      return terms.price().isEmpty()
          ? calls.change(command)
          : calls.change(new PricedRenewal(command, ofAllYears(command, terms.price().get())));
    }
    String word = ModeText.renewOnce(terms.mode());
    if (word.equals(ModeText.RENEW_ONCE)) {
      calls.change(command);
    } else {
      calls.change(new CnrRenewalMode(command.domain(), word));
    }
    return new RenewDomain.Result(null, chargedAt(command, terms, calls.now()));
  }

  // After its date, a renewal is carried out within minutes.
  private static @Nullable Instant chargedAt(
      RenewDomain command, RenewalTerms.Result terms, Instant now) {
    Instant at = terms.renewal() == null ? command.expiresBefore() : terms.renewal();
    return at.isAfter(now) ? at : null;
  }

  private static Money ofAllYears(RenewDomain command, Money year) {
    return new Money(
        year.amount().multiply(BigDecimal.valueOf(command.period().years())), year.currency());
  }
}
