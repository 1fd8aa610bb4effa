package io.domainflow.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.clock.Outcomes;
import io.domainflow.sandbox.fault.EventFault;
import io.domainflow.sandbox.fault.FaultKind;
import io.domainflow.sandbox.fault.Faults;
import io.domainflow.sandbox.state.Lateness;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.SandboxJson;
import io.domainflow.sandbox.state.SandboxState;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.FaultEntry;
import io.domainflow.sandbox.stored.LedgerEntry;
import io.domainflow.sandbox.stored.RequestEntry;
import io.domainflow.sandbox.stored.Stored;
import io.domainflow.sandbox.stored.SubUser;
import io.domainflow.sandbox.stored.UsageCount;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out the control calls, except those for names and the clock. */
@Component
@ConditionalOnSandbox
class SandboxControl {

  private static final Set<String> RENEWAL_MODES = Set.of("AUTORENEW", "AUTOEXPIRE", "AUTODELETE");

  private static final Pattern SUB_USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,63}");

  private final SandboxState state;
  private final Outcomes outcomes;
  private final Choices choices;
  private final Clock clock;

  SandboxControl(SandboxState state, Outcomes outcomes, Choices choices, Clock clock) {
    this.state = state;
    this.outcomes = outcomes;
    this.choices = choices;
    this.clock = clock;
  }

  /** One object of {@code POST /sandbox/faults}. */
  record FaultInput(
      @Nullable String command,
      @Nullable String fault,
      @Nullable Integer times,
      @Nullable String domain,
      @Nullable String description) {}

  /**
   * The body of {@code POST /sandbox/accounts}; an absent member keeps its value.
   *
   * @param parent creates a sub-user of this account if the login has no account
   */
  record AccountInput(
      @Nullable String login,
      @Nullable Platform platform,
      @Nullable String parent,
      @Nullable BigDecimal balance,
      @Nullable BigDecimal creditLimit,
      @Nullable String currency,
      @Nullable String renewalMode,
      @Nullable Boolean modifyDomainFallback,
      @Nullable Boolean automaticOptOut,
      @Nullable Integer softQuota,
      @Nullable Integer hardQuota) {}

  /** The body of {@code POST /sandbox/lists}. */
  record LatenessInput(@Nullable Duration late) {}

  /** The body of {@code POST /sandbox/profile}. */
  record ProfileInput(@Nullable String name) {}

  /** Reads after everything that is due has happened. */
  <R> R read(Function<Transaction, R> work) {
    return state.transaction(
        transaction -> {
          outcomes.happen(transaction);
          return work.apply(transaction);
        });
  }

  /**
   * The executed commands, oldest first.
   *
   * @param latest how many of the latest ones; null for all
   */
  List<LedgerEntry> ledger(@Nullable String domain, @Nullable Integer latest) {
    String wanted = name(domain);
    return read(
        transaction ->
            latest(
                latest,
                transaction.all(Table.LEDGER).stream()
                    .filter(entry -> wanted == null || wanted.equals(entry.domain()))
                    .toList()));
  }

  private static <T> List<T> latest(@Nullable Integer most, List<T> rows) {
    if (most == null) {
      return rows;
    }
    if (most < 0) {
      throw BadControl.at("latest", "must not be negative");
    }
    return rows.subList(Math.max(0, rows.size() - most), rows.size());
  }

  /**
   * Every call, oldest first.
   *
   * @param latest how many of the latest ones; null for all
   */
  List<RequestEntry> requests(
      @Nullable String domain, @Nullable String since, @Nullable Integer latest) {
    String wanted = name(domain);
    Instant from = since == null ? Instant.MIN : instant(since);
    return read(
        transaction ->
            latest(
                latest,
                transaction.all(Table.REQUESTS).stream()
                    .filter(entry -> wanted == null || entry.domains().contains(wanted))
                    .filter(entry -> !entry.at().isBefore(from))
                    .toList()));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw BadControl.at("since", "must be a time such as 2027-03-01T10:00:00Z");
    }
  }

  private static @Nullable String name(@Nullable String domain) {
    if (domain == null) {
      return null;
    }
    try {
      return DomainName.of(domain).ascii();
    } catch (InvalidValue e) {
      return domain.toLowerCase(Locale.ROOT);
    }
  }

  List<FaultEntry> faults() {
    return read(transaction -> transaction.all(Table.FAULTS));
  }

  List<FaultEntry> addFaults(JsonNode body) {
    Iterable<JsonNode> objects = body.isArray() ? body : List.of(body);
    return state.transaction(
        transaction -> {
          objects.forEach(
              object -> addFault(ControlBody.read(object, FaultInput.class), transaction));
          return transaction.all(Table.FAULTS);
        });
  }

  private void addFault(FaultInput input, Transaction transaction) {
    if (input.command() == null) {
      throw BadControl.at("command", "is missing");
    }
    if (input.fault() == null) {
      throw BadControl.at("fault", "is missing");
    }
    boolean events = input.command().equals(Faults.EVENTS);
    boolean command =
        input.command().equals("*")
            || choices.commands().stream().anyMatch(input.command()::equalsIgnoreCase);
    if (!events && !command) {
      throw BadControl.at("command", "must be one the sandbox has, * or EVENTS");
    }
    boolean known =
        events ? EventFault.isName(input.fault()) : FaultKind.of(input.fault()).isPresent();
    if (!known) {
      throw BadControl.at(
          "fault",
          "must be one of REFUSE, RESET_BEFORE, RESET_AFTER, TIMEOUT_BEFORE, TIMEOUT_AFTER,"
              + " HALF_BODY, GARBAGE, EMPTY, HTTP_500, CODE_421, CODE_421_AFTER (or another code)"
              + " and DELAY_1500 (milliseconds); for EVENTS: EVENTS_LOST, EVENTS_TWICE,"
              + " EVENTS_REVERSED, EVENTS_LATE_PT1H (or another time)");
    }
    int times = Optional.ofNullable(input.times()).orElse(1);
    if (times < 1) {
      throw BadControl.at("times", "must be 1 or more");
    }
    transaction.put(
        Table.FAULTS,
        new FaultEntry(
            transaction.next("fault"),
            input.command(),
            input.fault(),
            times,
            Optional.ofNullable(input.domain()).orElse("*").toLowerCase(Locale.ROOT),
            input.description()));
  }

  /** Removes a fault; one that has taken effect meanwhile no longer exists. */
  List<FaultEntry> deleteFault(long number) {
    return state.transaction(
        transaction -> {
          transaction.remove(Table.FAULTS, Stored.numbered(number));
          return transaction.all(Table.FAULTS);
        });
  }

  List<FaultEntry> deleteFaults() {
    state.change(transaction -> transaction.clear(Table.FAULTS));
    return List.of();
  }

  List<Account> accounts() {
    return read(
        transaction ->
            transaction.all(Table.ACCOUNTS).stream()
                .sorted(Comparator.comparing(account -> Platform.of(account.login())))
                .toList());
  }

  Account setAccount(JsonNode body) {
    AccountInput input = ControlBody.read(body, AccountInput.class);
    if (input.renewalMode() != null && !RENEWAL_MODES.contains(input.renewalMode())) {
      throw BadControl.at("renewalMode", "must be AUTORENEW, AUTOEXPIRE or AUTODELETE");
    }
    if (input.currency() != null && !input.currency().matches("[A-Z]{3}")) {
      throw BadControl.at("currency", "must be a three-letter currency code such as EUR");
    }
    Integer soft = input.softQuota();
    Integer hard = input.hardQuota();
    if ((soft == null) != (hard == null)
        || (soft != null && hard != null && (soft < 1 || hard < soft))) {
      throw BadControl.at(
          "softQuota", "goes with a hard mark (hardQuota), which must not be below it");
    }
    return state.transaction(
        transaction -> {
          Account old =
              Optional.ofNullable(input.login())
                  .map(RegistryInput.platform(input.platform())::account)
                  .flatMap(login -> transaction.find(Table.ACCOUNTS, login))
                  .orElseGet(() -> subUser(input, transaction));
          Account changed =
              new Account(
                  old.login(),
                  Optional.ofNullable(input.balance()).orElse(old.balance()),
                  Optional.ofNullable(input.creditLimit()).orElse(old.creditLimit()),
                  Optional.ofNullable(input.currency()).orElse(old.currency()),
                  Optional.ofNullable(input.renewalMode()).orElse(old.renewalMode()),
                  Optional.ofNullable(input.modifyDomainFallback())
                      .orElse(old.modifyDomainFallback()),
                  Optional.ofNullable(input.automaticOptOut()).orElse(old.automaticOptOut()));
          transaction.put(Table.ACCOUNTS, changed);
          if (soft != null && hard != null) {
            transaction.put(
                Table.USAGE, new UsageCount(old.login(), soft, hard, 0, clock.instant()));
          }
          return changed;
        });
  }

  /** A new sub-user without any objects; nobody logs in with it. */
  private Account subUser(AccountInput input, Transaction transaction) {
    if (input.login() == null || input.parent() == null) {
      throw BadControl.at("login", "must be test.user, test.user2 or a sub-user");
    }
    if (!SUB_USER.matcher(input.login()).matches() || input.login().equals(Account.ELSEWHERE)) {
      throw BadControl.at("login", "must be 3 to 64 letters, digits and . _ -");
    }
    Platform platform = RegistryInput.platform(input.platform());
    Account parent =
        transaction
            .find(Table.ACCOUNTS, platform.account(input.parent()))
            .orElseThrow(() -> BadControl.at("parent", "must be an account of this platform"));
    String login = platform.account(input.login());
    transaction.put(
        Table.SUBUSERS, new SubUser(login, parent.login(), "", "", List.of(), clock.instant()));
    return new Account(
        login,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        parent.currency(),
        parent.renewalMode(),
        parent.modifyDomainFallback(),
        parent.automaticOptOut());
  }

  Profile profile() {
    return state.transaction(Profile::of);
  }

  Profile selectProfile(JsonNode body) {
    String name = ControlBody.read(body, ProfileInput.class).name();
    Profile profile =
        Arrays.stream(Profile.values())
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(() -> BadControl.at("name", "must be A or B"));
    state.change(profile::select);
    return profile;
  }

  Duration lateness() {
    return state.transaction(Lateness::of);
  }

  Duration selectLateness(JsonNode body) {
    Duration late = ControlBody.read(body, LatenessInput.class).late();
    if (late == null || late.isNegative()) {
      throw BadControl.at("late", "must be a duration such as PT10M");
    }
    state.change(transaction -> Lateness.select(late, transaction));
    return late;
  }

  /** Deletes everything and returns to the initial state; numbers are not given again. */
  void reset() {
    state.change(
        transaction -> {
          transaction.startOver();
          state.ensureAccounts(transaction);
        });
  }

  Map<String, List<? extends Stored>> export() {
    return read(
        transaction -> {
          Map<String, List<? extends Stored>> all = new LinkedHashMap<>();
          Table.ALL.forEach(table -> all.put(table.name(), transaction.all(table)));
          return all;
        });
  }

  /** Replaces the state by an exported one. */
  void importState(JsonNode body) {
    if (!body.isObject()) {
      throw new BadControl("The body must be what /sandbox/export answered.");
    }
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (Table.named(name).isEmpty()) {
                throw new BadControl("There is no table \"" + name + "\" in an export.");
              }
            });
    state.change(
        transaction -> {
          Table.ALL.forEach(
              table -> {
                transaction.clear(table);
                body.path(table.name()).forEach(row -> put(table, row, transaction));
              });
          state.ensureAccounts(transaction);
        });
  }

  private static <T extends Stored> void put(
      Table<T> table, JsonNode row, Transaction transaction) {
    try {
      transaction.put(table, SandboxJson.MAPPER.treeToValue(row, table.type()));
    } catch (JsonProcessingException e) {
      throw new BadControl("A row of \"" + table.name() + "\" cannot be read.");
    }
  }
}
