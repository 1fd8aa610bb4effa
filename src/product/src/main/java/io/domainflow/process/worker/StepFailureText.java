package io.domainflow.process.worker;

import io.domainflow.order.Charged;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explains to people why a step did not finish: what happened, whether money was spent, and what to
 * do next.
 *
 * @param facts what was sent and what was answered, as sentences
 * @param cure what a person has to do if the step does not continue automatically, as sentences
 * @param next how it continues if it does, as a sentence
 */
public record StepFailureText(String facts, String cure, String next) {

  /** For a step that continues at the next try. */
  public StepFailureText(String facts, String cure) {
    this(facts, cure, "It is tried again automatically.");
  }

  /** For a step that waits for what a person does elsewhere, as its facts say. */
  static StepFailureText untilThen(String facts, String cure) {
    return new StepFailureText(facts, cure, "The step continues automatically then.");
  }

  /**
   * For a step that runs inside the application, after a timer, and failed for a reason that has
   * nothing to do with the registrar.
   *
   * @param step its name in the model
   * @param job the engine's id of the job, under which the log has the details
   */
  public static StepFailureText ofJob(String step, @Nullable String job) {
    return new StepFailureText(
        ("«%s» failed for a reason of our own. What it had begun was rolled back, and nothing was sent"
                + " to the registrar. The log has the details under job %s.")
            .formatted(step, job),
        "Retry this step in Cockpit once the reason is gone.");
  }

  /**
   * The whole text.
   *
   * @param charged whether the order has cost money so far; empty for a step without an order
   * @param continues whether the step is tried again automatically
   */
  public String text(Optional<Charged> charged, boolean continues) {
    return facts + charged.map(StepFailureText::money).orElse("") + " " + (continues ? next : cure);
  }

  private static String money(Charged charged) {
    return switch (charged) {
      case NO -> " No money was spent.";
      case UNKNOWN -> " Money may have been spent.";
      case YES -> " The order has been paid for.";
    };
  }
}
