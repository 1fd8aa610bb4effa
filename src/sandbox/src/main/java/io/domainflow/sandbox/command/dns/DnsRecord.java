package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.stored.name.DnsZone;
import io.domainflow.sandbox.stored.name.Soa;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A resource record of a zone, as one line: owner, seconds, {@code IN}, type and data. In a search,
 * everything but the owner may be missing, and % matches every owner.
 *
 * @param owner absolute, with the final dot, in lower case
 * @param ttl null in a search for any number of seconds
 * @param data empty in a search for any data
 */
record DnsRecord(String owner, @Nullable Integer ttl, String type, String data) {

  private static final String ANY = "%";
  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+)\\s+(?:([0-9]{1,9})\\s+)?(?:IN\\s+)?([A-Z][A-Z0-9-]{0,15})(?:\\s+(.*))?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads a record.
   *
   * @param zone with the final dot
   * @return empty if it is invalid
   */
  static Optional<DnsRecord> read(String text, String zone, int usualTtl) {
    return search(text, zone)
        .filter(record -> !record.data().isEmpty() && !record.owner().equals(ANY))
        .map(record -> record.ttl() == null ? record.of(usualTtl) : record);
  }

  /** The first record of a zone. */
  static DnsRecord head(DnsZone zone) {
    Soa soa = zone.soa();
    return new DnsRecord(
        zone.name(),
        soa.ttl(),
        "SOA",
        String.join(" ", soa.master(), soa.contact())
            + " %d %d %d %d %d"
                .formatted(soa.serial(), soa.refresh(), soa.retry(), soa.expire(), soa.minimum()));
  }

  /** Parses a search for records; empty if it is invalid. */
  static Optional<DnsRecord> search(String text, String zone) {
    Matcher line = LINE.matcher(text.strip());
    if (!line.matches()) {
      return Optional.empty();
    }
    String owner = absolute(line.group(1).toLowerCase(Locale.ROOT), zone);
    Integer ttl = line.group(2) == null ? null : Integer.valueOf(line.group(2));
    String type = line.group(3).toUpperCase(Locale.ROOT);
    String data = Objects.requireNonNullElse(line.group(4), "");
    return owner.equals(ANY) || isBelow(owner, zone)
        ? Optional.of(new DnsRecord(owner, ttl, type, quoted(type, data)))
        : Optional.empty();
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

  // A text may be given without quotes, which are then added.
  private static String quoted(String type, String data) {
    return type.equals("TXT") && !data.isEmpty() && !data.startsWith("\"")
        ? "\"" + data + "\""
        : data;
  }

  private DnsRecord of(int seconds) {
    return new DnsRecord(owner, seconds, type, data);
  }

  /** Whether this record matches a search. */
  boolean fits(DnsRecord searched) {
    return (searched.owner.equals(ANY) || searched.owner.equals(owner))
        && (searched.ttl == null || searched.ttl.equals(ttl))
        && searched.type.equals(type)
        && (searched.data.isEmpty() || searched.data.equals(data));
  }

  /** Whether the record is shown only with EXTENDED=1: a forwarding. */
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
