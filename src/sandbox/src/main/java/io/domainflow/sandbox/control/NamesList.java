package io.domainflow.sandbox.control;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.PendingOutcome;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the names that the sandbox knows: registered ones, and those with something pending. */
@Component("sandboxNamesList")
@ConditionalOnSandbox
class NamesList {

  private final SandboxControl control;
  private final Clock clock;

  NamesList(SandboxControl control, Clock clock) {
    this.control = control;
    this.clock = clock;
  }

  /**
   * Some of the names.
   *
   * @param found the total, including those beyond {@code names}
   */
  record Page(int found, List<Listed> names) {}

  /**
   * A name.
   *
   * @param owner who has it; FREE for one that was set up so or is only applied for
   * @param account the registrar's account that has it; null unless {@code owner} is OURS
   * @param statuses its status and its locks; empty for a name that nobody has
   * @param waits pending changes
   * @param platform the platform that has it; null unless {@code owner} is OURS or OTHER_ACCOUNT
   */
  record Listed(
      String domain,
      RegistryInput.Owner owner,
      @Nullable String account,
      List<String> statuses,
      @Nullable Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable String renewalMode,
      boolean premium,
      boolean claims,
      List<Wait> waits,
      List<NameSetup.Next> next,
      @Nullable Platform platform) {}

  /**
   * A pending change.
   *
   * @param atRegistry whether the registry decides; otherwise the registrant is asked by mail
   */
  record Wait(String what, boolean atRegistry, Instant until) {}

  /**
   * The names, in alphabetical order.
   *
   * @param part text that they contain; null for all
   * @param most maximum number; null for all
   */
  Page list(@Nullable String part, @Nullable Integer most) {
    if (most != null && most < 0) {
      throw BadControl.at("most", "must not be negative");
    }
    String wanted = part == null ? "" : part.strip().toLowerCase(Locale.ROOT);
    return control.read(
        transaction -> {
          Map<String, RegisteredName> names = byDomain(transaction.all(Table.NAMES));
          Map<String, NameSetup> setups =
              transaction.all(Table.SETUPS).stream()
                  .collect(Collectors.toMap(NameSetup::domain, Function.identity()));
          Map<String, List<Wait>> waits = waits(transaction);
          Set<String> domains = new TreeSet<>();
          Stream.of(names.keySet(), setups.keySet(), waits.keySet())
              .flatMap(Set::stream)
              .filter(domain -> domain.contains(wanted))
              .forEach(domains::add);
          return new Page(
              domains.size(),
              domains.stream()
                  .limit(most == null ? domains.size() : most)
                  .map(
                      domain ->
                          listed(
                              domain,
                              names.get(domain),
                              setups.get(domain),
                              waits.getOrDefault(domain, List.of()),
                              clock.instant()))
                  .toList());
        });
  }

  private static Map<String, RegisteredName> byDomain(List<RegisteredName> names) {
    return names.stream().collect(Collectors.toMap(RegisteredName::domain, Function.identity()));
  }

  private static Map<String, List<Wait>> waits(Transaction transaction) {
    Map<String, List<Wait>> waits = new HashMap<>();
    for (PendingOutcome pending : transaction.all(Table.PENDING)) {
      add(waits, pending.domain(), new Wait(pending.command(), true, pending.dueAt()));
    }
    for (Transfer transfer : transaction.all(Table.TRANSFERS)) {
      if (transfer.running()) {
        boolean atRegistry = !Transfers.awaitsConfirmation(transfer);
        add(
            waits,
            transfer.domain(),
            new Wait("TransferDomain", atRegistry, transfer.dueAtOrThrow()));
      }
    }
    for (Trade trade : transaction.all(Table.TRADES)) {
      if (trade.running()) {
        boolean atRegistry = !trade.awaitsConfirmation();
        add(waits, trade.domain(), new Wait("TradeDomain", atRegistry, trade.dueAtOrThrow()));
      }
    }
    return waits;
  }

  private static void add(Map<String, List<Wait>> waits, String domain, Wait wait) {
    waits.computeIfAbsent(domain, any -> new ArrayList<>()).add(wait);
  }

  private static Listed listed(
      String domain,
      @Nullable RegisteredName name,
      @Nullable NameSetup setup,
      List<Wait> waits,
      Instant now) {
    boolean premium = setup != null && setup.premium();
    boolean claims = setup != null && setup.claims();
    List<NameSetup.Next> next = setup == null ? List.of() : setup.next();
    if (name == null) {
      return new Listed(
          domain,
          RegistryInput.Owner.FREE,
          null,
          List.of(),
          null,
          null,
          null,
          premium,
          claims,
          waits,
          next,
          null);
    }
    String account = name.account();
    RegistryInput.Owner owner = owner(account);
    return new Listed(
        domain,
        owner,
        account != null && owner == RegistryInput.Owner.OURS ? Platform.login(account) : null,
        statuses(name, now),
        name.createdAt(),
        name.expiresAt(),
        name.renewalMode(),
        premium,
        claims,
        waits,
        next,
        account == null ? null : Platform.of(account));
  }

  private static RegistryInput.Owner owner(@Nullable String account) {
    if (account == null) {
      return RegistryInput.Owner.OTHER_REGISTRAR;
    }
    return Account.isElsewhere(account)
        ? RegistryInput.Owner.OTHER_ACCOUNT
        : RegistryInput.Owner.OURS;
  }

  private static List<String> statuses(RegisteredName name, Instant now) {
    List<String> statuses = new ArrayList<>(List.of(name.status()));
    if (name.lockedAt(now)) {
      statuses.add("TRANSFERLOCK");
    }
    statuses.addAll(name.statuses());
    return statuses;
  }
}
