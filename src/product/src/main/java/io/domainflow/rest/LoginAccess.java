package io.domainflow.rest;

import io.domainflow.client.ApiClient;
import io.domainflow.holder.HolderLinks;
import io.domainflow.owner.Caller;
import io.domainflow.owner.Callers;
import io.domainflow.security.LoginGroups;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Knows who is logged in, and what that login may see of others. */
@Component
public class LoginAccess {

  private static final String STAFF = "our staff";

  private final Callers callers;

  LoginAccess(Callers callers) {
    this.callers = callers;
  }

  /** The caller and the login. */
  public Caller caller(Authentication login) {
    return callers.of(login.getName(), LoginGroups.ids(login));
  }

  /** Whether a login may see what others have ordered. */
  public static boolean isStaff(Authentication login) {
    return Callers.isStaff(LoginGroups.ids(login));
  }

  /**
   * A login that acted on an order, as a reader sees it: callers learn only that it was a member of
   * staff. The registrant, who has no login, is named.
   *
   * @param login null if nobody acted
   */
  public static @Nullable String shown(@Nullable String login, Authentication reader) {
    // API clients act only for orders that they own, or did own.
    return login == null
            || isStaff(reader)
            || login.equals(reader.getName())
            || ApiClient.isLogin(login)
            || login.equals(HolderLinks.HOLDER)
        ? login
        : STAFF;
  }
}
