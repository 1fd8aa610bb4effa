package io.domainflow.sandbox.state;

import io.domainflow.sandbox.stored.Stored;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Orders the rows with automatic changes, earliest first. It is derived from the rows and kept up
 * to date with them, so that due rows are found without reading all rows.
 */
final class Agenda {

  private record Entry(Instant at, String kind, String key, Stored row) {

    /** The entry of a row; empty if it has no automatic change. */
    static Optional<Entry> of(@Nullable Stored row) {
      Instant at = row == null ? null : row.dueAt();
      return row == null || at == null
          ? Optional.empty()
          : Optional.of(new Entry(at, row.getClass().getSimpleName(), row.key(), row));
    }
  }

  private final NavigableSet<Entry> entries =
      new TreeSet<>(
          Comparator.comparing(Entry::at).thenComparing(Entry::kind).thenComparing(Entry::key));

  /** Replaces a row by another one. */
  void replace(@Nullable Stored before, @Nullable Stored after) {
    Entry.of(before).ifPresent(entries::remove);
    Entry.of(after).ifPresent(entries::add);
  }

  /** The rows that are due by a time. */
  List<Stored> until(Instant time) {
    return entries.stream().takeWhile(entry -> !entry.at().isAfter(time)).map(Entry::row).toList();
  }

  /** When something is due next. */
  Optional<Instant> nextAfter(Instant time) {
    return entries.stream().map(Entry::at).filter(at -> at.isAfter(time)).findFirst();
  }
}
