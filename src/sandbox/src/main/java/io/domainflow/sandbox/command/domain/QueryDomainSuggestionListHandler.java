package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.command.ValueType;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryDomainSuggestionListHandler implements CommandHandler {

  private static final int MOST_ROWS = 100;

  /** The categories of the registrar's WHMCS module on 6 August 2020. */
  private static final List<String> CATEGORIES =
      List.of(
          "adult",
          "arts",
          "business",
          "culture",
          "education",
          "entertainment",
          "financial",
          "fitness",
          "food",
          "geographic",
          "lifestyle",
          "professions",
          "shopping",
          "travel");

  private final Zones zones;
  private final Availability availability;

  QueryDomainSuggestionListHandler(Zones zones, Availability availability) {
    this.zones = zones;
    this.availability = availability;
  }

  private record Suggestion(String domain, Optional<Availability.Premium> premium) {}

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String source = call.value("SOURCE").orElse("");
    if (source.equals("ISPAPI-CATEGORIES")) {
      return Answer.of(Code.COMPLETED).with("CATEGORY", CATEGORIES);
    }
    String keyword = call.required("KEYWORD").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
    Set<String> wanted = Set.copyOf(call.list("ZONE"));
    List<Suggestion> found = new ArrayList<>();
    if (source.isEmpty()) {
      for (NameSetup setup : transaction.all(Table.SETUPS)) {
        suggest(setup.domain(), wanted, transaction)
            .filter(name -> name.domain().contains(keyword) && name.premium().isPresent())
            .ifPresent(found::add);
      }
    } else if (ValueType.isName(keyword + ".com")) {
      for (Zones.Zone zone : zones.all()) {
        suggest(keyword + "." + zone.tld(), wanted, transaction).ifPresent(found::add);
      }
    }
    Page<Suggestion> page = Page.of(found, call, MOST_ROWS);
    Answer answer = Answer.of(Code.COMPLETED).with("DOMAIN", page.column(Suggestion::domain));
    return source.isEmpty() ? putPrices(answer, page) : answer;
  }

  private Optional<Suggestion> suggest(String domain, Set<String> wanted, Transaction transaction) {
    Availability.Result finding = availability.of(domain, transaction);
    boolean fits = wanted.isEmpty() || wanted.contains(finding.zone().tld());
    return fits && finding.kind() != Availability.Kind.TAKEN
        ? Optional.of(new Suggestion(domain, finding.premium()))
        : Optional.empty();
  }

  private static Answer putPrices(Answer answer, Page<Suggestion> page) {
    return answer
        .with("CURRENCY", page.column(name -> name.premium().orElseThrow().currency()))
        .with("PREMIUMCHANNEL", page.column(name -> CheckDomainsHandler.CHANNEL_OF_ALL))
        .with("PRICE", page.column(name -> Ledger.amount(name.premium().orElseThrow().price())));
  }
}
