package io.domainflow.sandbox.cnr.price;

import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Today's exchange rates: the amount of each currency per euro. */
record Rates(Map<String, BigDecimal> ofAEuro) {

  private static final int PLACES = 6;

  static Rates of(IspapiCommands other, ReceivedCommand call, Transaction transaction) {
    Answer today = other.carryOut("QueryExchangeRates", call, Map.of(), transaction);
    List<String> currencies = today.column("CURRENCYTO");
    Map<String, BigDecimal> rates = new TreeMap<>(Map.of("EUR", BigDecimal.ONE));
    for (int i = 0; i < currencies.size(); i++) {
      rates.put(currencies.get(i), new BigDecimal(today.column("RATE").get(i)));
    }
    return new Rates(rates);
  }

  /** The amount of one currency per unit of another; empty if one is unknown. */
  Optional<BigDecimal> between(String from, String to) {
    BigDecimal one = ofAEuro.get(from);
    BigDecimal other = ofAEuro.get(to);
    return one == null || other == null
        ? Optional.empty()
        : Optional.of(other.divide(one, PLACES, RoundingMode.HALF_UP));
  }
}
