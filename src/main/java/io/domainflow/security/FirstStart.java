package io.domainflow.security;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that groups, rights and what makes them quick to read, task lists and, in the demo,
 * users exist before the first request.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstStart extends AbstractProcessEnginePlugin {

  private final JdbcClient jdbc;
  private final boolean demo;

  FirstStart(JdbcClient jdbc, Environment environment) {
    this.jdbc = jdbc;
    demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    ((ProcessEngineImpl) engine)
        .getProcessEngineConfiguration()
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              // nodes that start at the same time must not both create
              context.getPropertyManager().acquireExclusiveLockForStartup();
              new AccessRights(engine).ensure();
              new TaskLists(engine).makeOnce();
              if (demo) {
                new DemoUsers(engine.getIdentityService()).ensure();
              }
              return null;
            });
    // where the engine's tables are somebody else's it is refused, and everything works, but slowly
    new TaskRightsStatistics(jdbc).ensure();
  }
}
