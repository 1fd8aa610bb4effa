package io.domainflow.sandbox;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A resource record of a zone, as one line: owner, seconds, {@code IN}, type and data. In what is
 * searched for, everything but the owner may be missing, and % stands for every owner.
 *
 * @param owner absolute, with the final dot, in lower case
 * @param ttl null in what is searched for whatever its seconds
 * @param data empty in what is searched for whatever its data
 */
record DnsRecord(String owner, Integer ttl, String type, String data) {

  private static final String ANY = "%";
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9-]{0,15}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  /**
   * Reads a record.
   *
   * @param zone with the final dot
   * @return empty if it is none
   */
  static Optional<DnsRecord> read(String text, String zone, int usualTtl) {
    return search(text, zone)
        .filter(record -> !record.data().isEmpty() && !record.owner().equals(ANY))
        .map(record -> record.ttl() == null ? record.of(usualTtl) : record);
  }

  /** Reads what records are searched for by; empty if it is nothing of the kind. */
  static Optional<DnsRecord> search(String text, String zone) {
    Deque<String> words = new ArrayDeque<>(Arrays.asList(text.strip().split("\\s+")));
    if (words.size() < 2) {
      return Optional.empty();
    }
    String owner = absolute(words.pop().toLowerCase(Locale.ROOT), zone);
    Integer ttl = SECONDS.matcher(words.peek()).matches() ? Integer.valueOf(words.pop()) : null;
    if ("IN".equalsIgnoreCase(words.peek())) {
      words.pop();
    }
    String type = words.isEmpty() ? "" : words.pop().toUpperCase(Locale.ROOT);
    if (!TYPE.matcher(type).matches() || !(owner.equals(ANY) || isBelow(owner, zone))) {
      return Optional.empty();
    }
    return Optional.of(new DnsRecord(owner, ttl, type, quoted(type, String.join(" ", words))));
  }

  private static String absolute(String owner, String zone) {
    if (owner.equals("@")) {
      return zone;
    }
    return owner.equals(ANY) || owner.endsWith(".") ? owner : owner + "." + zone;
  }

  private static boolean isBelow(String owner, String zone) {
    return owner.equals(zone) || owner.endsWith("." + zone);
  }

  // A text may come without quotes and goes with them.
  private static String quoted(String type, String data) {
    return type.equals("TXT") && !data.isEmpty() && !data.startsWith("\"")
        ? "\"" + data + "\""
        : data;
  }

  private DnsRecord of(int seconds) {
    return new DnsRecord(owner, seconds, type, data);
  }

  /** Whether this is what is searched for. */
  boolean fits(DnsRecord searched) {
    return (searched.owner.equals(ANY) || searched.owner.equals(owner))
        && (searched.ttl == null || searched.ttl.equals(ttl))
        && searched.type.equals(type)
        && (searched.data.isEmpty() || searched.data.equals(data));
  }

  /** Whether it is of a kind that is shown with EXTENDED=1 only: a forwarding. */
  boolean extended() {
    return type.startsWith("X-");
  }

  String text() {
    return text(owner);
  }

  /** The line with its owner relative to the zone. */
  String shortText(String zone) {
    return text(owner.equals(zone) ? "@" : owner.substring(0, owner.length() - zone.length() - 1));
  }

  private String text(String shown) {
    return shown + " " + ttl + " IN " + type + " " + data;
  }
}
