package io.domainflow.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.command.renewal.Renewals;
import io.domainflow.sandbox.command.transfer.Arrivals;
import io.domainflow.sandbox.command.transfer.Trades;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.Deletions;
import io.domainflow.sandbox.registry.Registrant;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Accounts;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.PendingOutcome;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.stored.name.Transfer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes things happen to a name that nobody has requested over the text. */
@Component("sandboxHappenings")
@ConditionalOnSandbox
class RegistryActions {

  private static final List<String> HOLD =
      List.of("serverTransferProhibited", "serverUpdateProhibited");

  private static final List<String> SERVER_HOLD = List.of("serverHold");

  /**
   * The body of {@code POST /sandbox/happen}.
   *
   * @param platform of the account that {@code to} names; that of the name's own account, if it has
   *     one, where it is absent
   * @param registrar name of another registrar that gets or requests the name
   * @param authCode the code that it gives for the name; absent if neither the code nor other
   *     obstacles to leaving are to be checked
   */
  record Input(
      @Nullable String domain,
      @Nullable String what,
      @Nullable String to,
      @Nullable Platform platform,
      @Nullable String registrar,
      @Nullable String authCode) {}

  private final SandboxControl control;
  private final RegistryControl registry;
  private final Transfers transfers;
  private final Arrivals arrivals;
  private final Trades trades;
  private final Renewals renewals;
  private final Deletions deletions;
  private final Contacts contacts;
  private final Zones zones;
  private final Clock clock;

