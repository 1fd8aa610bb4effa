package io.domainflow.process.task;

import io.domainflow.process.text.CallerInstructions;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Stores what a row of the task list says about a task besides its name and deadline. It is stored
 * as task variables only: it is deleted with the task and is in no history.
 */
public final class TaskRow {

  /** What the task is about, in a short sentence (String). */
  static final String ABOUT = "about";

  /** The order's operation in words (String). */
  static final String OPERATION_TEXT = "operationText";

  /** Most characters of what a task is about. */
  static final int LONGEST = 200;

  // Except for these members of the order API, quoted text is not ours: it comes from the
  // registrar, which may repeat what was sent to it, or from an approver.
  private static final Pattern WORDS_OF_OTHERS =
      Pattern.compile(
          "«(?!(?:acceptPrice|claimsAcceptance|confirmDomain|registrantChangeMode)»)[^»]*»");

  private static final int SHORTEST_SENTENCE = 40;

  private TaskRow() {}

  /**
   * Says what a task is about.
   *
   * @param text for people, without personal data; shortened if need be
   */
  static void about(DelegateTask task, String text) {
    task.setVariableLocal(ABOUT, sentence(text));
  }

  /** As much as a row has room for, without quoted external text. */
  static String sentence(String full) {
    String text = WORDS_OF_OTHERS.matcher(CallerInstructions.forStaff(full)).replaceAll("«…»");
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = text.lastIndexOf(". ", LONGEST - 1);
    return end >= SHORTEST_SENTENCE
        ? text.substring(0, end + 1)
        : text.substring(0, Math.max(text.lastIndexOf(' ', LONGEST - 2), SHORTEST_SENTENCE)) + "…";
  }
}
