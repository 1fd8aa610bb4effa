package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadRenewalPrice;
import java.util.Optional;

/**
 * {@link ReadRenewalPrice}: the name's premium price, or that of a year in its zone. If it is a
 * premium name without a stated price, there is no price.
 */
final class ComposedReadRenewalPrice
    implements Composed<ReadRenewalPrice, ReadRenewalPrice.Result> {

  @Override
  public String name(ReadRenewalPrice command) {
    return "StatusDomain";
  }

  @Override
  public int points(ReadRenewalPrice command) {
    return 2;
  }

  @Override
  public Optional<DomainName> about(ReadRenewalPrice command) {
    return Optional.of(command.domain());
  }

  @Override
  public ReadRenewalPrice.Result ask(ReadRenewalPrice command, Calls calls) {
    Answer<RenewalTerms.Result> answer = calls.answerTo(new RenewalTerms(command.domain()));
    RenewalTerms.Result terms = answer.result();
    if (terms == null) {
      if (answer.reason() == RefusalReason.NOT_FOUND) {
        return new ReadRenewalPrice.Result(Optional.empty());
      }
      throw new ComposedCallFailed(answer);
    }
    if (terms.ownPrice() || terms.price().isPresent()) {
      return new ReadRenewalPrice.Result(terms.price());
    }
    String zone = terms.zone() == null ? command.domain().zone() : terms.zone();
    ListedZones.Result listed = calls.ask(new ListedZones(zone, 0));
    return new ReadRenewalPrice.Result(
        new ReadAccount.Result(null, null, ZonePrices.of(listed.zones()))
            .annualPrice(ZonePrices.classOf(zone)));
  }
}
