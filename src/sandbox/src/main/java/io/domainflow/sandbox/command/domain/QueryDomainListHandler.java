package io.domainflow.sandbox.command.domain;

import io.domainflow.model.DomainName;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.CommandSyntax;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.command.transfer.UnderWay;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryDomainListHandler implements CommandHandler {

  private static final Set<String> NOT_OFFERED =
      Set.of(
          "DOMAINREGEX",
          "DOMAINREGEXNOT",
          "OBJECTCLASSREGEX",
          "OBJECTCLASSREGEXNOT",
          "STATUSREGEX",
          "STATUSREGEXNOT",
          "SUBCLASSREGEX",
          "SUBCLASSREGEXNOT");

  private final Zones zones;
  private final Prices prices;
  private final Clock clock;

  QueryDomainListHandler(Zones zones, Prices prices, Clock clock) {
    this.zones = zones;
    this.prices = prices;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    boolean second = CommandSyntax.isSecond(call);
    Profile profile = Profile.of(transaction);
    Set<String> users = Users.inDepth(call, Users.subject(call, transaction), "SELF", transaction);
    if (second && asksForTransfers(call)) {
      return withTotal(transfers(call, users, transaction), call, profile);
    }
    Predicate<RegisteredName> inTime = inTime(call);
    List<ListedDomain> rows =
        transaction.all(Table.NAMES).stream()
            .filter(name -> name.account() != null && users.contains(name.account()))
            .filter(inTime)
            .map(name -> row(name, second && profile == Profile.A, transaction))
            .filter(row -> row.matches(call))
            .sorted(ListedDomain.order(call.value("ORDERBY").orElse("DOMAIN")))
            .toList();
    Page<ListedDomain> page = Page.of(rows, call);
    Answer answer = page.answer();
    putPrices(answer, page, call, second ? "PRICE" : "RENEWALPRICE");
    if (second) {
      putSecond(answer, page, call);
      return withTotal(answer, call, profile);
    }
    answer.with("DOMAIN", page.column(ListedDomain::domain));
    if (call.isOn("WIDE")) {
      putShared(answer, page, "DOMAIN");
      putFirst(answer, page);
      putUsers(answer, page);
    }
    return answer;
  }

  private static Answer withTotal(Answer answer, ReceivedCommand call, Profile profile) {
    boolean total =
        call.value("NOTOTAL").map(profile == Profile.A ? "0"::equals : "1"::equals).orElse(true);
    return total ? answer : answer.without("TOTAL");
  }

  private static boolean asksForTransfers(ReceivedCommand call) {
    return call.value("TRANSFER-DIRECTION").isPresent()
        || call.value("PROPERTIES").filter("TRANSFER"::equals).isPresent();
  }

  private Answer transfers(ReceivedCommand call, Set<String> users, Transaction transaction) {
    List<UnderWay> transfers =
        UnderWay.of(users, transaction).stream()
            .filter(row -> call.asksFor("TRANSFER-DIRECTION", List.of(row.direction())))
            .filter(row -> call.asksFor("DOMAIN", List.of(row.domain())))
            .filter(row -> call.asksFor("OBJECTID", List.of(row.domain())))
            .filter(row -> call.asksFor("USER", List.of(row.user())))
            .sorted(UnderWay.order(call.value("ORDERBY").orElse("DOMAIN")))
            .toList();
    Page<UnderWay> page = Page.of(transfers, call);
    Answer answer =
        page.answer()
            .with(
                "OBJECTCLASS",
                page.column(row -> row.direction().equals("IN") ? "DOMAINTRANSFER" : "DOMAIN"))
            .with("OBJECTID", page.column(UnderWay::domain))
            .with("DESCRIPTION", page.column(UnderWay::domain))
            .with("SUBCLASS", page.column(row -> zones.of(row.domain()).priceClass()))
            .with("REPOSITORY", page.column(row -> zones.repository(row.domain(), transaction)));
    if (call.value("PROPERTIES").filter("TRANSFER"::equals).isPresent()) {
      answer
          .with("TRANSFER-CREATEDDATE", page.column(UnderWay::created))
          .with("TRANSFER-DIRECTION", page.column(UnderWay::direction))
          .with("TRANSFER-NEWREGISTRAR", page.column(UnderWay::newRegistrar))
          .with("TRANSFER-OLDREGISTRAR", page.column(UnderWay::oldRegistrar))
          .with("TRANSFER-STATUS", page.column(UnderWay::status));
    }
    return call.isOn("WIDE") ? answer.with("USER", page.column(UnderWay::user)) : answer;
  }

  private ListedDomain row(RegisteredName name, boolean fullMode, Transaction transaction) {
    return new ListedDomain(
        name,
        zones.repository(name.domain(), transaction),
        Users.parent(name.accountOrThrow(), transaction).orElse(""),
        fullMode ? name.renewalMode() : shortMode(name),
        prices.year(name, transaction),
        name.lockedAt(clock.instant()),
        RegistrarServers.shown(name, Profile.of(transaction)),
        privacy(name, transaction));
  }

  private Map<String, String> privacy(RegisteredName name, Transaction transaction) {
    Map<String, String> services = new LinkedHashMap<>();
    for (String service : PrivacyCheck.SERVICES) {
      services.put(service, PrivacyCheck.shown(service, name, zones, Profile.of(transaction)));
    }
    return services;
  }

  private static String shortMode(RegisteredName name) {
    return name.renewalMode().substring("AUTO".length()).toLowerCase(Locale.ROOT);
  }

  private static Predicate<RegisteredName> inTime(ReceivedCommand call) {
    Predicate<Instant> created = call.between("CREATEDDATE");
    Predicate<Instant> updated = call.between("UPDATEDDATE");
    Predicate<Instant> expires =
        call.between("EXPIRATIONDATE").and(call.between("REGISTRATIONEXPIRATIONDATE"));
    Predicate<Instant> paidUntil = call.between("PAIDUNTILDATE");
    Predicate<Instant> accounting = call.between("ACCOUNTINGDATE");
    Predicate<Instant> finalization = call.between("FINALIZATIONDATE");
    Predicate<Instant> failure = call.between("FAILUREDATE");
    return name ->
        created.test(name.createdAt())
            && updated.test(name.updatedAt())
            && expires.test(name.expiresAt())
            && paidUntil.test(name.paidUntil())
            && accounting.test(NameDates.accounting(name))
            && finalization.test(NameDates.finalization(name))
            && failure.test(NameDates.failure(name));
  }

  private static void putPrices(
      Answer answer, Page<ListedDomain> page, ReceivedCommand call, String property) {
    Optional<String> wanted = call.value("PROPERTIES");
    if (wanted.isEmpty()) {
      return;
    }
    if (!wanted.get().equals(property)) {
      throw new Refusal(Code.FAILED, "PROPERTIES other than " + property + " is not offered");
    }
    answer
        .with("CURRENCY", page.column(row -> row.renewal().currency()))
        .with("RENEWALPRICE", page.column(row -> Ledger.amount(row.renewal().amount())))
        .with("RENEWALGROSSPRICE", page.column(row -> row.renewal().gross()))
        .with("VAT", page.column(row -> "19.00"));
  }

  private void putShared(Answer answer, Page<ListedDomain> page, String prefix) {
    Map<String, Function<ListedDomain, String>> columns = new LinkedHashMap<>();
    columns.put("ACCOUNTINGDATE", row -> row.date(NameDates::accounting));
    columns.put("AUTH", row -> row.name().authSeenAt(clock.instant()));
    columns.put("CREATEDDATE", ListedDomain::created);
    columns.put("EXPIRATIONDATE", row -> row.date(RegisteredName::expiresAt));
    columns.put("FAILUREDATE", row -> row.date(NameDates::failure));
    columns.put("FINALIZATIONDATE", row -> row.date(NameDates::finalization));
    columns.put("INTERNALNAMESERVER", row -> "");
    columns.put("NEXTACTION", row -> NameDates.nextAction(row.name()));
    columns.put("NEXTACTIONDATE", row -> row.date(NameDates::nextActionAt));
    columns.put("PAIDUNTILDATE", row -> row.date(RegisteredName::paidUntil));
    columns.put("PREPAIDPERIOD", row -> row.name().period());
    columns.put("RENEWALMODE", ListedDomain::renewalMode);
    columns.put("RENEWALPERIOD", row -> "1Y");
    columns.put("REPOSITORY", ListedDomain::repository);
    columns.put("STATUS", row -> row.name().status());
    columns.put("SUBCLASS", row -> row.name().subclass());
    columns.put("TRANSFERDATE", row -> RegistrarDate.NONE);
    columns.put("TRANSFERLOCK", ListedDomain::transferLock);
    columns.put("UPDATEDDATE", ListedDomain::updated);
    ContactSlots.ROLES.forEach(role -> columns.put(role + "CONTACT", row -> row.handle(role)));
    columns.forEach((name, cell) -> answer.with(prefix + name, page.column(cell)));
  }

  private static void putFirst(Answer answer, Page<ListedDomain> page) {
    for (String system : List.of("CREATEDBY", "REGISTRAR", "UPDATEDBY")) {
      answer.with("DOMAIN" + system, page.column(row -> "SYSTEM"));
    }
    answer
        .with("DOMAINCONFIGCLASS", page.column(row -> ""))
        .with("DOMAINREGISTRARTRANSFERDATE", page.column(row -> RegistrarDate.NONE))
        .with("DOMAINREGISTRARUPDATEDDATE", page.column(ListedDomain::updated))
        .with(
            "DOMAINREGISTRATIONEXPIRATIONDATE",
            page.column(row -> row.date(RegisteredName::expiresAt)))
        .with("DOMAINUMLAUT", page.column(row -> DomainName.of(row.domain()).unicode()))
        .with("DOMAINNAMESERVER", page.column(row -> row.nameserver(0)))
        .with("X-EXPIRED", page.column(row -> ""));
    for (String service : List.of("X-MOBI-ACCEPT-INSTANTMOBILIZER-TAC", "X-TRUSTEE")) {
      answer.with(service, page.column(row -> row.field(service)));
    }
    int most = page.rows().stream().mapToInt(row -> row.nameservers().size()).max().orElse(0);
    IntStream.range(0, most)
        .forEach(i -> answer.with("DOMAINNAMESERVER" + i, page.column(row -> row.nameserver(i))));
  }

  private void putSecond(Answer answer, Page<ListedDomain> page, ReceivedCommand call) {
    answer
        .with("OBJECTCLASS", page.column(row -> "DOMAIN"))
        .with("OBJECTID", page.column(ListedDomain::domain))
        .with("DESCRIPTION", page.column(ListedDomain::domain))
        .with("SUBCLASS", page.column(row -> row.name().subclass()))
        .with("REPOSITORY", page.column(ListedDomain::repository));
    if (call.isOn("WIDE")) {
      putShared(answer, page, "");
      for (String empty : List.of("CLAIMKEY", "INVALIDPARAMETER", "MISSINGPARAMETER", "ROID")) {
        answer.with(empty, page.column(row -> ""));
      }
      answer.with("NAMESERVER", page.column(row -> String.join(" ", row.nameservers())));
      putUsers(answer, page);
    }
  }

  private static void putUsers(Answer answer, Page<ListedDomain> page) {
    answer
        .with("PARENTUSER", page.column(ListedDomain::parent))
        .with("PEERUSER", page.column(row -> ""))
        .with("USER", page.column(row -> row.name().account()));
    for (String service : PrivacyCheck.SERVICES) {
      answer.with(service, page.column(row -> row.privacy().get(service)));
    }
  }
}
