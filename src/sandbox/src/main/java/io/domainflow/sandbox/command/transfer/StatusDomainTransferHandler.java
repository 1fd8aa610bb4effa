package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Registrars;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Step;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusDomainTransferHandler implements CommandHandler {

  private final Transfers transfers;
  private final Zones zones;
  private final Clock clock;

  StatusDomainTransferHandler(Transfers transfers, Zones zones, Clock clock) {
    this.transfers = transfers;
    this.zones = zones;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Transfer transfer =
        transfers
            .shown(call.domain(), call.account(), transaction)
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    Answer answer =
        Answer.of(Code.COMPLETED)
            .with("CREATEDDATE", RegistrarDate.of(transfer.createdAt()))
            .with("REPOSITORY", zones.repository(transfer.domain(), transaction))
            .with("TRANSFERLOG", lines(transfer.steps(), clock))
            .with("TRANSFERSTATUS", transfer.status())
            .with(
                "TRANSFERTYPE", call.account().equals(transfer.gaining()) ? "INCOMING" : "OUTGOING")
            .with("UPDATEDDATE", RegistrarDate.of(transfer.updatedAt()))
            .with("OLD-REGISTRAR", Registrars.of(transfer.losing()));
    transfer.contacts().forEach((role, handles) -> answer.with(role + "CONTACT", handles));
    if (Profile.of(transaction) == Profile.A && !transfer.nameservers().isEmpty()) {
      answer.with("NAMESERVER", transfer.nameservers());
    }
    return answer;
  }

  /** The lines for the steps so far. */
  static List<String> lines(List<Step> steps, Clock clock) {
    return steps.stream()
        .filter(step -> !step.at().isAfter(clock.instant()))
        .map(Step::line)
        .toList();
  }
}
