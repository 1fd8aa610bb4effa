package io.domainflow.model;

/**
 * Thrown when the application cannot start with its settings; shown as an explanation instead of a
 * stack trace.
 */
public class StartRefused extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * Creates the refusal.
   *
   * @param reason a sentence for the person who starts the application
   * @param remedy what to do, also a sentence
   */
  public StartRefused(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }
}
