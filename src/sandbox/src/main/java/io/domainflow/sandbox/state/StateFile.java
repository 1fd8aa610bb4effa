package io.domainflow.sandbox.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.sandbox.stored.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores the state on disk: one JSON line per transaction, an array of rows put ({@code value}) or
 * removed (no value). A truncated line belongs to a transaction whose answer was never sent, and is
 * dropped.
 */
final class StateFile {

  private final Path path;
  private final FileChannel lock;
  private @Nullable FileChannel channel;

  /**
   * Locks the file for this process.
   *
   * @throws IllegalStateException if another sandbox uses it
   */
  StateFile(Path path) {
    this.path = path.toAbsolutePath();
    try {
      Files.createDirectories(this.path.getParent());
      lock =
          FileChannel.open(sibling(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        throw inUse();
      }
    } catch (OverlappingFileLockException e) {
      throw inUse();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot use its state file " + path, e);
    }
  }

  private IllegalStateException inUse() {
    return new IllegalStateException(
        "Another sandbox uses the state file " + path + "; stop it or choose another file.");
  }

  /** Reads the stored rows. */
  void loadInto(Transaction transaction) {
    if (!Files.exists(path)) {
      return;
    }
    try {
      String text = Files.readString(path);
      String complete = text.substring(0, text.lastIndexOf('\n') + 1);
      for (String line : complete.lines().toList()) {
        for (JsonNode change : SandboxJson.MAPPER.readTree(line)) {
          apply(change, transaction);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The sandbox cannot read its state file " + path + "; move it away to start afresh", e);
    }
  }

  private static void apply(JsonNode change, Transaction transaction)
      throws JsonProcessingException {
    Table<?> table =
        Table.named(change.path("table").asText())
            .orElseThrow(() -> new IllegalStateException("unknown table " + change.path("table")));
    Stored row =
        change.has("value")
            ? SandboxJson.MAPPER.treeToValue(change.get("value"), table.type())
            : null;
    transaction.set(table, change.path("key").asText(), row);
  }

  /** Replaces the history by the resulting rows. */
  void compact(Map<Table<?>, List<Stored>> rows) {
    ArrayNode line = SandboxJson.MAPPER.createArrayNode();
    rows.forEach((table, all) -> all.forEach(row -> add(line, table, row.key(), row)));
    Path fresh = sibling(".new");
    try {
      Files.writeString(fresh, line + "\n");
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot write its state file " + path, e);
    }
  }

  /**
   * Adds a line. The operating system has it when this returns: a killed process loses nothing.
   *
   * @throws UncheckedIOException if the line could not be written; no part of it then remains
   */
  void append(List<Transaction.Change> changes) {
    ArrayNode line = SandboxJson.MAPPER.createArrayNode();
    changes.forEach(change -> add(line, change.table(), change.key(), change.after()));
    FileChannel open = Objects.requireNonNull(channel, "the history is replaced before");
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      long end = open.size();
      try {
        while (bytes.hasRemaining()) {
          open.write(bytes);
        }
      } catch (IOException e) {
        open.truncate(end);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot write its state file " + path, e);
    }
  }

  private static void add(ArrayNode line, Table<?> table, String key, @Nullable Stored row) {
    ObjectNode change = line.addObject().put("table", table.name()).put("key", key);
    if (row != null) {
      change.set("value", SandboxJson.MAPPER.valueToTree(row));
    }
  }

  void close() {
    try {
      if (channel != null) {
        channel.close();
      }
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot close its state file " + path, e);
    }
  }

  private Path sibling(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
