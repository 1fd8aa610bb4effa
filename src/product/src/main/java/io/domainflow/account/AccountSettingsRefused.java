package io.domainflow.account;

import org.jspecify.annotations.Nullable;

/** Thrown when the accounts in the configuration cannot be used. */
class AccountSettingsRefused extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  AccountSettingsRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The values in the database were encrypted with a different master key. */
  static AccountSettingsRefused anotherMasterKey(IllegalStateException cause) {
    return new AccountSettingsRefused(
        "DOMAINFLOW_MASTERKEY is not the key that the secrets in this database are sealed with."
            + " Nothing was changed. Start with the key that was used last; docs/accounts.md says"
            + " how to change it.",
        cause);
  }
}
