package io.domainflow.process.worker;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;

/**
 * An external task that this node locks, as the engine stores it.
 *
 * @param retries tries left; null before the first failure
 */
record ReservedTask(
    String id,
    String processInstance,
    String topic,
    @Nullable String businessKey,
    long priority,
    @Nullable Integer retries) {

  static ReservedTask of(LockedExternalTask task) {
    return new ReservedTask(
        task.getId(),
        task.getProcessInstanceId(),
        task.getTopicName(),
        task.getBusinessKey(),
        task.getPriority(),
        task.getRetries());
  }

  static ReservedTask of(FollowingTask.Locked locked) {
    ExternalTask task = locked.task();
    return new ReservedTask(
        task.getId(),
        task.getProcessInstanceId(),
        task.getTopicName(),
        locked.businessKey(),
        task.getPriority(),
        task.getRetries());
  }

  static ReservedTask of(ResultSet row) throws SQLException {
    return new ReservedTask(
        row.getString("id_"),
        row.getString("proc_inst_id_"),
        row.getString("topic_name_"),
        row.getString("business_key_"),
        row.getLong("priority_"),
        row.getObject("retries_", Integer.class));
  }
}
