package io.domainflow.sandbox.cnr.account;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.CnrReader;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStartSession implements CnrHandler {

  private static final Duration IDLE = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Clock clock;

  CnrStartSession(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String command() {
    return CnrReader.LOG_IN;
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString().replace("-", "");
    transaction.put(
        Table.SESSIONS,
        new Session(
            id,
            call.credentials().login(),
            call.role(),
            IDLE.toSeconds(),
            LONGEST.toSeconds(),
            now,
            now));
    return Answer.of(Code.COMPLETED)
        .with("expiration date", RegistrarDate.of(now.plus(IDLE)))
        .with("sessionid", id);
  }
}
