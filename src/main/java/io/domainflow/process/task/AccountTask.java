package io.domainflow.process.task;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one user task about an account, or a webhook, which has no order: what {@link
 * UserTask} is to an order. Most decisions are steps of the model.
 */
public interface AccountTask {

  /** Id of the task in the models. */
  String id();

  /**
   * What the list of tasks says of it.
   *
   * @param subject the business key of its process
   * @return empty if what it is about is gone
   */
  Optional<Row> row(String subject);

  /** Values that the form shows, by form key; see {@link UserTask#shows}. */
  Map<String, Object> shows(String subject);

  /** Is told the id of the task in the engine when it is created. */
  default void opened(String subject, String taskId) {}

  /**
   * Does what was decided, where the model does not; see {@link UserTask#decided}. What the form
   * has beside the decision is read here and stays nowhere in the engine.
   */
  default void decided(AccountDecision decision) {}

  /**
   * A row of the list of tasks.
   *
   * @param title put after the name of the task; null for nothing
   * @param about a short sentence
   */
  record Row(@Nullable String title, String about) {}
}
