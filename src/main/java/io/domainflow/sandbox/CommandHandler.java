package io.domainflow.sandbox;

/** Carries out one command whose parameters are known to be those of the documentation. */
interface CommandHandler {

  /** The command in the spelling of the documentation. */
  String command();

  /** Whether it changes the registry or costs money. */
  default boolean mutation() {
    return false;
  }

  /**
   * Carries it out.
   *
   * @throws Refusal if it ends otherwise; whatever was changed before is undone
   */
  Answer handle(WireCall call, Transaction transaction);
}
