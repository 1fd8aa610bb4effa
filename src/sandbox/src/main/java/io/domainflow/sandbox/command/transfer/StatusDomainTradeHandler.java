package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.Registrars;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.name.Trade;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusDomainTradeHandler implements CommandHandler {

  private final Trades trades;
  private final Zones zones;
  private final Clock clock;

  StatusDomainTradeHandler(Trades trades, Zones zones, Clock clock) {
    this.trades = trades;
    this.zones = zones;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Trade trade =
        trades
            .shown(call.domain(), call.account(), transaction)
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    Answer answer =
        Answer.of(Code.COMPLETED)
            .with("CREATEDDATE", RegistrarDate.of(trade.createdAt()))
            .with("OLD-REGISTRAR", Registrars.HERE)
            .with("REPOSITORY", zones.repository(trade.domain(), transaction))
            .with("TRANSFERLOG", StatusDomainTransferHandler.lines(trade.steps(), clock))
            .with("TRANSFERSTATUS", trade.status())
            .with("TRANSFERTYPE", "TRADE")
            .with("UPDATEDDATE", RegistrarDate.of(trade.updatedAt()));
    for (String role : ContactSlots.ROLES) {
      List<String> old = trade.oldContacts().getOrDefault(role, List.of());
      put(answer, "OLD-" + role + "CONTACT", old);
      List<String> wanted = trade.contacts().getOrDefault(role, old);
      put(answer, role + "CONTACT", role.equals("OWNER") ? trade.owners() : wanted);
    }
    answer.with("NAMESERVER", trade.nameservers());
    trade.owners().stream()
        .findFirst()
        .flatMap(handle -> Contacts.fields(handle, transaction))
        .ifPresent(registrant -> putRegistrant(answer, registrant));
    return answer;
  }

  private static void put(Answer answer, String property, List<String> handles) {
    answer
        .with(property, handles)
        .with("REPOSITORY" + property, handles.stream().map(h -> inRepository(h)).toList());
  }

  private static String inRepository(String handle) {
    return handle.replaceFirst("^P-", "")
        + "-"
        + AuthCodes.hash(handle).substring(0, 4).toUpperCase(Locale.ROOT);
  }

  private static void putRegistrant(Answer answer, Map<String, String> registrant) {
    answer
        .with("TRADE-REGISTRANT-EMAIL", registrant.getOrDefault("EMAIL", ""))
        .with("TRADE-REGISTRANT-NAME", Contacts.name(registrant))
        .with("TRADE-REGISTRANT-ORGANIZATION", registrant.getOrDefault("ORGANIZATION", ""));
  }
}
