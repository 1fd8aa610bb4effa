package io.domainflow.sandbox.command.domain;

import io.domainflow.model.DomainName;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.dns.Hosts;
import io.domainflow.sandbox.command.renewal.Restores;
import io.domainflow.sandbox.command.transfer.DenicCodes;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.Deletions;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.registry.SecDns;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.name.Host;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Trade;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusDomainHandler implements CommandHandler {

  private final Zones zones;
  private final Prices prices;
  private final Clock clock;

  StatusDomainHandler(Zones zones, Prices prices, Clock clock) {
    this.zones = zones;
    this.prices = prices;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    RegisteredName name =
        Restores.shown(call, transaction).orElseGet(() -> TradeCheck.name(call, transaction));
    Answer answer = NameDates.put(Answer.of(Code.COMPLETED), name);
    putIdentity(answer, name, zones.repository(name.domain(), transaction));
    putDates(answer, name);
    putStatus(answer, name, transaction);
    putTrade(answer, name, transaction);
    putAuth(answer, name, transaction);
    putFields(answer, name, transaction);
    putPrice(answer, name, call, transaction);
    putHosts(answer, name, call, transaction);
    for (String role : ContactSlots.ROLES) {
      answer.with(role + "CONTACT", name.handles(role));
    }
    return answer.with("NAMESERVER", RegistrarServers.shown(name, Profile.of(transaction)));
  }

  private static void putIdentity(Answer answer, RegisteredName name, String repository) {
    answer
        .with("ID", name.domain())
        .with("DESCRIPTION", name.domain())
        .with("DOMAINUMLAUT", DomainName.of(name.domain()).unicode())
        .with("CLASS", "DOMAIN")
        .with("SUBCLASS", name.subclass())
        .with("REPOSITORY", repository)
        .with("ROID", AuthCodes.hash(name.domain()).substring(0, 9) + "_DOMAIN_SANDBOX")
        .with("USER", name.accountOrThrow())
        .with("PEERUSER", "")
        .with("REGISTRAR", "SYSTEM")
        .with("CREATEDBY", "SYSTEM")
        .with("UPDATEDBY", "SYSTEM")
        .with("HOSTTYPE", "OBJECT");
  }

  private void putAuth(Answer answer, RegisteredName name, Transaction transaction) {
    String code = name.authSeenAt(clock.instant());
    answer.with("AUTH", code);
    if (DenicCodes.isKept(name)
        && name.authUntil() != null
        && !code.isEmpty()
        && Profile.of(transaction) == Profile.A) {
      answer.with(DenicCodes.END, DenicCodes.day(name.authUntil()));
    }
  }

  private static void putDates(Answer answer, RegisteredName name) {
    String transferred =
        name.transferredAt() == null ? RegistrarDate.NONE : RegistrarDate.of(name.transferredAt());
    answer
        .with("CREATEDDATE", RegistrarDate.of(name.createdAt()))
        .with("UPDATEDDATE", RegistrarDate.of(name.updatedAt()))
        .with("REGISTRARUPDATEDDATE", RegistrarDate.of(name.updatedAt()))
        .with("REGISTRARTRANSFERDATE", transferred)
        .with("TRANSFERDATE", transferred)
        .with("EXPIRATIONDATE", RegistrarDate.of(name.expiresAt()))
        .with("RENEWALDATE", RegistrarDate.of(NameDates.finalization(name)))
        .with("ACCOUNTINGPERIOD", NameDates.ACCOUNTING.toDays() + "d")
        .with("FINALIZATIONPERIOD", NameDates.FINALIZATION.toDays() + "d")
        .with("FAILUREPERIOD", NameDates.FAILURE.toDays() + "d")
        .with("DELETIONHOLDPERIOD", Deletions.HOLD.toDays() + "d")
        .with("DELETIONRESTORABLEPERIOD", Deletions.RESTORABLE.toDays() + "d")
        .with("REGISTRATIONGRACEPERIOD", "0")
        .with("PREPAIDPERIOD", name.period())
        .with("RENEWALPERIOD", "1Y")
        .with("NEXTACTION", NameDates.nextAction(name))
        .with("NEXTACTIONDATE", RegistrarDate.of(NameDates.nextActionAt(name)));
  }

  private void putStatus(Answer answer, RegisteredName name, Transaction transaction) {
    boolean profileA = Profile.of(transaction) == Profile.A;
    boolean locked = name.lockedAt(clock.instant());
    Optional<Instant> lockedByTrade = name.tradeLockAt(clock.instant());
    boolean shown =
        locked && name.status().equals("ACTIVE") && (profileA || lockedByTrade.isPresent());
    List<String> statuses = new ArrayList<>(List.of(name.status()));
    if (shown) {
      statuses.add("clientTransferProhibited");
    }
    statuses.addAll(name.statuses());
    answer
        .with("STATUS", statuses)
        .with("RENEWALMODE", name.renewalMode())
        .with("TRANSFERLOCK", locked ? "1" : "0")
        .with("TRANSFERMODE", name.expiresAt().isBefore(clock.instant()) ? "EXPIRED" : "DEFAULT");
    lockedByTrade
        .map(RegistrarDate::of)
        .ifPresent(
            until -> {
              answer.with("TRANSFERLOCK-EXPIRATIONDATE", until);
              if (profileA) {
                answer.with("TRADE-TRANSFERLOCK-EXPIRATIONDATE", until);
              }
            });
  }

  private static void putTrade(Answer answer, RegisteredName name, Transaction transaction) {
    Optional<Trade> trade = TradeCheck.running(name, transaction);
    trade.ifPresent(t -> answer.with("TRADE-OWNERCONTACT", t.owners()));
    if (trade.isPresent() && Profile.of(transaction) == Profile.A) {
      TradeCheck.registrant(name, transaction)
          .ifPresent(
              registrant ->
                  answer
                      .with("CURRENT-REGISTRANT-EMAIL", registrant.getOrDefault("EMAIL", ""))
                      .with("CURRENT-REGISTRANT-NAME", Contacts.name(registrant))
                      .with(
                          "CURRENT-REGISTRANT-ORGANIZATION",
                          registrant.getOrDefault("ORGANIZATION", "")));
    }
  }

  private void putPrice(
      Answer answer, RegisteredName name, ReceivedCommand call, Transaction transaction) {
    if (call.value("PROPERTIES").filter("PRICE"::equals).isPresent()) {
      Prices.Price price = prices.year(name, transaction);
      answer.with("RENEWALPRICE", Ledger.amount(price.amount())).with("CURRENCY", price.currency());
    }
  }

  private static void putHosts(
      Answer answer, RegisteredName name, ReceivedCommand call, Transaction transaction) {
    boolean addresses = call.value("HOSTTYPE").filter("ATTRIBUTE"::equals).isPresent();
    boolean profileA = Profile.of(transaction) == Profile.A;
    List<String> hosts = new ArrayList<>();
    for (Host host : Hosts.below(name.domain(), transaction)) {
      if (!addresses) {
        hosts.add(host.name());
      } else if (profileA) {
        hosts.add(host.name() + " " + String.join(" ", host.addresses()));
      } else {
        host.addresses().forEach(address -> hosts.add(host.name() + " " + address));
      }
    }
    answer.with("HOST", hosts);
  }

  private void putFields(Answer answer, RegisteredName name, Transaction transaction) {
    SecDns.put(answer, name.fields());
    for (String service : PrivacyCheck.SERVICES) {
      answer.with(service, PrivacyCheck.shown(service, name, zones, Profile.of(transaction)));
    }
  }
}
