package io.domainflow.model;

/** The application does not start with these settings, and says why instead of a stack trace. */
public class StartRefused extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * Refuses.
   *
   * @param reason a sentence for the person who starts it
   * @param remedy what to do, a sentence, too
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
