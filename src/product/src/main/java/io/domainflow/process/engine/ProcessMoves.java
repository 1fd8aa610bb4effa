package io.domainflow.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Has the moves of processes by people recorded, whichever REST API or web application they use.
 */
class ProcessMoves extends CommandInterceptor {

  private final Supplier<@Nullable Authentication> currentUser;
  private final MoveNotes notes;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser who is logged in; gives null when the engine acts in its own name
   */
  ProcessMoves(Supplier<@Nullable Authentication> currentUser, MoveNotes notes) {
    this.currentUser = currentUser;
    this.notes = notes;
  }

  @Override
  public <T> T execute(Command<T> command) {
    Authentication user = currentUser.get();
    if (user == null || Context.getCommandContext() != null || !MoveNotes.isMove(command)) {
      return next.execute(command);
    }
    return next.execute(
        context -> {
          notes.note(command, context, user.getUserId());
          return command.execute(context);
        });
  }
}
