package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.TestDatabase;
import io.domainflow.registrar.command.Mutation;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The upgrade of a journal with the registrar's command names: commands that were sent are not sent
 * again, and unknown outcomes are checked, for every command.
 */
class JournalCarriedOverTest {

  /** The last version with the registrar's names. */
  private static final String BEFORE = "43";

  /** The registrar's names, and ours. */
  private static final Map<String, String> NAMES =
      Map.of(
          "AddDomain", "RegisterDomain",
          "AddDomainApplication", "RegisterDomain",
          "TransferDomain", "RequestTransfer",
          "TradeDomain", "ChangeRegistrant",
          "ModifyDomain", "ReplaceContacts",
          "RenewDomain", "RenewDomain",
          "PayDomainRenewal", "RenewDomain",
          "RestoreDomain", "RestoreDomain",
          "DeleteDomain", "DeleteDomain");

  /** Commands that no earlier journal contains. */
  private static final Set<String> NEW_SINCE = Set.of("PushDomain");

  private static DriverManagerDataSource database;
  private static JdbcClient jdbc;
  private static CommandJournal journal;
  private static TransactionTemplate transaction;

  private static final UUID TWICE = UUID.randomUUID();

  /** Orders whose command is decided, by its state. */
  private static final Map<String, UUID> ENDED =
      Stream.of("REFUSED", "NOT_EXECUTED", "UNDONE", "ABANDONED")
          .collect(Collectors.toMap(state -> state, state -> UUID.randomUUID()));

  private static final Map<String, UUID> ORDERS =
      entries().collect(Collectors.toMap(entry -> key(entry.get()), entry -> UUID.randomUUID()));

  @BeforeAll
  static void carryOver() {
    database = new DriverManagerDataSource(TestDatabase.create(), TestDatabase.USERNAME, "");
    jdbc = JdbcClient.create(database);
    Flyway.configure().dataSource(database).target(BEFORE).load().migrate();
    entries()
        .forEach(
            entry ->
                write(
                    ORDERS.get(key(entry.get())),
                    (String) entry.get()[0],
                    (String) entry.get()[1]));
    write(TWICE, "RenewDomain", "REFUSED");
    write(TWICE, "PayDomainRenewal", "IN_DOUBT");
    renewal(TWICE);
    ENDED.forEach((state, order) -> write(order, "AddDomain", state));
    Flyway.configure().dataSource(database).load().migrate();
    journal = new CommandJournal(jdbc, Clock.systemUTC());
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Test
  void everyCommandThatChangesSomethingIsAmongThem() {
    assertThat(
            Stream.concat(NAMES.values().stream(), NEW_SINCE.stream()).collect(Collectors.toSet()))
        .isEqualTo(CommandNames.of(Mutation.class));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void isLookedUpAndNotSentAgain(String before, String state) {
    UUID order = ORDERS.get(before + state);
    String command = NAMES.get(before);

    Optional<Intent> found = intend(order, command, before);

    assertThat(found)
        .get()
        .satisfies(
            intent -> {
              assertThat(intent.command()).isEqualTo(command);
              assertThat(intent.inDoubt()).isTrue();
            });
    assertThat(entriesOf(order)).as("entries of the order").isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void keepsItsStateAndWhatWasSent(String before, String state) {
    UUID order = ORDERS.get(before + state);

    assertThat(journal.of(order))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.command()).isEqualTo(NAMES.get(before));
              assertThat(entry.wireName()).isEqualTo(before);
              assertThat(entry.state()).isEqualTo(state);
            });
  }

  @Test
  void aCommandInDoubtIsSearchedForAsItWasSent() {
    assertThat(intend(TWICE, "RenewDomain", "RenewDomain"))
        .get()
        .satisfies(
            intent -> {
              assertThat(intent.wireName()).isEqualTo("PayDomainRenewal");
              assertThat(intent.inDoubt()).isTrue();
            });
    assertThat(entriesOf(TWICE)).isEqualTo(2);
    assertThat(
            jdbc.sql("select explicit from order_renewal where order_id = :order")
                .param("order", TWICE)
                .query(Boolean.class)
                .single())
        .as("would be sent as RenewDomain")
        .isFalse();
  }

  // Of the order nothing else matters.
  private static void renewal(UUID order) {
    jdbc.sql(
            """
            set session_replication_role = replica;
            insert into order_renewal
              (order_id, expires_before, paid_until_before, years, explicit)
            values ('%s', now(), now(), 1, true)
            """
                .formatted(order))
        .update();
  }

  @Test
  void aCommandWithoutEffectMayBeSentAgain() {
    assertThat(ENDED)
        .allSatisfy(
            (state, order) -> {
              Optional<Intent> next = intend(order, "RegisterDomain", "AddDomainApplication");
              assertThat(next).get().extracting(Intent::inDoubt).isEqualTo(false);
              assertThat(next).get().extracting(Intent::wireName).isEqualTo("AddDomainApplication");
            });
  }

  private static Optional<Intent> intend(UUID order, String command, String wireName) {
    return transaction.execute(
        status -> journal.intend(order, "main", new Named(command, order + ".com"), wireName));
  }

  private static long entriesOf(UUID order) {
    return jdbc.sql("select count(*) from command_journal where order_id = :order")
        .param("order", order)
        .query(Long.class)
        .single();
  }

  static Stream<Arguments> entries() {
    return NAMES.keySet().stream()
        .flatMap(
            command ->
                Stream.of("INTENDED", "IN_DOUBT", "EXECUTED")
                    .map(state -> Arguments.of(command, state)));
  }

  private static String key(Object[] entry) {
    return entry[0].toString() + entry[1];
  }

  private static void write(UUID order, String command, String state) {
    jdbc.sql(
            """
            insert into command_journal
              (order_id, account, command, object, costs_money, state, intended_at)
            values (:order, 'main', :command, :object, true, :state, now())
            """)
        .param("order", order)
        .param("command", command)
        .param("object", order + ".com")
        .param("state", state)
        .update();
  }

  /** A command of which only the name matters. */
  private record Named(String name, String object) implements Mutation<Void> {

    @Override
    public boolean costsMoney() {
      return true;
    }
  }
}
