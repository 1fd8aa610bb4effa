package io.domainflow.process.authcode;

import io.domainflow.process.CalledProcess;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.Variable;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of AuthCodeLockProcess.bpmn that Java and the model share. */
@Component
public class AuthCodeLockProcess implements CalledProcess {

  static final String KEY = "AuthCodeLockProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String ERROR_DOMAIN_NOT_HERE = "Err_DomainNotHere";

  /** Whether the time for the name to leave is over. */
  static final Variable<Boolean> TIME_OVER = OWN.flag("timeOver");

  /** When to check again. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return OWN.names();
  }
}
