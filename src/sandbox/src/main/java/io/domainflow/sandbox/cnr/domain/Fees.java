package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.NamePrices;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.ValueType;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Answers the prices that a check of names asks for, each by a block of X-FEE parameters. */
@Component("sandboxFees")
@ConditionalOnSandbox
class Fees {

  private static final Pattern BLOCK = Pattern.compile("X-FEE-COMMAND([0-9]{1,3})");
  private static final int MOST_BLOCKS = 30;

  private final NamePrices prices;

  Fees(NamePrices prices) {
    this.prices = prices;
  }

  /** The price that a block asks for. */
  private record Fee(
      String domain, NamePrices.Action action, int years, NamePrices.NamePrice name) {}

  /** The parameters of a command, with those that ask for prices. */
  static Parameters askable(Parameters parameters) {
    return parameters.optional(
        "X-FEE-COMMAND#",
        "X-FEE-CURRENCY#",
        "X-FEE-DOMAIN#",
        "X-FEE-LAUNCHPHASE#",
        "X-FEE-PERIOD#",
        "X-FEE-PERIODTYPE#");
  }

  /**
   * Adds the requested prices to an answer.
   *
   * @param names the checked names, in lower case
   * @throws Refusal 541 if a block asks for something that does not exist
   */
  void put(Answer answer, List<String> names, ReceivedCommand call, Transaction transaction) {
    List<Integer> blocks = blocks(call);
    Profile profile = Profile.of(transaction);
    if (blocks.size() > MOST_BLOCKS && profile == Profile.B) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    List<Fee> fees = new ArrayList<>();
    for (int block : blocks) {
      fee(block, names, call, transaction).ifPresent(fees::add);
    }
    if (!fees.isEmpty()) {
      columns(profile).forEach((name, cell) -> answer.with(name, fees.stream().map(cell).toList()));
    }
  }

  private static List<Integer> blocks(ReceivedCommand call) {
    TreeSet<Integer> blocks = new TreeSet<>();
    for (String name : call.parameters().keySet()) {
      Matcher block = BLOCK.matcher(name);
      if (block.matches() && call.value(name).isPresent()) {
        blocks.add(Integer.parseInt(block.group(1)));
      }
    }
    return List.copyOf(blocks);
  }

  private Optional<Fee> fee(
      int block, List<String> names, ReceivedCommand call, Transaction transaction) {
    String domain = domain(block, names, call);
    NamePrices.Action action =
        NamePrices.Action.read(call.required("X-FEE-COMMAND" + block)).orElseThrow(Fees::refused);
    String years = call.value("X-FEE-PERIOD" + block).orElse("1");
    if (!years.matches("[1-9]|10")
        || !call.isAnyOr("X-FEE-PERIODTYPE" + block, "YEAR")
        || !call.isAnyOr("X-FEE-CURRENCY" + block, Ledger.currency(call.account(), transaction))) {
      throw refused();
    }
    return price(domain, call, transaction)
        .map(price -> new Fee(domain, action, Integer.parseInt(years), price));
  }

  private static String domain(int block, List<String> names, ReceivedCommand call) {
    Optional<String> stated =
        call.value("X-FEE-DOMAIN" + block).map(name -> name.toLowerCase(Locale.ROOT));
    int row = names.size() == 1 ? 0 : block;
    if (stated.isEmpty() && row < names.size()) {
      return names.get(row);
    }
    return stated.filter(names::contains).orElseThrow(Fees::refused);
  }

  private Optional<NamePrices.NamePrice> price(
      String domain, ReceivedCommand call, Transaction transaction) {
    if (!ValueType.isName(domain)) {
      return Optional.empty();
    }
    try {
      return Optional.of(prices.of(domain, call, transaction));
    } catch (Refusal noZone) {
      return Optional.empty();
    }
  }

  private static Refusal refused() {
    return new Refusal(Code.INVALID_VALUE);
  }

  private static Map<String, Function<Fee, String>> columns(Profile profile) {
    String plain = profile == Profile.A ? "standard" : "";
    Map<String, Function<Fee, String>> columns = Listing.columns();
    columns.put("x-fee-amount", fee -> NamePrices.amount(fee.name().of(fee.action(), fee.years())));
    columns.put("x-fee-application", fee -> "0.0000");
    columns.put("x-fee-class", fee -> fee.name().premium().orElse(plain));
    columns.put("x-fee-command", fee -> word(fee.action()));
    columns.put("x-fee-currency", fee -> fee.name().currency());
    columns.put("x-fee-domain", Fee::domain);
    columns.put("x-fee-launchphase", fee -> "");
    columns.put("x-fee-period", fee -> Integer.toString(fee.years()));
    columns.put("x-fee-periodtype", fee -> "YEAR");
    return columns;
  }

  private static String word(NamePrices.Action action) {
    return action == NamePrices.Action.ADD ? "create" : action.name().toLowerCase(Locale.ROOT);
  }
}
