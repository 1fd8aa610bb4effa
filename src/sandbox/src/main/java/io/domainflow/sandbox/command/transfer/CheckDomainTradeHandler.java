package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.Registrars;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CheckDomainTradeHandler implements CommandHandler {

  private final TradeCheck check;

  CheckDomainTradeHandler(TradeCheck check) {
    this.check = check;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(TradeDomainHandler.NOT_OFFERED);
    String mode = call.value("MODE").orElse("FULL");
    if (TradeCheck.cancels(call)) {
      boolean running =
          TradeCheck.running(TradeCheck.name(call, transaction), transaction).isPresent();
      return running
          ? Answer.of(Code.REQUEST_AVAILABLE)
          : Answer.of(Code.REQUEST_NOT_AVAILABLE, "no trade is pending");
    }
    TradeCheck.Result finding = check.of(call, mode.equals("FULL"), transaction);
    Profile profile = Profile.of(transaction);
    Answer answer =
        finding
            .against()
            .map(against -> Answer.of(code(against, profile), against.detail()))
            .orElseGet(() -> Answer.of(Code.REQUEST_AVAILABLE));
    answer
        .with("ACTION", "check")
        .with("MODE", mode.toLowerCase(Locale.ROOT))
        .with("REPOSITORY", finding.policy().repository())
        .with("STATUS", "REQUESTED")
        .with("TRADEWITHINREPOSITORY", "1");
    if (!finding.asked()) {
      answer.with("POLICYAPPROVECONFIRMATION", "REALTIME");
    } else if (profile == Profile.A) {
      answer.with("POLICYAPPROVECONFIRMATION", "ICANN-TRADE-CONFIRMATION-OLD-REGISTRANT");
    }
    put(answer, "", finding.name());
    put(answer, "OLD-", finding.name());
    putOld(answer, finding.name(), transaction);
    putWanted(answer, call);
    return answer;
  }

  private static Code code(Answer against, Profile profile) {
    return profile == Profile.A || against.code() == Code.REQUEST_NOT_AVAILABLE
        ? Code.REQUEST_NOT_AVAILABLE
        : Code.STATUS_FORBIDS;
  }

  private static void put(Answer answer, String prefix, RegisteredName name) {
    answer
        .with(prefix + "CREATEDBY", "SYSTEM")
        .with(prefix + "CREATEDDATE", RegistrarDate.of(name.createdAt()))
        .with(prefix + "EXPIRATIONDATE", RegistrarDate.of(name.expiresAt()))
        .with(prefix + "NAMESERVER", name.nameservers())
        .with(prefix + "REGISTRAR", Registrars.HERE)
        .with(prefix + "REGISTRATIONEXPIRATIONDATE", RegistrarDate.of(name.expiresAt()))
        .with(prefix + "UPDATEDBY", "SYSTEM")
        .with(prefix + "UPDATEDDATE", RegistrarDate.of(name.createdAt()));
    ContactSlots.ROLES.forEach(role -> answer.with(prefix + role + "CONTACT", name.handles(role)));
  }

  private static void putOld(Answer answer, RegisteredName name, Transaction transaction) {
    answer
        .with("OLD-AUTH", name.auth())
        .with("OLD-STATUS", name.status())
        .with(
            "OLD-TRANSFERDATE",
            name.transferredAt() == null
                ? RegistrarDate.NONE
                : RegistrarDate.of(name.transferredAt()))
        .with("OLD-REGISTRANTDETAILS", details(name, "OWNER", transaction))
        .with("OLD-ADMINCONTACTDETAILS", details(name, "ADMIN", transaction))
        .with("OLD-TECHCONTACTDETAILS", details(name, "TECH", transaction));
  }

  private static List<String> details(RegisteredName name, String role, Transaction transaction) {
    return name.handles(role).stream()
        .flatMap(handle -> Contacts.fields(handle, transaction).stream())
        .limit(1)
        .map(CheckDomainTradeHandler::details)
        .toList();
  }

  private static String details(Map<String, String> contact) {
    return Stream.of(
            contact.get("ORGANIZATION"),
            Contacts.name(contact),
            contact.get("CITY"),
            contact.get("COUNTRY"))
        .flatMap(part -> Optional.ofNullable(part).stream())
        .collect(Collectors.joining(", "));
  }

  private static void putWanted(Answer answer, ReceivedCommand call) {
    ContactSlots.of(call)
        .forEach(
            slot -> answer.with(slot.substring(0, slot.length() - 1), call.value(slot).orElse("")));
    if (!call.list("NAMESERVER").isEmpty()) {
      answer.with("NAMESERVER", call.list("NAMESERVER"));
    }
  }
}
