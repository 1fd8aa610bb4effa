package io.domainflow.rest.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.account.Accounts;
import io.domainflow.account.ConfiguredAccounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.registrar.ConnectionCheck;
import io.domainflow.registrar.ConnectionReport;
import io.domainflow.rest.AccountNotFound;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The reseller accounts, for administrators. */
@RestController
@RequestMapping(path = "/api/v1/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountController {

  private static final Logger log = LoggerFactory.getLogger(AccountController.class);

  private final Accounts accounts;
  private final ConfiguredAccounts configured;
  private final AccountChanges changes;
  private final AccountReader reader;
  private final ConnectionCheck connection;

  AccountController(
      Accounts accounts,
      ConfiguredAccounts configured,
      AccountChanges changes,
      AccountReader reader,
      ConnectionCheck connection) {
    this.accounts = accounts;
    this.configured = configured;
    this.changes = changes;
    this.reader = reader;
    this.connection = connection;
  }

  @GetMapping
  List<AccountView> list() {
    return accounts.all().stream().map(this::view).toList();
  }

  @GetMapping("/{account}")
  AccountView get(@PathVariable("account") String name) {
    return view(accounts.find(name).orElseThrow(AccountNotFound::new));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<AccountView> add(@RequestBody JsonNode body, Authentication login) {
    AccountView added = view(changes.add(body, login.getName()));
    log.info("account {} was added by {}", added.name(), login.getName());
    return ResponseEntity.created(URI.create("/api/v1/accounts/" + added.name())).body(added);
  }

  @PatchMapping(path = "/{account}", consumes = MediaType.APPLICATION_JSON_VALUE)
  AccountView change(
      @PathVariable("account") String name, @RequestBody JsonNode body, Authentication login) {
    AccountView changed = view(changes.change(name, body, login.getName()));
    log.info("account {} was changed by {}", changed.name(), login.getName());
    return changed;
  }

  @DeleteMapping("/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable("account") String name, Authentication login) {
    changes.remove(name);
    log.info("account {} was removed by {}", name, login.getName());
  }

  /**
   * Asks the registrar with the account's login, or with the values that the body has in its place.
   */
  @PostMapping("/{account}/test")
  ConnectionReport test(
      @PathVariable("account") String name,
      @RequestBody(required = false) @Nullable JsonNode body) {
    Accounts.Access stored = accounts.access(name).orElseThrow(AccountNotFound::new);
    return connection.test(reader.tried(body, stored));
  }

  private AccountView view(ResellerAccount account) {
    return AccountView.of(account, configured.membersOf(account.name()));
  }
}