  RegistryActions(
      SandboxControl control,
      RegistryControl registry,
      Transfers transfers,
      Arrivals arrivals,
      Trades trades,
      Renewals renewals,
      Deletions deletions,
      Contacts contacts,
      Zones zones,
      Clock clock) {
    this.control = control;
    this.registry = registry;
    this.transfers = transfers;
    this.arrivals = arrivals;
    this.trades = trades;
    this.renewals = renewals;
    this.deletions = deletions;
    this.contacts = contacts;
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * Makes something happen.
   *
   * @throws BadControl if it cannot happen to that name
   */
  Map<String, String> happen(JsonNode body) {
    Input input = ControlBody.read(body, Input.class);
    RegistryAction what = what(input.what());
    String domain = registry.domain(input.domain());
    control.read(
        transaction -> {
          if (what.isDecision()) {
            decide(domain, what == RegistryAction.REGISTRY_GRANTS, transaction);
            return domain;
          }
          RegisteredName name =
              transaction
                  .find(Table.NAMES, domain)
                  .orElseThrow(() -> new BadControl("Nobody has " + domain + "."));
          happen(what, name, input, transaction);
          return domain;
        });
    return Map.of("domain", domain, "what", what.name());
  }

  private static RegistryAction what(@Nullable String text) {
    return Arrays.stream(RegistryAction.values())
        .filter(known -> known.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                BadControl.at(
                    "what",
                    "must be one of "
                        + Arrays.stream(RegistryAction.values())
                            .map(RegistryAction::name)
                            .collect(Collectors.joining(", "))));
  }

  private void happen(
      RegistryAction what, RegisteredName name, Input input, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    switch (what) {
      case LOCKED -> transaction.put(Table.NAMES, name.withTransferLock(true).updated(now));
      case UNLOCKED -> transaction.put(Table.NAMES, name.withTransferLock(false).updated(now));
      case HOLD -> transaction.put(Table.NAMES, name.withStatuses(HOLD).updated(now));
      case MOVED_TO_ACCOUNT -> move(name, account(name, input), now, transaction);
      case OUTGOING_REQUESTED -> requestOutgoing(name, input, now, transaction);
      case OUTGOING_WITHDRAWN -> withdraw(name, now, transaction);
      case TRANSFER_REQUESTED_ELSEWHERE ->
          requestIncoming(name, account(name, input), now, transaction);
      case TRADE_REQUESTED_ELSEWHERE -> requestTrade(name, now, transaction);
      case RENEWED_ELSEWHERE -> renewals.renewElsewhere(ours(name), now, transaction);
      case MODE_CHANGED_ELSEWHERE ->
          renewals.setMode(ours(name), mode(input.to()), false, now, transaction);
      case DELETED_ELSEWHERE -> deletions.delete(ours(name), now, transaction);
      case TRANSFERRED_AWAY ->
          transfers.succeed(
              transfer(ours(name), null, input.registrar(), 1, now, transaction), now, transaction);
      case HELD_BY_REGISTRY ->
          transaction.put(Table.NAMES, name.withStatuses(SERVER_HOLD).updated(now));
      case RELEASED_BY_REGISTRY ->
          transaction.put(Table.NAMES, name.withStatuses(List.of()).updated(now));
      case DELETED_BY_REGISTRY -> transaction.remove(Table.NAMES, name.domain());
      case REGISTRY_GRANTS, REGISTRY_REFUSES ->
          throw new IllegalArgumentException(what + " is decided before anybody has the name");
    }
  }

  private void decide(String domain, boolean yes, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<PendingOutcome> pending =
        transaction.all(Table.PENDING).stream()
            .filter(outcome -> outcome.domain().equals(domain))
            .findFirst();
    Optional<Trade> trade =
        Trades.running(domain, transaction).filter(running -> !running.awaitsConfirmation());
    Optional<Transfer> transfer =
        Transfers.running(domain, transaction)
            .filter(running -> !Transfers.awaitsConfirmation(running));
    if (pending.isEmpty() && trade.isEmpty() && transfer.isEmpty()) {
      throw new BadControl("No registry has yet to decide on " + domain + ".");
    }
    pending.ifPresent(outcome -> transaction.put(Table.PENDING, outcome.decidedAt(now, yes)));
    trade.ifPresent(running -> trades.decide(running, yes, now, transaction));
    transfer.ifPresent(running -> transfers.decide(running, yes, now, transaction));
  }

  private static RegisteredName ours(RegisteredName name) {
    if (name.account() == null || !Accounts.exists(name.account())) {
      throw new BadControl(name.domain() + " is in no account of yours.");
    }
    return name;
  }

  private static String mode(@Nullable String to) {
    return Arrays.stream(RegistryInput.RenewalMode.values())
        .map(Enum::name)
        .filter(known -> known.equals(to))
        .findFirst()
        .orElseThrow(() -> BadControl.at("to", "must be AUTORENEW, AUTOEXPIRE or AUTODELETE"));
  }

  private static String account(RegisteredName name, Input input) {
    Platform platform =
        input.platform() == null && name.account() != null
            ? Platform.of(name.account())
            : RegistryInput.platform(input.platform());
    String account = platform.account(Optional.ofNullable(input.to()).orElse("test.user"));
    if (!Accounts.exists(account)) {
      throw BadControl.at("to", "must be test.user or test.user2");
    }
    return account;
  }

  private void move(RegisteredName name, String account, Instant now, Transaction transaction) {
    Optional<Transfer> running = Transfers.running(name.domain(), transaction);
    if (running.filter(transfer -> account.equals(transfer.gaining())).isPresent()) {
      transfers.succeed(running.get(), now, transaction);
      return;
    }
    running.ifPresent(
        transfer ->
            transfers.fail(transfer, "the name has gone to another account", now, transaction));
    transaction.put(Table.NAMES, arrivals.moved(name, account, 0, now, transaction));
  }

  private void requestOutgoing(
      RegisteredName name, Input input, Instant now, Transaction transaction) {
    if (name.account() == null) {
      throw new BadControl(name.domain() + " is in no account of this registrar.");
    }
    String gaining = input.to() == null ? null : account(name, input);
    if (name.account().equals(gaining)) {
      throw BadControl.at("to", "is the account that has " + name.domain() + " already");
    }
    Optional.ofNullable(input.authCode())
        .flatMap(code -> Transfers.refusal(name, code, now))
        .ifPresent(
            against -> {
              throw new BadControl("The registry refuses: " + against + ".");
            });
    String registrar = gaining == null ? input.registrar() : null;
    transfers.request(transfer(name, gaining, registrar, 1, now, transaction), now, transaction);
  }

  private void withdraw(RegisteredName name, Instant now, Transaction transaction) {
    Transfer transfer =
        Transfers.running(name.domain(), transaction)
            .filter(t -> name.account() != null && name.account().equals(t.losing()))
            .orElseThrow(
                () -> new BadControl("No outgoing transfer of " + name.domain() + " runs."));
    transfers.fail(transfer, Transfers.WITHDRAWN, now, transaction);
  }

  private void requestIncoming(
      RegisteredName name, String account, Instant now, Transaction transaction) {
    if (account.equals(name.account())) {
      throw new BadControl(Platform.login(account) + " has " + name.domain() + " already.");
    }
    Zones.Policy policy = zones.policy(name.domain(), transaction);
    transfers.begin(
        transfer(name, account, null, 1, now, transaction),
        policy.confirmed() && name.account() == null,
        "Confirm the transfer of " + name.domain(),
        transaction);
  }

  private Transfer transfer(
      RegisteredName name,
      @Nullable String gaining,
      @Nullable String registrar,
      int years,
      Instant now,
      Transaction transaction) {
    if (Transfers.running(name.domain(), transaction).isPresent()) {
      throw new BadControl("A transfer of " + name.domain() + " runs already.");
    }
    Duration pendingFor = zones.policy(name.domain(), transaction).transferPending();
    return new Transfer(
        name.domain(),
        3_610_000 + transaction.next("transfer"),
        gaining,
        name.account(),
        "",
        "INITIATED",
        now,
        now,
        years,
        BigDecimal.ZERO,
        "EUR",
        true,
        pendingFor,
        true,
        null,
        null,
        Map.of(),
        List.of(),
        Map.of(),
        List.of(),
        registrar);
  }

  private void requestTrade(RegisteredName name, Instant now, Transaction transaction) {
    if (Trades.running(ours(name).domain(), transaction).isPresent()) {
      throw new BadControl("A trade of " + name.domain() + " runs already.");
    }
    Map<String, String> fields =
        new LinkedHashMap<>(
            Registrant.of(name.domain(), transaction)
                .map(Registrant::fields)
                .orElseThrow(() -> new BadControl(name.domain() + " has no registrant.")));
    fields.remove("NAME");
    fields.put("FIRSTNAME", "Somebody");
    fields.put("LASTNAME", "Else");
    fields.put("EMAIL", "else@example.org");
    String handle = contacts.add(name.accountOrThrow(), fields, transaction);
    boolean locks =
        !transaction.find(Table.ACCOUNTS, name.accountOrThrow()).orElseThrow().automaticOptOut();
    Trades.Details wanted = Trades.Details.registrant(List.of(handle), locks);
    trades.begin(Trades.requested(name, wanted, "", now, transaction), true, transaction);
  }
}
