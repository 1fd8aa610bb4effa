package io.domainflow.sandbox.state;

import io.domainflow.sandbox.stored.Setting;

/** The readings of the documentation that the sandbox can follow. */
public enum Profile {
  /** The documented reading. */
  A,
  /** The opposite reading for every inferred behaviour. */
  B;

  private static final String SETTING = "profile";

  public static Profile of(Transaction transaction) {
    return transaction.setting(SETTING).map(Profile::valueOf).orElse(A);
  }

  public void select(Transaction transaction) {
    transaction.put(Table.SETTINGS, new Setting(SETTING, name()));
  }
}
