package io.domainflow.process.transfersetup;

import io.domainflow.process.CalledProcess;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.Variable;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of TransferSetupProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(TransferSetupProperties.class)
public class TransferSetupProcess implements CalledProcess {

  static final String KEY = "TransferSetupProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String ERROR_CONTACTS_REFUSED = "Err_ContactsRefused";

  /** Whether the registered name is as ordered. */
  static final Variable<Boolean> SET_UP_AS_ORDERED = OWN.flag("setUpAsOrdered");

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return OWN.names();
  }
}
