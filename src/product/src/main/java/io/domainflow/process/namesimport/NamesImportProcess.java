package io.domainflow.process.namesimport;

import io.domainflow.imports.NamesImports;
import io.domainflow.process.AccountProcess;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of NamesImportProcess.bpmn that Java and the model share. */
@Component
public class NamesImportProcess implements AccountProcess {

  static final String KEY = "NamesImportProcess";

  private static final OwnVariables OWN = new OwnVariables();

  /** The registrar refuses the login. */
  static final String ERR_IMPORT_FAILED = "Err_ImportFailed";

  /** Name of the account. */
  static final Variable<String> ACCOUNT = OWN.text("account");

  /** Whether names are left that have to be looked up one by one. */
  static final Variable<Boolean> NAMES_LEFT = OWN.flag("namesLeft");

  /** Whether there are contacts that have not been read yet. */
  static final Variable<Boolean> CONTACTS_LEFT = OWN.flag("contactsLeft");

  private final NamesImports imports;

  NamesImportProcess(NamesImports imports) {
    this.imports = imports;
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
    return StepVariables.of(ACCOUNT, ImportKey.of(businessKey).account());
  }

  @Override
  public void ended(String businessKey) {
    imports.fail(
        ImportKey.of(businessKey).id(),
        "Somebody has ended its process before it was done. Nothing was changed at the registrar."
            + " Import again.");
  }
}
