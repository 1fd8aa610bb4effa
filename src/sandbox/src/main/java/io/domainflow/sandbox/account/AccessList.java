package io.domainflow.sandbox.account;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of a role user: {@code Command():ALLOW}, possibly over several lines with
 * conditions.
 */
public final class AccessList {

  private static final Pattern HEAD = Pattern.compile("\\s*([A-Za-z0-9_*]+)\\s*([\\[(])\\s*");
  private static final Pattern CONDITION = Pattern.compile("\\s*([A-Za-z0-9-]+)\\s*=(.*)");
  private static final Pattern TAIL =
      Pattern.compile("\\s*([])])\\s*:\\s*(ALLOW|DENY)\\s*", Pattern.CASE_INSENSITIVE);

  private record Entry(
      String command, boolean round, Map<String, String> conditions, boolean allowed) {

    boolean fits(String name, Map<String, String> parameters, Profile profile) {
      return Wildcard.matches(command, name)
          && conditions.entrySet().stream()
              .allMatch(
                  condition -> {
                    String value = parameters.get(condition.getKey());
                    return value == null
                        ? !round && profile == Profile.A
                        : Wildcard.matches(condition.getValue(), value);
                  });
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private @Nullable String command;
  private boolean round;
  private final Map<String, String> conditions = new LinkedHashMap<>();

  private AccessList() {}

  /**
   * Reads the lines of a list.
   *
   * @throws Refusal 505 naming the line that cannot be read
   */
  public static AccessList parse(List<String> lines) {
    AccessList list = new AccessList();
    for (int i = 0; i < lines.size(); i++) {
      list.read(lines.get(i), "ACL" + i);
    }
    if (list.command != null) {
      throw new Refusal(Code.INVALID_SYNTAX, "ACL" + (lines.size() - 1) + " ends without ]:");
    }
    return list;
  }

  private void read(String line, String name) {
    Matcher head = HEAD.matcher(line);
    if (command == null) {
      if (!head.lookingAt()) {
        throw new Refusal(Code.INVALID_SYNTAX, name);
      }
      command = head.group(1);
      round = head.group(2).equals("(");
      String rest = line.substring(head.end());
      if (rest.isEmpty()) {
        lines.add(command + bracket());
        return;
      }
      close(command, rest, name, command + bracket());
      return;
    }
    Matcher condition = CONDITION.matcher(line);
    if (condition.matches() && !(round && !conditions.isEmpty())) {
      String key = condition.group(1).toUpperCase(Locale.ROOT);
      conditions.put(key, condition.group(2).trim());
      lines.add(key + "=" + condition.group(2).trim());
      return;
    }
    close(command, line, name, "");
  }

  private String bracket() {
    return round ? "(" : "[";
  }

  private void close(String opened, String text, String name, String before) {
    Matcher tail = TAIL.matcher(text);
    if (!tail.matches() || tail.group(1).equals(")") != round) {
      throw new Refusal(Code.INVALID_SYNTAX, name);
    }
    String policy = tail.group(2).toUpperCase(Locale.ROOT);
    entries.add(new Entry(opened, round, Map.copyOf(conditions), policy.equals("ALLOW")));
    lines.add(before + tail.group(1) + ":" + policy);
    command = null;
    conditions.clear();
  }

  /** The lines as stored, without superfluous spaces. */
  public List<String> lines() {
    return lines;
  }

  /** Whether a command is allowed; empty if the list does not say. */
  Optional<Boolean> decision(String name, Map<String, String> parameters, Profile profile) {
    return entries.stream()
        .filter(entry -> entry.fits(name, parameters, profile))
        .findFirst()
        .map(Entry::allowed);
  }
}
