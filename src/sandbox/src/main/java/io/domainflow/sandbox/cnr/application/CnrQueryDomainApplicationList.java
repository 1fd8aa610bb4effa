package io.domainflow.sandbox.cnr.application;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Lateness;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Application;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryDomainApplicationList implements CnrHandler {

  private static final Duration LATE = Duration.ofMinutes(2);

  private final Clock clock;

  CnrQueryDomainApplicationList(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.none().optional("DOMAIN", "CLASS", "STATUS", "WIDE", "FIRST", "LIMIT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant();
    Instant shownUntil =
        Lateness.shownUntil(
            Profile.of(transaction) == Profile.A ? now : now.minus(LATE), transaction);
    List<Application> applications =
        transaction.all(Table.APPLICATIONS).stream()
            .filter(application -> !application.createdAt().isAfter(shownUntil))
            .filter(application -> application.account().equals(call.account()))
            .filter(application -> call.asksFor("DOMAIN", List.of(application.domain())))
            .filter(application -> call.asksFor("CLASS", List.of(application.priceClass())))
            .filter(application -> call.asksFor("STATUS", List.of(application.status())))
            .toList();
    Map<String, Function<Application, String>> columns = ShownApplication.properties();
    if (!call.isOn("WIDE")) {
      columns.keySet().retainAll(List.of("application", "domain"));
    }
    return Listing.of(call, applications, columns);
  }
}
