package io.domainflow.account;

/** The accounts of the configuration cannot be used as they are. */
class AccountSettingsRefused extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  AccountSettingsRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
