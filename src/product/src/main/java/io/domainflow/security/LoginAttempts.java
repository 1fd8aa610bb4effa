package io.domainflow.security;

import io.domainflow.server.CallerNetwork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Counts failed logins per address and user. After too many of them the answer is «try again
 * later», but nobody is ever locked out: a correct password is accepted whatever others have tried.
 */
public class LoginAttempts {

  static final int LIMIT = 10;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int KEPT = 10_000;
  private static final int LONGEST_NAME = 64;
  private static final Logger LOG = LoggerFactory.getLogger(LoginAttempts.class);

  private final Clock clock;
  private final Map<Key, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
          return size() > KEPT;
        }
      };

  LoginAttempts(Clock clock) {
    this.clock = clock;
  }

  /**
   * Records a wrong password.
   *
   * @return how long to wait before the next try, if there were too many
   */
  public synchronized Optional<Duration> failed(String address, String user) {
    Instant now = clock.instant();
    Key key = Key.of(address, user);
    Failures previous = failures.get(key);
    Failures current =
        previous == null || !now.isBefore(previous.until)
            ? new Failures(1, now.plus(WINDOW))
            : new Failures(previous.count + 1, previous.until);
    failures.put(key, current);
    if (current.count <= LIMIT) {
      return Optional.empty();
    }
    if (current.count == LIMIT + 1) {
      LOG.warn(
          "More than {} failed logins as «{}» from {} within {} s",
          LIMIT,
          key.user,
          address,
          WINDOW.toSeconds());
    }
    return Optional.of(Duration.between(now, current.until));
  }

  /** Records a failed login, and returns the answer to it. */
  AuthenticationException refusal(Authentication login, String user) {
    return failed(address(login), user)
        .<AuthenticationException>map(TooManyFailedLogins::new)
        .orElseGet(() -> new BadCredentialsException("user or password is wrong"));
  }

  /** The address that a login comes from, if it is known. */
  static String address(Authentication login) {
    return login.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "";
  }

  synchronized void succeeded(String address, String user) {
    failures.remove(Key.of(address, user));
  }

  synchronized int size() {
    return failures.size();
  }

  /** A user name may contain line breaks that forge log lines, or be a megabyte long. */
  private static String printable(String user) {
    String clean = user.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
  }

  private record Key(String network, String user) {

    static Key of(String address, String user) {
      return new Key(CallerNetwork.of(address), printable(user));
    }
  }

  private record Failures(int count, Instant until) {}
}
