package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Registrars;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CheckDomainTransferHandler implements CommandHandler {

  private final TransferCheck check;
  private final Clock clock;

  CheckDomainTransferHandler(TransferCheck check, Clock clock) {
    this.check = check;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(List.of("DOMAINAUTH", "HOST0"));
    TransferCheck.Result finding = check.of(call, transaction);
    Profile profile = Profile.of(transaction);
    Optional<String> against =
        finding
            .transfer()
            .map(running -> Prohibitions.STATUS + " (requested)")
            .or(finding::prohibited);
    if (finding.transfer().isPresent() && profile == Profile.B) {
      throw new Refusal(Code.STATUS_FORBIDS, against.orElseThrow());
    }
    Answer answer =
        against
            .map(reason -> Answer.of(Code.REQUEST_NOT_AVAILABLE, reason))
            .orElseGet(() -> Answer.of(Code.REQUEST_AVAILABLE));
    put(answer, finding, profile);
    finding.premium().ifPresent(premium -> answer.with("CLASS", premium.priceClass()));
    return answer;
  }

  private void put(Answer answer, TransferCheck.Result finding, Profile profile) {
    RegisteredName name = finding.name();
    long age = Duration.between(name.createdAt(), clock.instant()).toDays();
    boolean locked = name.lockedAt(clock.instant());
    answer
        .with("AGEINDAYS", Long.toString(age))
        .with("AUTHISVALID", finding.authIsValid(profile))
        .with("AUTHREQUIRED", "1")
        .with("CREATEDDATE", RegistrarDate.of(name.createdAt()))
        .with("EXPIRATIONDATE", RegistrarDate.of(name.expiresAt()))
        .with("NAMESERVER", name.nameservers())
        .with("PERIOD", TransferCheck.periods(finding))
        .with("PERIODRESET", "0")
        .with("REGISTRAR", Registrars.of(name.account()))
        .with("REPOSITORY", finding.policy().repository())
        .with("STATUS", statuses(name, locked))
        .with("TRANSFERLOCK", locked || name.onHold() ? "1" : "0")
        .with("UPDATEDDATE", RegistrarDate.of(name.createdAt()))
        .with("USERTRANSFERREQUIRED", finding.internal() ? "1" : "0")
        .with("WHOISDATE", RegistrarDate.of(clock.instant()))
        .with("WHOISQUERY", name.domain())
        .with("WHOISSERVER", "whois.example");
  }

  private static List<String> statuses(RegisteredName name, boolean locked) {
    List<String> statuses = new ArrayList<>();
    if (locked) {
      statuses.add("clientTransferProhibited");
    }
    statuses.addAll(name.statuses());
    if (statuses.isEmpty()) {
      statuses.add(name.status().equals("ACTIVE") ? "ok" : name.status());
    }
    return statuses.stream().map(status -> status + " https://icann.org/epp#" + status).toList();
  }
}
