package io.domainflow.process.registrantduty;

import io.domainflow.process.CalledProcess;
import io.domainflow.process.paperwork.RegistrantDuty;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names of RegistrantDutyProcess.bpmn that Java and the model share. */
@Component
public class RegistrantDutyProcess implements CalledProcess {

  static final String KEY = "RegistrantDutyProcess";

  /** How it stands: DONE, OPEN, LEFT or GONE (String). */
  static final String DUTY_STANDING = "dutyStanding";

  /** What the registration has found out. */
  static final Set<String> TAKEN_OVER =
      Set.of(RegistrantDuty.DUTY_DUE_AT, RegistrantDuty.DUTY_LOOK_AT, RegistrantDuty.DUTY_SHOWN);

  private static final Set<String> VARIABLES =
      Stream.concat(TAKEN_OVER.stream(), Stream.of(DUTY_STANDING))
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
