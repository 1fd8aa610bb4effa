package io.domainflow.process.transfersetup;

import io.domainflow.process.CalledProcess;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of TransferSetupProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(TransferSetupProperties.class)
public class TransferSetupProcess implements CalledProcess {

  static final String KEY = "TransferSetupProcess";

  static final String ERROR_CONTACTS_REFUSED = "Err_ContactsRefused";

  /** Whether what was read back is what was ordered (Boolean). */
  static final String SET_UP_AS_ORDERED = "setUpAsOrdered";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return Set.of(SET_UP_AS_ORDERED);
  }
}
