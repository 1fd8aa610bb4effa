package io.domainflow.sandbox.account;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Accounts;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.SubUser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The accounts and the sub-users below them. */
public final class Users {

  private Users() {}

  /** Whether a password is that of an account or a sub-user. */
  public static boolean isPassword(String login, String password, Transaction transaction) {
    return transaction
        .find(Table.SUBUSERS, login)
        .map(user -> user.isPassword(password))
        .orElseGet(() -> Accounts.isPassword(login, password));
  }

  /** The addresses from which a sub-user may log in; empty for all. */
  static List<String> allowedIps(String login, Transaction transaction) {
    return transaction.find(Table.SUBUSERS, login).map(SubUser::allowedIps).orElse(List.of());
  }

  /** The account or sub-user a sub-user belongs to; empty for an account. */
  public static Optional<String> parent(String login, Transaction transaction) {
    return transaction.find(Table.SUBUSERS, login).map(SubUser::parent);
  }

  /** Whether a user is the account itself or below it. */
  public static boolean isWithin(String account, String user, Transaction transaction) {
    Optional<String> at = Optional.of(user);
    while (at.isPresent()) {
      if (at.get().equals(account)) {
        return true;
      }
      at = parent(at.get(), transaction);
    }
    return false;
  }

  /** Every sub-user below an account, in the order of their names. */
  public static List<String> below(String account, Transaction transaction) {
    return transaction.all(Table.SUBUSERS).stream()
        .map(SubUser::login)
        .filter(user -> !user.equals(account) && isWithin(account, user, transaction))
        .toList();
  }

  /** The users whose objects a list shows. */
  public static Set<String> inDepth(
      ReceivedCommand call, String account, String depth, Transaction transaction) {
    String wanted = call.value("USERDEPTH").orElse(depth);
    List<String> users = new ArrayList<>();
    if (!wanted.equals("SUBUSER")) {
      users.add(account);
    }
    if (!wanted.equals("SELF")) {
      users.addAll(below(account, transaction));
    }
    return new LinkedHashSet<>(users);
  }

  /** The users whose objects a list shows; the account itself if the call does not say. */
  public static Set<String> inDepth(ReceivedCommand call, Transaction transaction) {
    return inDepth(call, call.account(), "SELF", transaction);
  }

  /**
   * The user a command is about: its SUBUSER, or the account.
   *
   * @throws Refusal 545 if there is no such user below the account
   */
  public static String subject(ReceivedCommand call, Transaction transaction) {
    String user = call.value("SUBUSER").orElse(call.account());
    if (!isWithin(call.account(), user, transaction)) {
      throw new Refusal(Code.NOT_FOUND, "SUBUSER");
    }
    return user;
  }
}
