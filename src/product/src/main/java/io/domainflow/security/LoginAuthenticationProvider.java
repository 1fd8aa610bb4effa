package io.domainflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.core.NestedRuntimeException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Logs in with the engine's users; their groups become authorities. */
class LoginAuthenticationProvider implements AuthenticationProvider {

  private final IdentityService identityService;
  private final LoginAttempts attempts;

  LoginAuthenticationProvider(IdentityService identityService, LoginAttempts attempts) {
    this.identityService = identityService;
    this.attempts = attempts;
  }

  /**
   * Logs in.
   *
   * @throws InternalAuthenticationServiceException if the users cannot be read at present
   */
  @Override
  public Authentication authenticate(Authentication login) {
    try {
      return check(login);
    } catch (ProcessEngineException | NestedRuntimeException e) {
      throw unreadable(e);
    }
  }

  /**
   * The user of a session, with the user's present groups; empty if nobody is logged in, if the
   * user no longer exists, or if the password has been changed since.
   *
   * @throws InternalAuthenticationServiceException if the users cannot be read at present
   */
  Optional<Authentication> loggedInBefore(HttpServletRequest request) {
    try {
      return WebappSession.user(request)
          .filter(user -> isStill(WebappSession.passwordMark(request), passwordMark(user)))
          .map(this::withGroups);
    } catch (ProcessEngineException | NestedRuntimeException e) {
      throw unreadable(e);
    }
  }

  private static boolean isStill(Optional<String> before, Optional<String> now) {
    return before.isPresent() && before.equals(now);
  }

  /**
   * A mark that changes with a user's password: the stored salted digest. Empty if there is no such
   * user.
   */
  Optional<String> passwordMark(String user) {
    return Optional.ofNullable(identityService.createUserQuery().userId(user).singleResult())
        .map(User::getPassword);
  }

  private Authentication check(Authentication login) {
    String user = login.getName();
    if (!identityService.checkPassword(user, String.valueOf(login.getCredentials()))) {
      throw attempts.refusal(login, user);
    }
    attempts.succeeded(LoginAttempts.address(login), user);
    return withGroups(user);
  }

  private Authentication withGroups(String user) {
    List<SimpleGrantedAuthority> authorities =
        identityService.createGroupQuery().groupMember(user).list().stream()
            .map(Group::getId)
            .map(EngineGroup::authority)
            .map(SimpleGrantedAuthority::new)
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
  }

  private static InternalAuthenticationServiceException unreadable(RuntimeException e) {
    return new InternalAuthenticationServiceException("the users cannot be read at present", e);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
