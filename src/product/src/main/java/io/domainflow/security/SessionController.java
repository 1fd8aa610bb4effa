package io.domainflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells our pages who is logged in, the token that they need to change something, and the time.
 * Pages of other sites can make a browser send the request, but cannot read the answer.
 */
@RestController
class SessionController {

  private final Clock clock;

  SessionController(Clock clock) {
    this.clock = clock;
  }

  @GetMapping(path = "/login/session", produces = MediaType.APPLICATION_JSON_VALUE)
  SessionView get(HttpServletRequest request, @Nullable Authentication login) {
    return new SessionView(
        login == null ? null : login.getName(),
        login == null ? List.of() : LoginGroups.ids(login).stream().sorted().toList(),
        WebappSession.token(request).orElse(null),
        clock.instant());
  }

  /**
   * A session.
   *
   * @param login null if nobody is logged in
   * @param groups ids of the engine's groups that the login is in
   * @param token null before the first request to the web applications
   * @param now the time by the clock of the server, which a sandbox can move
   */
  record SessionView(
      @Nullable String login, List<String> groups, @Nullable String token, Instant now) {}
}
