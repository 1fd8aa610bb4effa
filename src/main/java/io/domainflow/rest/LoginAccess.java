package io.domainflow.rest;

import io.domainflow.client.ApiClient;
import io.domainflow.holder.HolderLinks;
import io.domainflow.owner.Caller;
import io.domainflow.owner.Callers;
import io.domainflow.security.LoginGroups;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who is logged in, and what he may see of others. */
@Component
public class LoginAccess {

  private static final String STAFF = "our staff";

  private final Callers callers;

  LoginAccess(Callers callers) {
    this.callers = callers;
  }

  /** Who asks, and as whom. */
  public Caller caller(Authentication login) {
    return callers.of(login.getName(), LoginGroups.ids(login));
  }

  /** Whether a login may see what others have ordered. */
  public static boolean isStaff(Authentication login) {
    return Callers.isStaff(LoginGroups.ids(login));
  }

  /**
   * A login that has done something for an order, as a reader sees it: of staff callers learn only
   * that. The holder of the name, who has none, is named.
   *
   * @param login null if nobody did it
   */
  public static @Nullable String shown(@Nullable String login, Authentication reader) {
    // Of API clients only those act for an order that own it, or did.
    return login == null
            || isStaff(reader)
            || login.equals(reader.getName())
            || ApiClient.isLogin(login)
            || login.equals(HolderLinks.HOLDER)
        ? login
        : STAFF;
  }
}
