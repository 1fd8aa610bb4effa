package io.domainflow.security;

import java.util.Map;
import java.util.Set;

/**
 * The only expressions that a stored task list may contain, each in its place: the current user,
 * and the current time. They call nothing else, so it does not matter who stores them.
 */
public final class TaskListExpressions {

  static final String ME = "${currentUser()}";
  static final String MY_GROUPS = "${currentUserGroups()}";
  static final String NOW = "${now()}";
  static final String START_OF_TODAY = "${dateTime().withTimeAtStartOfDay()}";
  static final String START_OF_TOMORROW = "${dateTime().plusDays(1).withTimeAtStartOfDay()}";

  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "taskAssignee", Set.of(ME),
          "taskCandidateGroupIn", Set.of(MY_GROUPS),
          "dueAfter", Set.of(START_OF_TODAY),
          "dueBefore", Set.of(NOW, START_OF_TOMORROW));

  private TaskListExpressions() {}

  /**
   * Whether a query contains only these.
   *
   * @param expressions of the query, by the property that each replaces
   */
  public static boolean allow(Map<String, String> expressions) {
    return expressions.entrySet().stream()
        .allMatch(
            expression ->
                ALLOWED
                    .getOrDefault(expression.getKey(), Set.of())
                    .contains(expression.getValue()));
  }
}
