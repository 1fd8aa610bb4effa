package io.domainflow.registrar;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that a node holds, so that no other node may begin them. */
public final class ReservedSteps {

  private ReservedSteps() {}

  /**
   * Those of all nodes, with the end of their locks. A step that waits for its next try is not one
   * of them, although the engine remembers for it who tried it last.
   */
  public static List<String> all(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select topic_name_ || ' until ' || lock_exp_time_ from act_ru_ext_task
            where worker_id_ is not null and error_msg_ is null
            """)
        .query(String.class)
        .list();
  }
}
