package io.domainflow.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Decides from the groups of a login what it may see, however it has logged in. */
public final class LoginGroups {

  private static final Set<String> WHO_WORK_ON_ORDERS =
      Set.of(
          EngineGroup.OPERATORS.authority(),
          EngineGroup.APPROVERS.authority(),
          EngineGroup.ADMINISTRATORS.authority());

  private LoginGroups() {}

  /**
   * Whether a login only reads orders, and works on none: it must not see possible personal data.
   * That applies to analysts, even those who also order for a billing system.
   */
  public static boolean isReadOnly(Authentication login) {
    return isReadOnly(login.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList());
  }

  /** The ids of the engine's groups to which a login belongs. */
  public static List<String> ids(Authentication login) {
    String prefix = EngineGroup.authority("");
    return login.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(authority -> authority.startsWith(prefix))
        .map(authority -> authority.substring(prefix.length()))
        .toList();
  }

  /** Whether a login is that of a billing system or an API client, whatever other groups it has. */
  static boolean isClient(Authentication login) {
    return login.getAuthorities().stream()
        .anyMatch(authority -> EngineGroup.BILLING.authority().equals(authority.getAuthority()));
  }

  /** The same, from authorities, one for each group. */
  static boolean isReadOnly(Collection<String> authorities) {
    return authorities.contains(EngineGroup.ANALYSTS.authority())
        && authorities.stream().noneMatch(WHO_WORK_ON_ORDERS::contains);
  }
}
