package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryDomainList implements CnrHandler {

  private final PricedZones zones;
  private final Clock clock;

  CnrQueryDomainList(PricedZones zones, Clock clock) {
    this.zones = zones;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.none()
        .optional("DOMAIN", "WIDE", "ORDER", "ORDERBY", "FIRST", "LIMIT", "TYPE")
        .optional("DOMAINIDN", "NAMESERVER", "RENEWALMODE", "ZONE", "DOMAINTAG#");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Map<String, Function<RegisteredName, String>> all = all(Profile.of(transaction));
    List<RegisteredName> names =
        transaction.all(Table.NAMES).stream()
            .filter(name -> call.account().equals(name.account()))
            .filter(name -> isAskedFor(name, call))
            .sorted(order(call, all))
            .toList();
    Map<String, Function<RegisteredName, String>> columns = Listing.columns();
    if (call.value("TYPE").filter("ALL"::equalsIgnoreCase).isPresent()) {
      columns.putAll(all);
    } else if (call.isOn("WIDE")) {
      columns.putAll(wide(Profile.of(transaction)));
    } else {
      columns.put("domain", RegisteredName::domain);
    }
    return Listing.of(call, names, columns);
  }

  private boolean isAskedFor(RegisteredName name, ReceivedCommand call) {
    return call.asksFor("DOMAIN", List.of(name.domain()))
        && call.asksFor("DOMAINIDN", List.of(CnrNames.idn(name)))
        && call.asksFor("NAMESERVER", name.nameservers())
        && call.asksFor("RENEWALMODE", List.of(name.renewalMode()))
        && call.asksFor("ZONE", List.of(zones.of(name.domain()).name()))
        && NameFields.hasTags(name.fields(), call);
  }

  private static Comparator<RegisteredName> order(
      ReceivedCommand call, Map<String, Function<RegisteredName, String>> columns) {
    String wanted = call.value("ORDERBY").orElse("DOMAIN");
    Function<RegisteredName, String> by =
        columns.entrySet().stream()
            .filter(column -> column.getKey().replace(" ", "").equalsIgnoreCase(wanted))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(RegisteredName::domain);
    Comparator<RegisteredName> ascending =
        Comparator.comparing(by).thenComparing(RegisteredName::domain);
    return call.value("ORDER").filter("DESC"::equalsIgnoreCase).isPresent()
        ? ascending.reversed()
        : ascending;
  }

  private Map<String, Function<RegisteredName, String>> wide(Profile profile) {
    Map<String, Function<RegisteredName, String>> columns = Listing.columns();
    columns.put("domain", RegisteredName::domain);
    columns.put("domain idn", CnrNames::idn);
    columns.put("roid", CnrNames::roid);
    columns.put("domain created date", name -> CnrDate.of(name.createdAt()));
    columns.put("domain created by", name -> Platform.login(name.accountOrThrow()));
    columns.put("domain updated date", name -> CnrDate.of(name.updatedAt()));
    columns.put("domain updated by", name -> Platform.login(name.accountOrThrow()));
    columns.put("domain registration expiration date", name -> CnrDate.of(name.expiresAt()));
    columns.put("domain renewal date", CnrNames::renewalDate);
    columns.put("domain zone", name -> zones.of(name.domain()).name());
    columns.put("renewalmode", RegisteredName::renewalMode);
    columns.put("transfermode", name -> "DEFAULT");
    columns.put("domaintags", name -> String.join(",", NameFields.tags(name.fields())));
    columns.put("domaincomment", name -> "");
    if (profile == Profile.A) {
      columns.put("paiduntil date", name -> CnrDate.of(name.paidUntil()));
    }
    return columns;
  }

  private Map<String, Function<RegisteredName, String>> all(Profile profile) {
    Map<String, Function<RegisteredName, String>> columns = wide(profile);
    columns.put("domain auth code", RegisteredName::auth);
    columns.put(
        "domain status", name -> String.join(",", CnrNames.statuses(name, clock.instant())));
    columns.put("nameserver", name -> String.join(";", name.nameservers()));
    for (String role : ContactSlots.ROLES) {
      columns.put(
          role.toLowerCase(Locale.ROOT) + "contact", name -> String.join(",", name.handles(role)));
    }
    return columns;
  }
}
