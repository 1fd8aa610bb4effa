package io.domainflow.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** What the groups of a login say about what is for its eyes, whichever way it comes. */
public final class LoginGroups {

  private static final Set<String> WHO_WORK_ON_ORDERS =
      Set.of(
          EngineGroup.OPERATORS.authority(),
          EngineGroup.APPROVERS.authority(),
          EngineGroup.ADMINISTRATORS.authority());

  private LoginGroups() {}

  /**
   * Whether a login only looks at orders, and works on none: what may be personal data is not for
   * its eyes. That goes for analysts, also for those who order in the name of a billing system.
   */
  public static boolean onlyLooks(Authentication login) {
    return onlyLook(login.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList());
  }

  /** The ids of the engine's groups that a login is in. */
  public static List<String> ids(Authentication login) {
    String prefix = EngineGroup.authority("");
    return login.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(authority -> authority.startsWith(prefix))
        .map(authority -> authority.substring(prefix.length()))
        .toList();
  }

  /** Whether a login is a billing system's or an API client's, whatever else it is. */
  static boolean isClient(Authentication login) {
    return login.getAuthorities().stream()
        .anyMatch(authority -> EngineGroup.BILLING.authority().equals(authority.getAuthority()));
  }

  /** Whether it only looks, by authorities, each of a group. */
  static boolean onlyLook(Collection<String> authorities) {
    return authorities.contains(EngineGroup.ANALYSTS.authority())
        && authorities.stream().noneMatch(WHO_WORK_ON_ORDERS::contains);
  }
}
