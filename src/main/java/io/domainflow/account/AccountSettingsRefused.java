package io.domainflow.account;

import org.jspecify.annotations.Nullable;

/** The accounts of the configuration cannot be used as they are. */
class AccountSettingsRefused extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  AccountSettingsRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What is in the database was sealed with another master key. */
  static AccountSettingsRefused anotherMasterKey(IllegalStateException cause) {
    return new AccountSettingsRefused(
        "DOMAINFLOW_MASTERKEY is not the key that the secrets in this database are sealed with."
            + " Nothing was changed. Start with the key that was used last; how it is changed is"
            + " said in docs/accounts.md.",
        cause);
  }
}
