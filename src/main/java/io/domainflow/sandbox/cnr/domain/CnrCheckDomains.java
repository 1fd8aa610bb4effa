package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.command.ValueType;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "CNR CheckDomains: domaincheck «210 Available», «211 Domain name not available» or «541 Invalid"
            + " attribute value», domainchecktime 0",
    basis = Basis.RECORDED,
    source = "PHP SDK of Team Internet, recorded answers")
@Behaviour(
    value =
        "CNR CheckDomains: a premium name nobody has is «210 Available»; X-FEE-AMOUNT (four decimals),"
            + " X-FEE-CLASS, X-FEE-CURRENCY and the rest are there for names with an X-FEE-COMMAND# of"
            + " their own, and for them alone, for the years that X-FEE-PERIOD# says",
    basis = Basis.DOCUMENTED,
    source = "CentralNic Reseller knowledge base, Premium Domain Handling and CheckDomains")
@Behaviour(
    value = "CNR CheckDomains: X-FEE-CLASS of a plain name is «standard»",
    basis = Basis.INFERRED,
    source = "RFC 8748, which calls it so",
    profileB = "it is empty")
@Behaviour(
    value = "CNR CheckDomains: more than 32 names are 541",
    basis = Basis.INFERRED,
    source =
        "modules (WHMCS RRPproxy 1.7.0, rtldev-middleware Blesta CNR 5.0.1), which never"
            + " ask for more",
    profileB = "any number is answered")
class CnrCheckDomains implements CnrHandler {

  private static final int MOST_NAMES = 32;
  private static final int FEE_DECIMALS = 4;
  private static final String FREE = "210 Available";

  private final Availability availability;
  private final PricedZones zones;

  CnrCheckDomains(Availability availability, PricedZones zones) {
    this.availability = availability;
    this.zones = zones;
  }

  /** What is said of one name; no premium for a plain one. */
  private record Checked(String name, String check, Optional<Availability.Premium> premium) {

    static Checked of(String name, Code code) {
      return new Checked(name, code.number() + " " + code.text(), Optional.empty());
    }
  }

  /** What so many years of a name cost. */
  private record Priced(Checked row, int years, BigDecimal price) {}

  @Override
  public String command() {
    return "CheckDomains";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN#")
        .optional("ZONETAG", "X-IDN-LANGUAGE", "X-ALLOCATION-TOKEN", "X-FEE-COMMAND")
        .optional(
            "X-FEE-COMMAND#",
            "X-FEE-CURRENCY#",
            "X-FEE-DOMAIN#",
            "X-FEE-LAUNCHPHASE#",
            "X-FEE-PERIOD#",
            "X-FEE-PERIODTYPE#");
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    List<String> names = call.list("DOMAIN");
    if (names.size() > MOST_NAMES && Profile.of(transaction) == Profile.A) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    List<Checked> rows = names.stream().map(name -> check(name, transaction)).toList();
    Map<String, Function<Checked, String>> columns = Listing.columns();
    columns.put("domaincheck", Checked::check);
    columns.put("domainchecktime", row -> "0");
    Answer answer = Listing.table(rows, columns);
    List<Priced> priced =
        IntStream.range(0, rows.size())
            .filter(i -> call.value("X-FEE-COMMAND" + i).isPresent())
            .filter(i -> !rows.get(i).check().startsWith("541"))
            .mapToObj(i -> priced(rows.get(i), years(call, i), transaction))
            .toList();
    if (!priced.isEmpty()) {
      fees(call, transaction)
          .forEach((name, cell) -> answer.with(name, priced.stream().map(cell).toList()));
    }
    return answer;
  }

  private static int years(WireCall call, int row) {
    String years = call.value("X-FEE-PERIOD" + row).orElse("1");
    if (!years.matches("[1-9]|10")) {
      throw new Refusal(Code.INVALID_VALUE, "X-FEE-PERIOD" + row);
    }
    return Integer.parseInt(years);
  }

  private Priced priced(Checked row, int years, Transaction transaction) {
    return new Priced(
        row,
        years,
        row.premium()
            .map(premium -> premium.price(years, transaction))
            .orElseGet(() -> zones.of(row.name()).annual().multiply(BigDecimal.valueOf(years))));
  }

  private Map<String, Function<Priced, String>> fees(WireCall call, Transaction transaction) {
    String own = Ledger.currency(call.account(), transaction);
    String plain = Profile.of(transaction) == Profile.A ? "standard" : "";
    Map<String, Function<Priced, String>> columns = Listing.columns();
    columns.put(
        "x-fee-amount",
        fee -> fee.price().setScale(FEE_DECIMALS, RoundingMode.UNNECESSARY).toPlainString());
    columns.put("x-fee-application", fee -> "0.0000");
    columns.put(
        "x-fee-class",
        fee -> fee.row().premium().map(Availability.Premium::priceClass).orElse(plain));
    columns.put("x-fee-command", fee -> "create");
    columns.put(
        "x-fee-currency",
        fee -> fee.row().premium().map(Availability.Premium::currency).orElse(own));
    columns.put("x-fee-domain", fee -> fee.row().name());
    columns.put("x-fee-launchphase", fee -> "");
    columns.put("x-fee-period", fee -> Integer.toString(fee.years()));
    columns.put("x-fee-periodtype", fee -> "YEAR");
    return columns;
  }

  private Checked check(String text, Transaction transaction) {
    String name = text.toLowerCase(Locale.ROOT);
    if (!ValueType.isName(name)) {
      return Checked.of(name, Code.INVALID_VALUE);
    }
    try {
      Availability.Finding finding = availability.of(name, transaction);
      return switch (finding.kind()) {
        case TAKEN -> Checked.of(name, Code.DOMAIN_NOT_AVAILABLE);
        case PREMIUM -> new Checked(name, FREE, finding.premium());
        default -> new Checked(name, FREE, Optional.empty());
      };
    } catch (Refusal refusal) {
      return Checked.of(name, refusal.answer().code());
    }
  }
}
