package io.domainflow.security;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Creates groups, authorizations with the statistics that make them quick to read, and task lists,
 * before the first request.
 */
@Component
// before the plugins that put users into its groups
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class FirstStart extends AbstractProcessEnginePlugin {

  private final JdbcClient jdbc;

  FirstStart(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    ((ProcessEngineImpl) engine)
        .getProcessEngineConfiguration()
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              // nodes that start at the same time must not both create them
              context.getPropertyManager().acquireExclusiveLockForStartup();
              new AccessRights(engine).ensure();
              new TaskLists(engine).makeOnce();
              return null;
            });
    // if the engine's tables belong to somebody else this is refused; everything still works, but
    // slowly
    new TaskRightsStatistics(jdbc).ensure();
  }
}
