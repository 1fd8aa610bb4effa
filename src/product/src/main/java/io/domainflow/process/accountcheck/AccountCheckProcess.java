package io.domainflow.process.accountcheck;

import io.domainflow.process.AccountProcess;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import io.domainflow.process.clock.Timetable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of AccountCheckProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(AccountCheckProperties.class)
public class AccountCheckProcess implements AccountProcess {

  static final String KEY = "AccountCheckProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String MESSAGE_ACCOUNT_TO_CHECK = "Msg_AccountToCheck";

  /** Name of the account. */
  static final Variable<String> ACCOUNT = OWN.text("account");

  private final AccountCheckProperties properties;
  private final Clock clock;

  AccountCheckProcess(AccountCheckProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /** When the daily checks begin, as the timer of the model needs it. */
  public String getTimetable() {
    Instant anyDay = LocalDate.EPOCH.atTime(properties.at()).toInstant(ZoneOffset.UTC);
    return Timetable.every(Duration.ofDays(1), anyDay, clock.instant());
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
}
