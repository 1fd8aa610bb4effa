package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadAccount.Charge;
import io.domainflow.registrar.command.ReadAccount.ClassPrices;
import io.domainflow.registrar.command.ReadAccount.Result;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@link ReadAccount} as {@code StatusUser} with the relations of the account, which contain its
 * prices. The relation for a restore is inferred: it is named like the others, and no page
 * documents it.
 */
final class ReadAccountCodec implements Codec<ReadAccount, ReadAccount.Result> {

  private static final String CURRENCY = "CURRENCY";

  // A class may have underscores in its name, such as PREMIUM_DONUTS_A.
  private static final Pattern PRICE =
      Pattern.compile(
          "PRICE_CLASS_DOMAIN_(.+)_(SETUP|ANNUAL|TRANSFER|TRADE|RESTORE|CURRENCY)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String name(ReadAccount command) {
    return "StatusUser";
  }

  @Override
  public Map<String, String> parameters(ReadAccount command) {
    return Map.of("RELATIONS", "1");
  }

  @Override
  public Result result(ReadAccount command, RegistrarResponse response) {
    Map<String, String> currencies = new HashMap<>();
    Map<String, Map<Charge, String>> amounts = new HashMap<>();
    int relations = response.properties().getOrDefault("RELATIONTYPE", List.of()).size();
    for (int i = 0; i < relations; i++) {
      Matcher price = PRICE.matcher(response.at("RELATIONTYPE", i).orElse(""));
      String value = response.at("RELATIONVALUE", i).orElse(null);
      if (value != null && price.matches()) {
        String priceClass = price.group(1).toUpperCase(Locale.ROOT);
        String of = price.group(2).toUpperCase(Locale.ROOT);
        Map<Charge, String> ofClass =
            amounts.computeIfAbsent(priceClass, each -> new EnumMap<>(Charge.class));
        if (of.equals(CURRENCY)) {
          currencies.putIfAbsent(priceClass, value);
        } else {
          ofClass.putIfAbsent(Charge.valueOf(of), value);
        }
      }
    }
    Map<String, ClassPrices> prices = new HashMap<>();
    amounts.forEach(
        (priceClass, stated) ->
            prices.put(priceClass, new ClassPrices(currencies.get(priceClass), stated)));
    return new Result(
        response.first("USER").orElse(null),
        response.first("ACCOUNTCURRENCY").orElse(null),
        prices);
  }
}
