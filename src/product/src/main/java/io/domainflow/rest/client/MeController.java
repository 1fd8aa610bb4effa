package io.domainflow.rest.client;

import io.domainflow.account.AccountBalances;
import io.domainflow.account.AccountBalances.Balance;
import io.domainflow.account.Accounts;
import io.domainflow.client.ApiClients;
import io.domainflow.client.Scope;
import io.domainflow.order.content.Operation;
import io.domainflow.owner.Caller;
import io.domainflow.owner.Owner;
import io.domainflow.rest.LoginAccess;
import io.domainflow.rest.PriceView;
import io.domainflow.security.LoginGroups;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a program which login it uses, what it may order, and with which accounts. */
@RestController
class MeController {

  private final LoginAccess access;
  private final ApiClients clients;
  private final Accounts accounts;
  private final AccountBalances balances;

  MeController(
      LoginAccess access, ApiClients clients, Accounts accounts, AccountBalances balances) {
    this.access = access;
    this.clients = clients;
    this.accounts = accounts;
    this.balances = balances;
  }

  @GetMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
  MeView get(Authentication login) {
    Caller caller = access.caller(login);
    Scope scope = clients.scopeOf(login.getName());
    Map<String, Balance> known = balances.all();
    return new MeView(
        login.getName(),
        Owner.textOf(caller.owner()),
        LoginGroups.ids(login).stream().sorted().toList(),
        LoginGroups.isReadOnly(login)
            ? List.of()
            : Arrays.stream(Operation.values())
                .filter(one -> scope.allowsOperation(one.name()))
                .toList(),
        accounts.names().stream()
            .filter(scope::allowsAccount)
            .sorted()
            .map(name -> AccountOfMine.of(name, known.get(name)))
            .toList());
  }

  /**
   * The requesting login.
   *
   * @param owner the owner of the names that it orders: itself, or its group; null for staff
   * @param groups ids of the engine's groups that it is in
   * @param operations what it may order; empty for a login that may only read
   * @param accounts the accounts that it may use, by name
   */
  record MeView(
      String login,
      @Nullable String owner,
      List<String> groups,
      List<Operation> operations,
      List<AccountOfMine> accounts) {}

  /**
   * An account at the registrar.
   *
   * @param balance as last stated by the registrar; null if it never was
   * @param readAt when it was stated
   */
  record AccountOfMine(String name, @Nullable PriceView balance, @Nullable Instant readAt) {

    static AccountOfMine of(String name, @Nullable Balance balance) {
      return balance == null
          ? new AccountOfMine(name, null, null)
          : new AccountOfMine(name, PriceView.of(balance.money()), balance.readAt());
    }
  }
}
