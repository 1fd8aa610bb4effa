package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads one event, even a deleted one.
 *
 * @param id number of the event
 */
record EventData(String id) implements Query<EventData.Result> {

  /**
   * The answer.
   *
   * @param object its subject; empty if not stated
   * @param data lines of the form {@code key:value}, without secrets; may have personal data
   */
  record Result(Optional<String> object, List<String> data) {

    /** The value of the first of the keys that has one. */
    Optional<String> value(String... keys) {
      return Arrays.stream(keys)
          .flatMap(
              key ->
                  data.stream()
                      .filter(line -> line.regionMatches(true, 0, key + ":", 0, key.length() + 1))
                      .map(line -> line.substring(key.length() + 1).strip()))
          .filter(value -> !value.isEmpty())
          .findFirst();
    }

    /** Without the lines, which may contain personal data. */
    @Override
    public String toString() {
      return "EventData.Result[" + data.size() + " lines]";
    }
  }
}
