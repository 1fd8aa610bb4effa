package io.domainflow.security.engine;

import io.domainflow.security.EngineGroup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says which of the engine's commands users may execute, by group, from the table {@code
 * engine-commands.txt}. A command that is not in it is forbidden for all, so that a new command of
 * a later engine version is closed until somebody opens it.
 */
final class CommandTable {

  private static final String FILE = "engine-commands.txt";

  /** The groups in the order of the table's columns. */
  static final List<EngineGroup> COLUMNS =
      List.of(
          EngineGroup.OPERATORS,
          EngineGroup.APPROVERS,
          EngineGroup.ANALYSTS,
          EngineGroup.BILLING,
          EngineGroup.ADMINISTRATORS);

  private static final String REFUSAL =
      "The engine does not do this for you here. Nothing was changed. Ask an administrator who may"
          + " do it, or use the order API.";

  private record Row(Set<String> groups, String refusal) {}

  private final Map<String, Row> rows;

  private CommandTable(Map<String, Row> rows) {
    this.rows = rows;
  }

  /** Reads the table. */
  static CommandTable read() {
    try (InputStream file = CommandTable.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new CommandTable(rows(lines.lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Row> rows(List<String> lines) {
    Map<String, Row> rows = new HashMap<>();
    String refusal = REFUSAL;
    for (String line : lines) {
      if (line.isBlank()) {
        refusal = REFUSAL;
      } else if (line.startsWith("!")) {
        refusal = line.substring(1).strip();
      } else if (!line.startsWith("#")) {
        String command = line.substring(COLUMNS.size()).strip();
        if (rows.put(command, new Row(groups(line), refusal)) != null) {
          throw new IllegalStateException(FILE + " has " + command + " twice");
        }
      }
    }
    return rows;
  }

  private static Set<String> groups(String line) {
    return IntStream.range(0, COLUMNS.size())
        .filter(column -> line.charAt(column) == '+')
        .mapToObj(column -> COLUMNS.get(column).id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The commands that have a row. */
  Set<String> commands() {
    return rows.keySet();
  }

  /**
   * Whether a user may execute a command. A member of {@code billing} is a client, whatever other
   * groups it has.
   *
   * @param groups the user's groups in the engine
   */
  boolean allows(Class<?> command, Collection<String> groups) {
    Row row = rows.get(name(command));
    if (row == null || groups.contains(EngineGroup.BILLING.id())) {
      return row != null && row.groups().contains(EngineGroup.BILLING.id());
    }
    return groups.stream().anyMatch(row.groups()::contains);
  }

  /** The message for a user who may not execute a command. */
  String refusal(Class<?> command) {
    Row row = rows.get(name(command));
    return row == null ? REFUSAL : row.refusal();
  }

  /** The name of a command in the table and in the log. */
  static String name(Class<?> command) {
    return command.getName().substring(command.getPackageName().length() + 1);
  }
}
