package io.domainflow.process.registrantduty;

import io.domainflow.process.CalledProcess;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.Variable;
import io.domainflow.process.paperwork.RegistrantDuty;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names of RegistrantDutyProcess.bpmn that Java and the model share. */
@Component
public class RegistrantDutyProcess implements CalledProcess {

  static final String KEY = "RegistrantDutyProcess";

  private static final OwnVariables OWN = new OwnVariables();

  /** The state of the duty: DONE, OPEN, LEFT or GONE. */
  static final Variable<String> DUTY_STANDING = OWN.text("dutyStanding");

  /** The variables that the registration has set. */
  static final Set<String> TAKEN_OVER =
      Set.of(
          RegistrantDuty.DUTY_DUE_AT.name(),
          RegistrantDuty.DUTY_LOOK_AT.name(),
          RegistrantDuty.DUTY_SHOWN.name());

  private static final Set<String> VARIABLES =
      Stream.concat(TAKEN_OVER.stream(), OWN.names().stream())
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return VARIABLES;
  }
}
