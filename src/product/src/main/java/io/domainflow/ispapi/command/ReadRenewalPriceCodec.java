package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.ReadRenewalPrice;
import io.domainflow.registrar.command.ReadRenewalPrice.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@link ReadRenewalPrice} as {@code QueryDomainList} with prices: the only documented place that
 * states the price of the name itself, including premium prices.
 */
final class ReadRenewalPriceCodec implements Codec<ReadRenewalPrice, ReadRenewalPrice.Result> {

  @Override
  public String name(ReadRenewalPrice command) {
    return "QueryDomainList";
  }

  @Override
  public Map<String, String> parameters(ReadRenewalPrice command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("VERSION", "2");
    parameters.put("WIDE", "1");
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("PROPERTIES", "PRICE");
    return parameters;
  }

  @Override
  public Result result(ReadRenewalPrice command, RegistrarResponse response) {
    return new Result(
        IntStream.range(0, response.all("OBJECTID").size())
            .filter(
                i ->
                    response
                        .at("OBJECTID", i)
                        .filter(command.domain().ascii()::equalsIgnoreCase)
                        .isPresent())
            .boxed()
            .findFirst()
            .flatMap(i -> price(response, i)));
  }

  private static Optional<Money> price(RegistrarResponse response, int i) {
    Optional<String> amount = response.at("RENEWALPRICE", i);
    Optional<String> currency = response.at("CURRENCY", i);
    if (amount.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Money.of(amount.get(), currency.get()));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
