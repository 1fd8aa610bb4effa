package io.domainflow.process.transferwatch;

import io.domainflow.process.AccountProcess;
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

  TransferWatchProcess(TransferWatchProperties properties) {
    this.properties = properties;
  }

  /** When it is time to watch, as the timer of the model wants it: any day, then at even times. */
  public String getTimetable() {
    return "R/2026-01-01T00:00:00.000Z/" + properties.every();
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
