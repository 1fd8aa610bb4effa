package io.domainflow.process.accountcheck;

/** The kinds of problems that an account can have. */
enum FindingKind {
  /** The registrar refuses the login. */
  LOGIN("login refused"),
  /** It has little left to spend. */
  BALANCE("little money left"),
  /** New names get another renewal mode than they should. */
  RENEWAL_MODE("default renewal mode"),
  /** Some of its names have another renewal mode than they should. */
  NAMES("names with another mode"),
  /** Names were in the account and no longer are. */
  NAMES_GONE("names that left the account"),
  /** Names expire soon and nobody renews them. */
  NAMES_EXPIRING("names about to expire"),
  /** Renewals that were paid for have not been carried out. */
  PAID_NOT_RENEWED("paid, but not renewed");

  private final String title;

  FindingKind(String title) {
    this.title = title;
  }

  /** Whether the kind is about single names and not about the account itself. */
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
