package io.domainflow.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Thrown for a wrong password after many others for the same user from the same address. */
class TooManyFailedLogins extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  TooManyFailedLogins(Duration retryAfter) {
    super("too many failed logins");
    this.retryAfter = retryAfter;
  }

  /** Whole seconds to wait, at least one. */
  long retryAfterSeconds() {
    return retryAfter.toSeconds() + 1;
  }
}
