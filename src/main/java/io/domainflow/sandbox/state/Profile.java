package io.domainflow.sandbox.state;

import io.domainflow.sandbox.stored.Setting;

/** Which reading of the documentation the sandbox follows. */
public enum Profile {
  /** The documented reading. */
  A,
  /** Every inferred behaviour the other way. */
  B;

  private static final String SETTING = "profile";

  public static Profile of(Transaction transaction) {
    return transaction.setting(SETTING).map(Profile::valueOf).orElse(A);
  }

  public void select(Transaction transaction) {
    transaction.put(Table.SETTINGS, new Setting(SETTING, name()));
  }
}
