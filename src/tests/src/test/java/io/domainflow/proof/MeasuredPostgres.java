package io.domainflow.proof;

import io.domainflow.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A separate PostgreSQL whose processor time, statements and transactions are measured. */
final class MeasuredPostgres implements AutoCloseable {

  private static final Duration IDLE = Duration.ofSeconds(4);
  private static final int LOOKS = 3;

  private static final Pattern STATEMENT =
      Pattern.compile("LOG: {2}(?:execute [^:]*|statement): *(.*)", Pattern.DOTALL);
  private static final Pattern VERB = Pattern.compile("\\w+");
  private static final Pattern TABLE = Pattern.compile("\\b(?:from|into|update|join)\\s+([a-z_]+)");

  /** What is measured. */
  interface Load {
    void run() throws Exception;
  }

  private final Path statementLog;
  private final EmbeddedPostgres postgres;
  private final ProcessHandle postmaster;

  MeasuredPostgres(Path work) throws IOException {
    statementLog = work.resolve("statements.log");
    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(work.resolve("data"))
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_directory", work.toString())
            .setServerConfig("log_filename", statementLog.getFileName().toString())
            .setServerConfig("log_line_prefix", "\u0001%d\u0002")
            .setServerConfig("max_connections", "100")
            .start();
    postmaster = postmaster(work);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** The processor time that all processes of PostgreSQL have used. */
  Duration processorTime() {
    return ProcessorTime.ofFamily(postmaster);
  }

  private static ProcessHandle postmaster(Path work) throws IOException {
    String pid = Files.readAllLines(work.resolve("data").resolve("postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }

  /** Creates a database and returns its address. */
  String create(String name) {
    client("postgres").sql("create database " + name).update();
    return postgres.getJdbcUrl(TestDatabase.USERNAME, name);
  }

  /** For statements in a database. */
  JdbcClient client(String name) {
    return JdbcClient.create(
        new DriverManagerDataSource(
            postgres.getJdbcUrl(TestDatabase.USERNAME, name), TestDatabase.USERNAME, ""));
  }

  /**
   * Counts the statements and transactions of each order in a database, without those of idle time.
   *
   * @return figures, beginning with {@code what}
   */
  List<String> count(String what, String name, int orders, Load load) throws Exception {
    JdbcClient jdbc = client(name);
    jdbc.sql("alter system set log_statement = 'all'").update();
    jdbc.sql("select pg_reload_conf()").query().listOfRows();
    TimeUnit.SECONDS.sleep(2);
    double idlePerSecond = Double.MAX_VALUE;
    double idleTransactionsPerSecond = Double.MAX_VALUE;
    // timed work may run just then
    for (int look = 0; look < LOOKS; look++) {
      long idleTransactions = transactions(name);
      int idleFrom = statements(name).size();
      TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
      idlePerSecond =
          Math.min(idlePerSecond, (double) (statements(name).size() - idleFrom) / IDLE.toSeconds());
      idleTransactionsPerSecond =
          Math.min(
              idleTransactionsPerSecond,
              (double) (transactions(name) - idleTransactions) / IDLE.toSeconds());
    }

    long transactionsBefore = transactions(name);
    int from = statements(name).size();
    long begun = System.nanoTime();
    load.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    TimeUnit.SECONDS.sleep(1);
    List<String> asked = statements(name);
    asked = asked.subList(from, asked.size());
    double transactions =
        transactions(name) - transactionsBefore - seconds * idleTransactionsPerSecond;
    jdbc.sql("alter system reset log_statement").update();
    jdbc.sql("select pg_reload_conf()").query().listOfRows();

    return List.of(
        "%s: %.0f statements in %.0f transactions; when idle, %.1f statements a second"
            .formatted(
                what,
                (asked.size() - seconds * idlePerSecond) / orders,
                transactions / orders,
                idlePerSecond),
        "%s, statements by table: %s".formatted(what, byTable(asked, orders)));
  }

  private long transactions(String name) {
    return client("postgres")
        .sql("select xact_commit from pg_stat_database where datname = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  /** The statements without those that only begin and end transactions. */
  private List<String> statements(String name) throws IOException {
    String prefix = name + "\u0002";
    return Stream.of(Files.readString(statementLog).split("\u0001", -1))
        .filter(entry -> entry.startsWith(prefix))
        .map(entry -> STATEMENT.matcher(entry.substring(prefix.length())))
        .filter(Matcher::matches)
        .map(found -> found.group(1).strip())
        .filter(sql -> !sql.matches("(?is)(begin|commit|rollback|set |show ).*"))
        .toList();
  }

  private static String byTable(List<String> statements, int orders) {
    Map<String, Long> counts =
        statements.stream()
            .map(MeasuredPostgres::verbAndTable)
            .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .filter(entry -> entry.getValue() * 2 >= orders)
        .map(entry -> "%s %.1f".formatted(entry.getKey(), (double) entry.getValue() / orders))
        .collect(Collectors.joining(", "));
  }

  private static String verbAndTable(String statement) {
    String sql = statement.toLowerCase(Locale.ROOT);
    Matcher verb = VERB.matcher(sql);
    Matcher table = TABLE.matcher(sql);
    return (verb.lookingAt() ? verb.group() : "-") + ' ' + (table.find() ? table.group(1) : "-");
  }
}
