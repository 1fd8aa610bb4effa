package io.domainflow.process.task;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one user task about an account, or a webhook, which has no order: the
 * counterpart of {@link UserTask}. Most decisions are steps of the model.
 */
public interface AccountTask {

  /** Id of the task in the models. */
  String id();

  /**
   * The task's row in the task list.
   *
   * @param subject the business key of its process
   * @return empty if the subject no longer exists
   */
  Optional<Row> row(String subject);

  /** Values that the form shows, by form key; see {@link UserTask#shows}. */
  Map<String, Object> shows(String subject);

  /** Called with the engine's id of the task when it is created. */
  default void opened(String subject, String taskId) {}

  /**
   * Carries out the decision, where the model does not; see {@link UserTask#decided}. The form's
   * other values are read here and are not stored in the engine.
   */
  default void decided(AccountDecision decision) {}

  /**
   * A row of the task list.
   *
   * @param title put after the name of the task; null for nothing
   * @param about a short sentence
   */
  record Row(@Nullable String title, String about) {}
}
