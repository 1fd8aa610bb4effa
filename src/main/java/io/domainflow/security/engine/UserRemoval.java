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
 * Keeps users that have orders or names, no matter who deletes them: another user under the same
 * name would get what was theirs. What else belongs to a user goes along with him.
 *
 * <p>Keeps the groups that rights are given to, too, and the last administrator: without him nobody
 * could log in who may mend it.
 */
class UserRemoval extends CommandInterceptor {

  private final Supplier<@Nullable Authentication> currentUser;
  private final ApplicationContext application;

  /**
   * Stands in front of one chain of the engine.
   *
   * @param currentUser who is logged in; gives null when the engine itself acts
   * @param application where those are found that know of logins; they are not there yet when the
   *     engine is set up
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
          "Domainflow gives rights to the group "
              + field(command, "groupId")
              + ". Nothing was changed. Take its members out instead.");
    }
    if (command instanceof DeleteMembershipCmd
        && EngineGroup.ADMINISTRATORS.id().equals(field(command, "groupId"))) {
      return next.execute(
          context -> {
            // the engine asks first whether it may be done at all
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
                    + " has orders or domain names, which another user of the same name would get."
                    + " Nothing was changed. Take the user out of its groups instead.");
          }
          if (user != null) {
            application.getBean(LoginListener.class).loginRemoved(user);
          }
          return result;
        });
  }

  private static void refuseLast(@Nullable String user, CommandContext context) {
    // of two who are taken out at the same time the second sees that the first has gone
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
