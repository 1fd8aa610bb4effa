package io.domainflow.process.namesimport;

import io.domainflow.imports.NamesImports;
import io.domainflow.process.AccountProcess;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of NamesImportProcess.bpmn that Java and the model share. */
@Component
public class NamesImportProcess implements AccountProcess {

  static final String KEY = "NamesImportProcess";

  /** The registrar does not let the account in. */
  static final String ERR_IMPORT_FAILED = "Err_ImportFailed";

  /** Name of the account (String). */
  static final String ACCOUNT = "account";

  /** Whether names are left that have to be looked up by themselves (Boolean). */
  static final String NAMES_LEFT = "namesLeft";

  /** Whether contacts are left that nobody has looked at (Boolean). */
  static final String CONTACTS_LEFT = "contactsLeft";

  private static final Set<String> VARIABLES = Set.of(ACCOUNT, NAMES_LEFT, CONTACTS_LEFT);

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
    return VARIABLES;
  }

  @Override
  public Map<String, Object> subject(String businessKey) {
    return Map.of(ACCOUNT, ImportKey.of(businessKey).account());
  }

  @Override
  public void ended(String businessKey) {
    imports.fail(
        ImportKey.of(businessKey).id(),
        "Somebody has ended its process before it was done. Nothing was changed at the registrar."
            + " Import again.");
  }
}
