package io.domainflow.security.engine;

import static io.domainflow.security.engine.CommandField.field;

import io.domainflow.model.LoginListener;
import io.domainflow.model.LoginUsage;
import io.domainflow.security.EngineGroup;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Refuses to delete users that have orders or names, no matter who requests it: another user with
 * the same name would inherit them. Everything else that belongs to a user is deleted, too.
 *
 * <p>Also refuses to delete the groups that have permissions, and the last administrator: otherwise
 * nobody who could repair the damage would be able to log in.
 */
class UserRemoval extends CommandInterceptor {

  private final Supplier<@Nullable Authentication> currentUser;
  private final ApplicationContext application;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser the user who is logged in; null when the engine itself acts
   * @param application provides the beans that know about logins, which do not exist yet when the
   *     engine is configured
   */
  UserRemoval(Supplier<@Nullable Authentication> currentUser, ApplicationContext application) {
    this.currentUser = currentUser;
    this.application = application;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (currentUser.get() == null) {
      return next.execute(command);
    }
    if (command instanceof DeleteGroupCmd && isOurs((String) field(command, "groupId"))) {
      throw new BadUserRequestException(
          "Domainflow grants permissions to the group "
              + field(command, "groupId")
              + ". Nothing was changed. Remove its members instead.");
    }
    if (command instanceof DeleteMembershipCmd
        && EngineGroup.ADMINISTRATORS.id().equals(field(command, "groupId"))) {
      return next.execute(
          context -> {
            // the engine first checks whether this is allowed at all
            T result = command.execute(context);
            refuseLast((String) field(command, "userId"), context);
            return result;
          });
    }
    return command instanceof DeleteUserCmd ? removed(command) : next.execute(command);
  }

  private static boolean isOurs(@Nullable String group) {
    return Arrays.stream(EngineGroup.values()).anyMatch(ours -> ours.id().equals(group));
  }

  private <T> T removed(Command<T> command) {
    String user = (String) field(command, "userId");
    return next.execute(
        context -> {
          T result = command.execute(context);
          refuseLast(user, context);
          if (user != null && application.getBean(LoginUsage.class).isKept(user)) {
            throw new BadUserRequestException(
                "The user "
                    + user
                    + " has orders or domain names, which another user with the same name would"
                    + " get. Nothing was changed. Remove the user from its groups instead.");
          }
          if (user != null) {
            application.getBean(LoginListener.class).loginRemoved(user);
          }
          return result;
        });
  }

  private static void refuseLast(@Nullable String user, CommandContext context) {
    // if two are removed at the same time, the second removal sees the first
    context.getPropertyManager().acquireExclusiveLockForStartup();
    IdentityService identity = context.getProcessEngineConfiguration().getIdentityService();
    List<String> administrators =
        context.runWithoutAuthorization(
            () ->
                identity
                    .createUserQuery()
                    .memberOfGroup(EngineGroup.ADMINISTRATORS.id())
                    .list()
                    .stream()
                    .map(User::getId)
                    .toList());
    if (user != null && administrators.stream().allMatch(user::equals)) {
      throw new BadUserRequestException(
          user
              + " is the last administrator. Nothing was changed. Make somebody else an"
              + " administrator first.");
    }
  }
}
