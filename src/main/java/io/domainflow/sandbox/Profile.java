package io.domainflow.sandbox;

/** Which reading of the documentation the sandbox follows. */
enum Profile {
  /** The documented reading. */
  A,
  /** Every inferred behaviour the other way. */
  B;

  private static final String SETTING = "profile";

  static Profile of(Transaction transaction) {
    return transaction.setting(SETTING).map(Profile::valueOf).orElse(A);
  }

  void select(Transaction transaction) {
    transaction.put(Table.SETTINGS, new Setting(SETTING, name()));
  }
}
