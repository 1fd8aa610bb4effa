package io.domainflow.proof;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes very many orders of a few real ones: copies of all their rows, ours and the engine's, with
 * their own ids, references and names. Ended ones date up to a year back. The jobs of open copies
 * are postponed by a month, so that they do not change.
 *
 * <p>Not copied are earlier values of variables ({@code act_hi_detail}), which nothing reads here
 * and which would be a third of all rows, and what belongs to names and not to orders.
 */
final class OrderCopies {

  private static final List<String> HISTORY =
      List.of(
          "act_hi_procinst",
          "act_hi_actinst",
          "act_hi_taskinst",
          "act_hi_varinst",
          "act_hi_op_log",
          "act_hi_job_log",
          "act_hi_ext_task_log",
          "act_hi_incident",
          "act_hi_identitylink",
          "act_hi_comment");

  /** The tables, each with the column for the process instance of a row. */
  private static final Map<String, String> RUNNING =
      Map.of(
          "act_ru_task", "proc_inst_id_",
          "act_ru_variable", "proc_inst_id_",
          "act_ru_ext_task", "proc_inst_id_",
          "act_ru_job", "process_instance_id_",
          "act_ru_event_subscr", "proc_inst_id_",
          "act_ru_incident", "proc_inst_id_");

  private static final Set<String> IDS =
      Set.of(
          "id_",
          "proc_inst_id_",
          "root_proc_inst_id_",
          "process_instance_id_",
          "execution_id_",
          "parent_id_",
          "super_exec_",
          "super_process_instance_id_",
          "act_inst_id_",
          "parent_act_inst_id_",
          "task_id_",
          "call_proc_inst_id_",
          "var_inst_id_",
          "var_scope_",
          "job_id_",
          "ext_task_id_",
          "cause_incident_id_",
          "root_cause_incident_id_",
          "operation_id_",
          "last_failure_log_id_",
          "resource_id_",
          "process_instance_id",
          "waiting_task_id");

  private static final Set<String> PUT_OFF = Set.of("duedate_", "lock_exp_time_");

  /**
   * Tables about names, with evidence that nobody may add to, or sealed for one order, so that a
   * copy cannot be read.
   */
  private static final Set<String> NOT_OF_ORDERS =
      Set.of(
          "consent_record",
          "stored_domain",
          "kept_additional_field",
          "registrant_duty",
          "order_update_settings");

  private final JdbcClient jdbc;

  OrderCopies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Copies the existing ended orders until there are about this many more. */
  void ofEnded(int orders) {
    jdbc.sql(
            """
            create temporary table template as
            select id, process_instance_id as root from provisioning_order
            where status in ('COMPLETED', 'FAILED', 'CANCELLED')
            """)
        .update();
    int each = Math.max(1, orders / count("template"));
    String shift = " - interval '365 days' * n / " + each;
    List<String> indexes = dropIndexes();
    copyOrders(each, shift);
    HISTORY.forEach(
        table -> copy(table, "root_proc_inst_id_ in (select root from template)", each, shift));
    indexes.forEach(index -> jdbc.sql(index).update());
    jdbc.sql("drop table template").update();
    jdbc.sql("analyze").update();
  }

