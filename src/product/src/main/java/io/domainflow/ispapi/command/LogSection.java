package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.message.MalformedResponse;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResponseParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of an entry of the registrar's log. Each begins with its name and ends with EOF. */
enum LogSection {
  /** The sender of the command. It ends where the next section begins. */
  HEADER,
  COMMAND,
  RESPONSE;

  private static final String END = "EOF";

  /** The parameters of the command in an entry, by upper-case name; empty if there is none. */
  static Map<String, String> command(List<String> info) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String line : lines(info, COMMAND)) {
      String[] pair = line.split("=", 2);
      if (pair.length == 2) {
        parameters.put(pair[0].strip().toUpperCase(Locale.ROOT), pair[1].strip());
      }
    }
    return parameters;
  }

  /** The answer in an entry; empty if there is none that can be read. */
  static Optional<RegistrarResponse> response(List<String> info) {
    List<String> lines = lines(info, RESPONSE);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ResponseParser.parse("[RESPONSE]\n" + String.join("\n", lines) + "\n" + END + "\n"));
    } catch (MalformedResponse e) {
      return Optional.empty();
    }
  }

  /** The lines that belong to no section. */
  static List<String> outside(List<String> info) {
    return lines(info, null);
  }

  private static List<String> lines(List<String> info, @Nullable LogSection wanted) {
    List<String> lines = new ArrayList<>();
    LogSection current = null;
    for (String line : info) {
      Optional<LogSection> opened = opened(line);
      if (opened.isPresent()) {
        current = opened.get();
      } else if (line.strip().equals(END)) {
        current = null;
      } else if (current == wanted && !line.isBlank()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static Optional<LogSection> opened(String line) {
    return switch (line.strip()) {
      case "[HEADER]" -> Optional.of(HEADER);
      case "[COMMAND]" -> Optional.of(COMMAND);
      case "[RESPONSE]" -> Optional.of(RESPONSE);
      default -> Optional.empty();
    };
  }
}
