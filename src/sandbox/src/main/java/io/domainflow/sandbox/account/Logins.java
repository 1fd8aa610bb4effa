package io.domainflow.sandbox.account;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.Credentials;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.RoleUser;
import io.domainflow.sandbox.stored.Session;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Identifies the caller and the account that a call is about, and checks the caller's permission.
 */
@Component("sandboxLogins")
@ConditionalOnSandbox
public class Logins {

  private static final String ENTITY = "1234";
  private static final Set<String> ALWAYS_ALLOWED = Set.of("StartSession", "EndSession");
  private static final Pattern PORT = Pattern.compile(":[0-9]+$");
  private static final Pattern IPV4_WITH_PORT = Pattern.compile("[0-9.]+:[0-9]+");

  private final Clock clock;

  Logins(Clock clock) {
    this.clock = clock;
  }

  /**
   * Finds the caller.
   *
   * @return the call, about the account it is meant for
   * @throws Refusal 530 if the caller is unknown, 535 if it calls from an address that is not
   *     allowed; 531 if the account does not belong to the caller
   */
  public ReceivedCommand identify(ReceivedCommand call, Transaction transaction) {
    Credentials given = call.credentials();
    Credentials known =
        given.session().isEmpty() ? byPassword(call, transaction) : bySession(given, transaction);
    if (!known.view().isEmpty() && !Users.isWithin(known.login(), known.view(), transaction)) {
      throw new Refusal(Code.AUTHORIZATION_FAILED, "s_user is not a sub-user of " + known.login());
    }
    return call.from(known, known.view().isEmpty() ? known.login() : known.view());
  }

  /**
   * Checks what HEXONET requires of a call besides its login.
   *
   * @throws Refusal 530 if it is meant for another system, or has a second factor
   */
  public static void checkSystem(ReceivedCommand call, Transaction transaction) {
    Credentials given = call.credentials();
    boolean left = given.entity().isEmpty() && Profile.of(transaction) == Profile.A;
    if (!left && !given.entity().equals(ENTITY)) {
      throw new Refusal(Code.AUTHENTICATION_FAILED, "s_entity of this system is " + ENTITY);
    }
    if (!given.otp().isEmpty()) {
      throw new Refusal(
          Code.AUTHENTICATION_FAILED, "s_otp was given, but this account has no second factor");
    }
  }

  private static Credentials byPassword(ReceivedCommand call, Transaction transaction) {
    Credentials given = call.credentials();
    Optional<RoleUser> role =
        given.role().isEmpty()
            ? Optional.empty()
            : transaction.find(Table.ROLE_USERS, RoleUser.key(given.login(), given.role()));
    boolean right =
        role.map(r -> r.active() && r.isPassword(given.password()))
            .orElseGet(() -> Users.isPassword(given.login(), given.password(), transaction));
    List<String> addresses =
        role.map(RoleUser::allowedIps)
            .orElseGet(() -> Users.allowedIps(given.login(), transaction));
    if (!right) {
      throw new Refusal(Code.AUTHENTICATION_FAILED);
    }
    if (!isAllowed(address(call), addresses)) {
      throw new Refusal(Code.ADDRESS_NOT_ALLOWED);
    }
    return given.of(given.login(), given.role());
  }

  private Credentials bySession(Credentials given, Transaction transaction) {
    Session session =
        transaction
            .find(Table.SESSIONS, given.session())
            .orElseThrow(() -> new Refusal(Code.SESSION_NOT_FOUND));
    if (session.expiredAt(clock.instant())) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A ? Code.SESSION_NOT_FOUND : Code.SESSION_EXPIRED);
    }
    transaction.put(Table.SESSIONS, session.usedAt(clock.instant()));
    return given.of(session.account(), session.role());
  }

  /**
   * Checks a command against the access list of the calling role user.
   *
   * @throws Refusal 531 if it is forbidden
   */
  public void authorize(ReceivedCommand call, String command, Transaction transaction) {
    String key = RoleUser.key(call.credentials().login(), call.role());
    boolean forbidden =
        transaction
            .find(Table.ROLE_USERS, key)
            .filter(role -> !ALWAYS_ALLOWED.contains(command))
            .filter(
                role ->
                    !AccessList.parse(role.acl())
                        .decision(command, call.parameters(), Profile.of(transaction))
                        .orElse(role.allowedByDefault()))
            .isPresent();
    if (forbidden) {
      throw new Refusal(Code.AUTHORIZATION_FAILED, "Operation forbidden by ACL");
    }
  }

  private static String address(ReceivedCommand call) {
    String forwarded = call.credentials().remote();
    if (forwarded.isEmpty()) {
      return PORT.matcher(call.remote()).replaceFirst("");
    }
    return IPV4_WITH_PORT.matcher(forwarded).matches()
        ? PORT.matcher(forwarded).replaceFirst("")
        : forwarded;
  }

  private static boolean isAllowed(String address, List<String> allowed) {
    return allowed.isEmpty() || allowed.stream().anyMatch(pattern -> matches(pattern, address));
  }

  private static boolean matches(String pattern, String address) {
    try {
      return new IpAddressMatcher(pattern).matches(address);
    } catch (IllegalArgumentException e) {
      // The caller's value is not an address.
      return false;
    }
  }

  /**
   * Checks addresses and subnets.
   *
   * @throws Refusal 505 naming the parameter that is neither
   */
  public static List<String> addresses(ReceivedCommand call) {
    List<String> addresses = call.list("ALLOWEDIP");
    for (int i = 0; i < addresses.size(); i++) {
      try {
        new IpAddressMatcher(addresses.get(i));
      } catch (IllegalArgumentException e) {
        throw new Refusal(Code.INVALID_SYNTAX, "ALLOWEDIP" + i);
      }
    }
    return addresses;
  }
}
