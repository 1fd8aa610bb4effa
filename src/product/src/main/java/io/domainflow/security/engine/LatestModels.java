package io.domainflow.security.engine;

import static io.domainflow.security.engine.CommandField.field;

import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.RestartProcessInstanceBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets users start only the latest version of a process. The engine starts any version by its id,
 * even one with a fault that a later version has fixed.
 */
class LatestModels extends CommandInterceptor {

  private final Supplier<@Nullable Authentication> currentUser;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser the user who is logged in; null when the engine itself acts
   */
  LatestModels(Supplier<@Nullable Authentication> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> T execute(Command<T> command) {
    // the version of a called process is the application's choice
    String started =
        currentUser.get() == null || Context.getCommandContext() != null ? null : started(command);
    if (started != null) {
      // separately, so that the next interceptor sees the unchanged command
      next.execute(
          context -> {
            refuseUnlessLatest(started, context);
            return null;
          });
    }
    return next.execute(command);
  }

  /**
   * The id of the definition that a command starts; null if it starts none, or starts one by its
   * key.
   */
  private static @Nullable String started(Command<?> command) {
    if (command instanceof SubmitStartFormCmd) {
      return (String) field(command, "processDefinitionId");
    }
    if (command instanceof StartProcessInstanceCmd
        || command instanceof StartProcessInstanceAtActivitiesCmd) {
      return field(command, "instantiationBuilder", ProcessInstantiationBuilderImpl.class)
          .getProcessDefinitionId();
    }
    if (command instanceof AbstractRestartProcessInstanceCmd<?>) {
      return field(command, "builder", RestartProcessInstanceBuilderImpl.class)
          .getProcessDefinitionId();
    }
    return null;
  }

  private static void refuseUnlessLatest(String id, CommandContext context) {
    ProcessDefinitionManager definitions = context.getProcessDefinitionManager();
    ProcessDefinitionEntity started = definitions.findLatestProcessDefinitionById(id);
    if (started != null
        && !id.equals(definitions.findLatestProcessDefinitionByKey(started.getKey()).getId())) {
      throw new AuthorizationException(
          "Only the latest version of a process can be started, and this is an older one. Nothing"
              + " was started. Start "
              + started.getKey()
              + " by its key.");
    }
  }
}
