package io.domainflow.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Logs in the metrics collector, as {@value #NAME}: it is not a user of the engine, and may read
 * only {@code /actuator/prometheus}. Without a password in the settings there is no such login.
 */
class MetricsLogin implements AuthenticationProvider {

  static final String NAME = "prometheus";
  static final String AUTHORITY = "METRICS";

  private final MetricsProperties properties;

  MetricsLogin(MetricsProperties properties) {
    this.properties = properties;
  }

  /** Logs in; null if it is another login, so that the next provider refuses and counts it. */
  @Override
  public @Nullable Authentication authenticate(Authentication login) {
    String password = properties.password();
    if (password == null
        || !login.getName().equals(NAME)
        || !isSame(password, String.valueOf(login.getCredentials()))) {
      return null;
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        NAME, null, List.of(new SimpleGrantedAuthority(AUTHORITY)));
  }

  private static boolean isSame(String password, String sent) {
    return MessageDigest.isEqual(
        sent.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
