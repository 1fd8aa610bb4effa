package io.domainflow.security.engine;

import static io.domainflow.security.engine.CommandField.field;

import io.domainflow.security.EngineGroup;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * Lets users change their own password and nothing else of a user. The engine grants all users
 * every permission for themselves: colleagues would see a changed name as if an administrator had
 * entered it.
 */
class OwnPassword extends CommandInterceptor {

  private final Supplier<@Nullable Authentication> currentUser;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser the user who is logged in; null when the engine itself acts
   */
  OwnPassword(Supplier<@Nullable Authentication> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> T execute(Command<T> command) {
    Authentication user = currentUser.get();
    if (user != null
        && command instanceof SaveUserCmd
        && !isAdministrator(user)
        && !isPasswordOf(user.getUserId(), changed(command))) {
      throw new AuthorizationException(
          "You may change your own password, and nothing else of a user. Nothing was changed. Ask"
              + " an administrator.");
    }
    return next.execute(command);
  }

  private static boolean isAdministrator(Authentication user) {
    return user.getGroupIds() != null
        && user.getGroupIds().contains(EngineGroup.ADMINISTRATORS.id());
  }

  private static boolean isPasswordOf(String user, UserEntity changed) {
    return user.equals(changed.getId()) && changed.hasNewPassword();
  }

  private static UserEntity changed(Command<?> command) {
    return field(command, "user", UserEntity.class);
  }
}
