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
  NAMES("names with another mode");

  private final String title;

  FindingKind(String title) {
    this.title = title;
  }

  /** In few words, for a list of tasks. */
  String title() {
    return title;
  }
}
