package io.domainflow.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Logs in whoever collects metrics, as {@value #NAME}: no user of the engine, and good for {@code
 * /actuator/prometheus} only. Without a password in the settings there is no such login.
 */
class MetricsLogin implements AuthenticationProvider {

  static final String NAME = "prometheus";
  static final String AUTHORITY = "METRICS";

  private final MetricsProperties properties;
  private final LoginAttempts attempts;

  MetricsLogin(MetricsProperties properties, LoginAttempts attempts) {
    this.properties = properties;
    this.attempts = attempts;
  }

  /** Logs in; null if this is somebody else. */
  @Override
  public Authentication authenticate(Authentication login) {
    if (properties.password() == null || !login.getName().equals(NAME)) {
      return null;
    }
    if (!isPassword(String.valueOf(login.getCredentials()))) {
      throw attempts.refusal(login, NAME);
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        NAME, null, List.of(new SimpleGrantedAuthority(AUTHORITY)));
  }

  private boolean isPassword(String sent) {
    return MessageDigest.isEqual(
        sent.getBytes(StandardCharsets.UTF_8),
        properties.password().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
