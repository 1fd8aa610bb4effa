package io.domainflow.process.transferwatch;

import io.domainflow.process.AccountProcess;
import io.domainflow.process.Timetable;
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

  static final String MESSAGE_ACCOUNT_TO_WATCH = "Msg_AccountToWatch";

  /** Name of the account (String). */
  static final String ACCOUNT = "account";

  private static final Set<String> VARIABLES = Set.of(ACCOUNT);

  private final TransferWatchProperties properties;
  private final Clock clock;

  TransferWatchProcess(TransferWatchProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /** When it is time to watch, as the timer of the model wants it: at even times. */
  public String getTimetable() {
    return Timetable.every(properties.every(), Instant.EPOCH, clock.instant());
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return VARIABLES;
  }

  @Override
  public Map<String, Object> subject(String businessKey) {
    return Map.of(ACCOUNT, businessKey);
  }

  @Override
  public boolean mayStartLate() {
    return true;
  }
}
