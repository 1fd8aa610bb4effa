package io.domainflow.security.engine;

import io.domainflow.security.LoginAttempts;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Counts a wrong present password of a user who changes one as a failed login: otherwise a person
 * who finds a browser logged in could try passwords until one is right.
 */
class PasswordGuesses extends CommandInterceptor {

  private final Supplier<@Nullable Authentication> currentUser;
  private final ApplicationContext application;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser the user who is logged in; null when the engine itself acts, and during a
   *     login, which is counted where it arrives
   */
  PasswordGuesses(Supplier<@Nullable Authentication> currentUser, ApplicationContext application) {
    this.currentUser = currentUser;
    this.application = application;
  }

  @Override
  public <T> T execute(Command<T> command) {
    Authentication user = currentUser.get();
    T answer = next.execute(command);
    if (user != null && command instanceof CheckPassword && Boolean.FALSE.equals(answer)) {
      application
          .getBean(LoginAttempts.class)
          .failed(address(), user.getUserId())
          .ifPresent(PasswordGuesses::refuse);
    }
    return answer;
  }

  private static void refuse(Duration wait) {
    throw new InvalidRequestException(
        Status.TOO_MANY_REQUESTS,
        "Too many wrong passwords for your user from your address. Nothing was changed. The right"
            + " one is accepted at any time; try others in %d seconds."
                .formatted(wait.plusSeconds(1).minusNanos(1).toSeconds()));
  }

  private static String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? request.getRequest().getRemoteAddr()
        : "";
  }
}
