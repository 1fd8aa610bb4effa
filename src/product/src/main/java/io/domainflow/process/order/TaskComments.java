package io.domainflow.process.order;

import io.domainflow.database.EngineTime;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.list.OrderComment;
import io.domainflow.order.list.OrderComments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the comments on an order from the engine's table: the engine's service finds those of one
 * process at a time, and an order calls several.
 */
@Component
class TaskComments implements OrderComments {

  private final JdbcClient jdbc;

  TaskComments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<OrderComment> of(ProvisioningOrder order) {
    return jdbc.sql(
            """
            select time_, user_id_, full_msg_ from act_hi_comment
            where root_proc_inst_id_ = :process and type_ = 'comment'
            order by time_
            """)
        .param("process", order.processInstanceId())
        .query(
            (row, n) ->
                new OrderComment(
                    EngineTime.instant(row, "time_"),
                    row.getString("user_id_"),
                    new String(row.getBytes("full_msg_"), StandardCharsets.UTF_8)))
        .list();
  }
}
