package io.domainflow.sandbox.command;

import java.util.Set;

/**
 * One parameter of a command.
 *
 * @param name without the number of a numbered one
 * @param highest highest number; -1 when the parameter is not numbered
 * @param zones the zones of an X- parameter; empty for all
 * @param secret whether it is shown as {@code ***} outside
 * @param documented whether the registrar's pages have it, not only the public modules
 */
record ParameterRule(
    String name,
    int highest,
    boolean required,
    ValueType type,
    Set<String> zones,
    boolean secret,
    boolean documented) {

  static ParameterRule of(String[] row) {
    String name = row[1];
    int bracket = name.indexOf('[');
    int highest = -1;
    if (bracket > 0) {
      String last = name.substring(name.indexOf("..") + 2, name.length() - 1);
      highest = last.equals("N") ? 999 : Integer.parseInt(last);
      name = name.substring(0, bracket);
    }
    Set<String> flags = Set.of(row[5].split(",", -1));
    return new ParameterRule(
        name,
        highest,
        row[2].equals("1"),
        new ValueType(row[3]),
        row[4].isEmpty() ? Set.of() : Set.of(row[4].split(",", -1)),
        flags.contains("secret"),
        !flags.contains("modules"));
  }

  boolean numbered() {
    return highest >= 0;
  }

  /** Whether the parameter may be used for a name. */
  boolean belongsTo(String domain) {
    return zones.isEmpty() || zones.stream().anyMatch(zone -> domain.endsWith("." + zone));
  }
}
