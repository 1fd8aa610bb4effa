package io.domainflow.security;

import static io.domainflow.security.CommandField.field;

import io.domainflow.model.KeptLogins;
import io.domainflow.model.LoginFollower;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.context.ApplicationContext;

/**
 * Keeps users that have orders or names, whoever deletes them: another user under the same name
 * would get what was theirs. What else belongs to a user goes along with him.
 */
class UserRemoval extends CommandInterceptor {

  private final ApplicationContext application;

  /**
   * Stands in front of one chain of the engine.
   *
   * @param application where those are found that know of logins; they are not there yet when the
   *     engine is set up
   */
  UserRemoval(ApplicationContext application) {
    this.application = application;
  }

  @Override
  public <T> T execute(Command<T> command) {
    return command instanceof DeleteUserCmd ? removed(command) : next.execute(command);
  }

  private <T> T removed(Command<T> command) {
    String user = (String) field(command, "userId");
    return next.execute(
        context -> {
          if (user != null && application.getBean(KeptLogins.class).isKept(user)) {
            throw new BadUserRequestException(
                "The user "
                    + user
                    + " has orders or domain names, which another user of the same name would get."
                    + " Nothing was changed. Take the user out of its groups instead.");
          }
          T result = command.execute(context);
          if (user != null) {
            application.getBean(LoginFollower.class).loginRemoved(user);
          }
          return result;
        });
  }
}
