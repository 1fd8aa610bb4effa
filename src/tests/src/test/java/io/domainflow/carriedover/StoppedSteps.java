package io.domainflow.carriedover;

import io.domainflow.demo.EveryWait;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leaves steps unfinished: of each step that asks the registrar, one remains as if its node had
 * died with it; the next one, if that ends automatically.
 */
final class StoppedSteps {

  private StoppedSteps() {}

  /** Stops steps from now on; only those that {@link EveryWait} allows to be stopped. */
  static void stopFromNowOn(JdbcClient database) {
    database
        .sql(
            """
            create function stop_step() returns trigger language plpgsql as $$
            begin
              if (select business_key_ from act_ru_execution where id_ = new.proc_inst_id_)
                 ~ '%s'
                 and not exists (
                   select 1 from act_ru_ext_task
                   where worker_id_ = 'dead-node' and act_id_ = new.act_id_
                     and proc_def_key_ = new.proc_def_key_) then
                new.worker_id_ := 'dead-node';
                new.lock_exp_time_ := '2100-01-01';
              end if;
              return new;
            end
            $$
            """
                .formatted(EveryWait.MAY_BE_STOPPED))
        .update();
    database
        .sql(
            "create trigger stop_step before insert on act_ru_ext_task"
                + " for each row execute function stop_step()")
        .update();
  }

  /** Leaves the steps in their state, without a trace of the cause. */
  static void leave(JdbcClient database) {
    database.sql("drop trigger stop_step on act_ru_ext_task").update();
    database.sql("drop function stop_step()").update();
  }
}
