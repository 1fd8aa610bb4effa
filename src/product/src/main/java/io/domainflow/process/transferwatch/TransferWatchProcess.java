package io.domainflow.process.transferwatch;

import io.domainflow.process.AccountProcess;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import io.domainflow.process.clock.Timetable;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of TransferWatchProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(TransferWatchProperties.class)
public class TransferWatchProcess implements AccountProcess {

  static final String KEY = "TransferWatchProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String MESSAGE_ACCOUNT_TO_WATCH = "Msg_AccountToWatch";

  /** Name of the account. */
  static final Variable<String> ACCOUNT = OWN.text("account");

  private final TransferWatchProperties properties;
  private final Clock clock;

  TransferWatchProcess(TransferWatchProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /** The schedule of the watch, as the timer of the model needs it: at even times. */
  public String getTimetable() {
    return Timetable.every(properties.every(), Instant.EPOCH, clock.instant());
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return OWN.names();
  }

  @Override
  public Map<String, Object> subject(String businessKey) {
    return StepVariables.of(ACCOUNT, businessKey);
  }

  @Override
  public boolean isSwitchedOn() {
    return properties.enabled();
  }

  @Override
  public boolean mayStartLate() {
    return true;
  }
}
