package io.domainflow.process.task;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a row of the task list says of a task beside its name and deadline. Kept with the task only:
 * it goes with it and is in no history.
 */
public final class TaskRow {

  /** What it is about, in a short sentence (String). */
  static final String ABOUT = "about";

  /** The order's operation in words (String). */
  static final String OPERATION_TEXT = "operationText";

  /** Most characters of what a task is about. */
  static final int LONGEST = 200;

  // But for these members of the order API, what stands in quotes is the words of others: the
  // registrar's, which may repeat what was sent to it, or an approver's.
  private static final Pattern WORDS_OF_OTHERS =
      Pattern.compile(
          "«(?!(?:acceptPrice|claimsAcceptance|confirmDomain|registrantChangeMode)»)[^»]*»");

  // What the order API tells its callers of their own ways to continue.
  private static final String TO_CALLERS = "or an operator ";

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

  /**
   * What an order waits for, without the sentences that tell a caller of the order API what to
   * send.
   */
  public static String forStaff(String what) {
    return Arrays.stream(what.split("(?<=\\.) "))
        .filter(sentence -> !sentence.contains(TO_CALLERS))
        .collect(Collectors.joining(" "));
  }

  /** What a row has room for, without the words of others. */
  static String sentence(String full) {
    String text = WORDS_OF_OTHERS.matcher(forStaff(full)).replaceAll("«…»");
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = text.lastIndexOf(". ", LONGEST - 1);
    return end >= SHORTEST_SENTENCE
        ? text.substring(0, end + 1)
        : text.substring(0, Math.max(text.lastIndexOf(' ', LONGEST - 2), SHORTEST_SENTENCE)) + "…";
  }
}