  /** Copies the existing open orders until there are about this many more. */
  void ofOpen(int orders) {
    jdbc.sql(
            """
            create temporary table template as
            select id, process_instance_id as root from provisioning_order
            where status in ('IN_PROGRESS', 'WAITING')
            """)
        .update();
    int each = Math.max(1, orders / count("template"));
    copyOrders(each, "");
    HISTORY.forEach(
        table -> copy(table, "root_proc_inst_id_ in (select root from template)", each, ""));
    jdbc.sql("set session_replication_role = replica").update();
    // only the execution of an instance as a whole knows which process it was called from
    String within =
        " in (select e.id_ from act_ru_execution e join template on root = e.root_proc_inst_id_)";
    String tasks = " in (select id_ from act_ru_task where proc_inst_id_" + within + ")";
    // before the instances, which are looked up each time
    RUNNING.forEach((table, instance) -> copy(table, instance + within, each, ""));
    copy("act_ru_identitylink", "task_id_" + tasks, each, "");
    copy("act_ru_authorization", "resource_type_ = 7 and resource_id_" + tasks, each, "");
    copy("act_ru_execution", "proc_inst_id_" + within, each, "");
    jdbc.sql("set session_replication_role = default").update();
    jdbc.sql("drop table template").update();
    jdbc.sql("analyze").update();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private void copyOrders(int each, String shift) {
    copy("provisioning_order", "id in (select id from template)", each, shift);
    List<String> parts =
        jdbc.sql(
                """
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'order_id' and data_type = 'uuid'
                order by table_name
                """)
            .query(String.class)
            .list();
    parts.stream()
        .filter(table -> !NOT_OF_ORDERS.contains(table))
        .forEach(table -> copy(table, "order_id in (select id from template)", each, shift));
  }

  private void copy(String table, String which, int each, String shift) {
    List<Column> columns =
        jdbc.sql(
                """
                select column_name, data_type from information_schema.columns
                where table_schema = 'public' and table_name = :table and is_identity = 'NO'
                  and is_generated = 'NEVER' order by ordinal_position
                """)
            .param("table", table)
            .query((row, n) -> new Column(row.getString(1), row.getString(2)))
            .list();
    jdbc.sql(
            "insert into %s (%s) select %s from (select * from %s where %s) t, generate_series(1, %d) n"
                .formatted(
                    table,
                    columns.stream().map(Column::name).collect(joining(", ")),
                    columns.stream()
                        .map(column -> column.copied(table, shift))
                        .collect(joining(", ")),
                    table,
                    which,
                    each))
        .update();
  }

  /**
   * Filling a table and then creating its indexes takes a fraction of the time. Indexes of a few of
   * its rows remain for the application, which keeps running.
   */
  private List<String> dropIndexes() {
    List<String> again = new ArrayList<>();
    jdbc.sql(
            """
            select i.indexname, i.indexdef from pg_indexes i
            where i.schemaname = 'public'
              and (i.tablename like 'act_hi_%' or i.tablename in
                ('provisioning_order', 'order_event', 'command_journal', 'registrar_call'))
              and (i.tablename <> 'provisioning_order' or i.indexdef not like '% WHERE %')
              and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
            """)
        .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
        .list()
        .forEach(
            index -> {
              jdbc.sql("drop index " + index[0]).update();
              again.add(index[1]);
            });
    jdbc.sql(
            """
            select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
            where contype = 'p' and conrelid::regclass::text like 'act_hi_%'
            """)
        .query((row, n) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
        .list()
        .forEach(
            key -> {
              jdbc.sql("alter table %s drop constraint %s".formatted(key[0], key[1])).update();
              again.add("alter table %s add constraint %s %s".formatted(key[0], key[1], key[2]));
            });
    return again;
  }

  private record Column(String name, String type) {

    String copied(String table, String shift) {
      if (type.equals("uuid")) {
        return "md5(t.%s::text || ':' || n)::uuid".formatted(name);
      }
      if (IDS.contains(name)) {
        return "md5(t.%s || ':' || n)".formatted(name);
      }
      if (PUT_OFF.contains(name)) {
        return "t.%s + interval '30 days'".formatted(name);
      }
      if (type.startsWith("timestamp")) {
        return "t." + name + shift;
      }
      if (Set.of("reference", "business_key_", "handle", "registrar_handle").contains(name)) {
        return "t.%s || '-' || n".formatted(name);
      }
      if (name.equals("domain") || name.equals("domain_unicode") || name.equals("object")) {
        return "'n' || n || '-' || t." + name;
      }
      if (name.equals("text_") && (table.endsWith("varinst") || table.endsWith("variable"))) {
        return "case when t.name_ = 'orderId' then md5(t.text_ || ':' || n)::uuid::text else t.text_ end";
      }
      return "t." + name;
    }
  }
}
