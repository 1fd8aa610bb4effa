package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.ValueType;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CheckDomainsHandler implements CommandHandler {

  /** The channel that offers the premium names. */
  static final String CHANNEL_OF_ALL = "SANDBOX";

  private static final int MOST_NAMES = 250;
  private static final String CHANNEL = "PREMIUMCHANNEL";

  private static final List<String> COLUMNS =
      List.of("CLASS", "CURRENCY", "DOMAINCHECK", "DOMAINCHECKTIME", "PRICE", "REASON");

  private final Availability availability;

  CheckDomainsHandler(Availability availability) {
    this.availability = availability;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    CheckDomainHandler.refuseSunrise(call);
    List<String> names = call.list("DOMAIN");
    if (names.size() > MOST_NAMES) {
      throw new Refusal(Code.INVALID_VALUE, "more than " + MOST_NAMES + " names");
    }
    if (names.size()
        != call.parameters().keySet().stream().filter(k -> k.matches("DOMAIN\\d+")).count()) {
      throw new Refusal(Code.INVALID_SYNTAX, "DOMAIN is not numbered from 0 without gaps");
    }
    boolean premium = call.value("PREMIUMCHANNELS").isPresent();
    Map<String, List<String>> columns = new LinkedHashMap<>();
    COLUMNS.forEach(column -> columns.put(column, new ArrayList<>()));
    columns.put(CHANNEL, new ArrayList<>());
    for (String name : names) {
      Map<String, String> row = row(name.toLowerCase(Locale.ROOT), premium, transaction);
      columns.forEach((column, cells) -> cells.add(row.getOrDefault(column, "")));
    }
    Answer answer = Answer.of(Code.COMPLETED);
    columns.forEach(answer::with);
    return answer;
  }

  private Map<String, String> row(String name, boolean premium, Transaction transaction) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("DOMAINCHECKTIME", "0.012");
    if (!ValueType.isName(name)) {
      row.put("DOMAINCHECK", "505 " + Code.INVALID_SYNTAX.text());
      return row;
    }
    Availability.Result finding;
    try {
      finding = availability.of(name, transaction);
    } catch (Refusal refusal) {
      Code code = Profile.of(transaction) == Profile.A ? Code.FAILED : refusal.answer().code();
      Answer answer = Answer.of(code, refusal.answer().detail());
      row.put("DOMAINCHECK", answer.code().number() + " " + answer.description());
      return row;
    }
    switch (finding.kind()) {
      case FREE -> row.put("DOMAINCHECK", "210 Available");
      case TAKEN -> {
        row.put("DOMAINCHECK", "211 " + Code.DOMAIN_NOT_AVAILABLE.text());
        finding
            .premium()
            .ifPresent(
                price -> {
                  row.put("DOMAINCHECK", "211 Premium Domain name not available [PREMIUM]");
                  row.put("CLASS", price.priceClass());
                });
      }
      case PREMIUM -> {
        row.put("DOMAINCHECK", "211 Premium Domain name available [PREMIUM]");
        Availability.Premium price = finding.premium().orElseThrow();
        row.put("CLASS", price.priceClass());
        row.put("REASON", CheckDomainHandler.PREMIUM_REASON);
        if (premium) {
          row.put("PRICE", Ledger.amount(price.price()));
          row.put("CURRENCY", price.currency());
          row.put(CHANNEL, CHANNEL_OF_ALL);
        }
      }
    }
    return row;
  }
}
