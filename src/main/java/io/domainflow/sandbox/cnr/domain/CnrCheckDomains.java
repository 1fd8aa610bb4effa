package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.ValueType;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    value = "CNR CheckDomains: premium names have X-FEE-CLASS, X-FEE-AMOUNT and X-FEE-CURRENCY",
    basis = Basis.DOCUMENTED,
    source =
        "modules (WHMCS RRPproxy 1.7.0, rtldev-middleware Blesta CNR 5.0.1), which read" + " them")
@Behaviour(
    value = "CNR CheckDomains: a premium name nobody has is «210 Available»",
    basis = Basis.INFERRED,
    source = "AddDomain with X-FEE-AMOUNT, which registers it as any other",
    profileB = "«211 Domain name not available», with the price")
@Behaviour(
    value = "CNR CheckDomains: more than 32 names are 541",
    basis = Basis.INFERRED,
    source =
        "modules (WHMCS RRPproxy 1.7.0, rtldev-middleware Blesta CNR 5.0.1), which never"
            + " ask for more",
    profileB = "any number is answered")
class CnrCheckDomains implements CnrHandler {

  private static final int MOST_NAMES = 32;

  private final Availability availability;

  CnrCheckDomains(Availability availability) {
    this.availability = availability;
  }

  /** What is said of one name. */
  private record Checked(String check, Optional<Availability.Premium> premium) {

    static Checked of(Code code) {
      return new Checked(code.number() + " " + code.text(), Optional.empty());
    }

    String fee(Function<Availability.Premium, String> part) {
      return premium.map(part).orElse("");
    }
  }

  @Override
  public String command() {
    return "CheckDomains";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN#").optional("ZONETAG", "X-FEE-COMMAND");
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
    if (rows.stream().anyMatch(row -> row.premium().isPresent())) {
      columns.put("x-fee-amount", row -> row.fee(fee -> Ledger.amount(fee.price())));
      columns.put("x-fee-class", row -> row.fee(Availability.Premium::priceClass));
      columns.put("x-fee-currency", row -> row.fee(Availability.Premium::currency));
    }
    return Listing.table(rows, columns);
  }

  private Checked check(String text, Transaction transaction) {
    String name = text.toLowerCase(Locale.ROOT);
    if (!ValueType.isName(name)) {
      return Checked.of(Code.INVALID_VALUE);
    }
    try {
      Availability.Finding finding = availability.of(name, transaction);
      boolean premium = finding.kind() == Availability.Kind.PREMIUM;
      boolean free = !premium || Profile.of(transaction) == Profile.A;
      return finding.kind() == Availability.Kind.TAKEN
          ? Checked.of(Code.DOMAIN_NOT_AVAILABLE)
          : new Checked(
              free ? "210 Available" : Checked.of(Code.DOMAIN_NOT_AVAILABLE).check(),
              premium ? finding.premium() : Optional.empty());
    } catch (Refusal refusal) {
      return Checked.of(refusal.answer().code());
    }
  }
}
