package io.domainflow.process.accountcheck;

/** What can be wrong with an account. */
enum FindingKind {
  /** The registrar does not let it in. */
  LOGIN("login refused"),
  /** It has little left to spend. */
  BALANCE("little money left"),
  /** It gives new names another renewal mode than it should. */
  RENEWAL_MODE("default renewal mode"),
  /** Names of it have another renewal mode than they should. */
  NAMES("names with another mode"),
  /** Names were in it and no longer are. */
  NAMES_GONE("names that left the account"),
  /** Names end soon that nobody renews. */
  NAMES_EXPIRING("names about to expire"),
  /** Renewals that were paid for have not been carried out. */
  PAID_NOT_RENEWED("paid, but not renewed");

  private final String title;

  FindingKind(String title) {
    this.title = title;
  }

  /** Whether it is about single names and not about the account itself. */
  boolean ofNames() {
    return switch (this) {
      case LOGIN, BALANCE, RENEWAL_MODE -> false;
      case NAMES, NAMES_GONE, NAMES_EXPIRING, PAID_NOT_RENEWED -> true;
    };
  }

  /** A short text for a list of tasks. */
  String title() {
    return title;
  }
}
