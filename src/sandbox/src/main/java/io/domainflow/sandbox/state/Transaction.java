package io.domainflow.sandbox.state;

import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.stored.Setting;
import io.domainflow.sandbox.stored.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and changes the sandbox's tables; either all its changes are kept or none. */
public final class Transaction {

  private static final String SERIES = "next.";

  /** What the sandbox counts for itself, and begins anew. */
  private static final Set<String> OURS =
      Set.of(SERIES + "ledger", SERIES + "request", SERIES + "fault");

  /**
   * One row put or removed.
   *
   * @param before null if there was none
   * @param after null if removed
   */
  record Change(Table<?> table, String key, @Nullable Stored before, @Nullable Stored after) {}

  private final Map<Table<?>, NavigableMap<String, Stored>> tables;
  private final Agenda agenda;
  private final List<Change> changes = new ArrayList<>();

  Transaction(Map<Table<?>, NavigableMap<String, Stored>> tables, Agenda agenda) {
    this.tables = tables;
    this.agenda = agenda;
  }

  /** The rows with automatic changes up to a time, earliest first. */
  public List<Stored> dueUntil(Instant time) {
    return agenda.until(time);
  }

  /** The time of the next automatic change of a row. */
  public Optional<Instant> nextDueAfter(Instant time) {
    return agenda.nextAfter(time);
  }

  public <T extends Stored> Optional<T> find(Table<T> table, String key) {
    return Optional.ofNullable(rows(table).get(key)).map(table.type()::cast);
  }

  /** All rows in the order of their keys. */
  public <T extends Stored> List<T> all(Table<T> table) {
    return all(table, rows(table).values());
  }

  /** All rows, last key first. */
  public <T extends Stored> List<T> allDescending(Table<T> table) {
    return all(table, rows(table).descendingMap().values());
  }

  private static <T extends Stored> List<T> all(Table<T> table, Collection<Stored> rows) {
    List<T> typed = new ArrayList<>(rows.size());
    rows.forEach(row -> typed.add(table.type().cast(row)));
    return Collections.unmodifiableList(typed);
  }

  public <T extends Stored> void put(Table<T> table, T row) {
    set(table, row.key(), row);
  }

  public void remove(Table<?> table, String key) {
    set(table, key, null);
  }

  /** Deletes everything but how far numbers were given: a registrar gives none twice. */
  public void startOver() {
    List<Setting> numbers =
        all(Table.SETTINGS).stream()
            .filter(setting -> setting.name().startsWith(SERIES) && !OURS.contains(setting.name()))
            .toList();
    Table.ALL.forEach(this::clear);
    numbers.forEach(setting -> put(Table.SETTINGS, setting));
  }

  public void clear(Table<?> table) {
    List.copyOf(rows(table).keySet()).forEach(key -> remove(table, key));
  }

  /** Keeps at most this many rows, dropping those with the lowest keys. */
  public void trim(Table<?> table, int most) {
    while (rows(table).size() > most) {
      remove(table, rows(table).firstKey());
    }
  }

  /** The next number of a series; never repeated, even after a restart. */
  public long next(String series) {
    String name = SERIES + series;
    long number = Long.parseLong(setting(name).orElse("1"));
    put(Table.SETTINGS, new Setting(name, Long.toString(number + 1)));
    return number;
  }

  public Optional<String> setting(String name) {
    return find(Table.SETTINGS, name).map(Setting::value);
  }

  /** Runs a part, and rolls it back if it is refused. */
  public Answer orNothing(Supplier<Answer> part) {
    int mark = changes.size();
    try {
      return part.get();
    } catch (Refusal refusal) {
      undoTo(mark);
      return refusal.answer();
    }
  }

  List<Change> changes() {
    return changes;
  }

  void undo() {
    undoTo(0);
  }

  /** Puts a row whatever its type; for rows read from a file. */
  void set(Table<?> table, String key, @Nullable Stored row) {
    changes.add(new Change(table, key, write(table, key, row), row));
  }

  private @Nullable Stored write(Table<?> table, String key, @Nullable Stored row) {
    NavigableMap<String, Stored> rows = rows(table);
    Stored before = row == null ? rows.remove(key) : rows.put(key, row);
    agenda.replace(before, row);
    return before;
  }

  private void undoTo(int mark) {
    for (int i = changes.size() - 1; i >= mark; i--) {
      Change change = changes.remove(i);
      write(change.table(), change.key(), change.before());
    }
  }

  private NavigableMap<String, Stored> rows(Table<?> table) {
    return Objects.requireNonNull(tables.get(table), table.name());
  }
}
