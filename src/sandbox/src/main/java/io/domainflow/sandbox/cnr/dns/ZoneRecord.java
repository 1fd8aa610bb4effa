package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.state.Profile;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resource record in the format of CentralNic Reseller.
 *
 * @param name relative to the zone; @ for the zone itself
 * @param content with its priority where the type has one, and hosts without their final dot
 * @param locked whether a forward created it
 */
record ZoneRecord(String name, int ttl, String type, String content, boolean locked) {

  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+)\\s+(?:([0-9]{1,9})\\s+)?(?:IN\\s+)?([A-Z][A-Z0-9-]{0,15})\\s+(.+)",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> WITH_HOST =
      Set.of("CNAME", "MX", "NS", "SRV", "PTR", "ALIAS", "ANAME");

  /** Reads a record of a zone, whose name has no final dot; empty if it is not one. */
  static Optional<ZoneRecord> read(String text, String zone, int usualTtl) {
    Matcher line = LINE.matcher(text.strip());
    if (!line.matches()) {
      return Optional.empty();
    }
    String type = line.group(3).toUpperCase(Locale.ROOT);
    int ttl = line.group(2) == null ? usualTtl : Integer.parseInt(line.group(2));
    return relative(line.group(1).toLowerCase(Locale.ROOT), zone)
        .map(name -> new ZoneRecord(name, ttl, type, plain(type, line.group(4)), false));
  }

  private static Optional<String> relative(String name, String zone) {
    if (name.equals("@") || name.equals(zone + ".") || name.equals(zone)) {
      return Optional.of("@");
    }
    if (!name.endsWith(".")) {
      return Optional.of(name);
    }
    String below = "." + zone + ".";
    return name.endsWith(below)
        ? Optional.of(name.substring(0, name.length() - below.length()))
        : Optional.empty();
  }

  private static String plain(String type, String content) {
    if (type.equals("TXT") && content.length() > 1 && content.matches("\"[^\"]*\"")) {
      return content.substring(1, content.length() - 1);
    }
    return WITH_HOST.contains(type) && content.endsWith(".")
        ? content.substring(0, content.length() - 1)
        : content;
  }

  /** Whether this is a record that a command wants to delete. */
  boolean fits(ZoneRecord wanted) {
    boolean same =
        content.equals(wanted.content)
            || (type.equals("MX") && content.endsWith(" " + wanted.content));
    return name.equals(wanted.name) && ttl == wanted.ttl && type.equals(wanted.type) && same;
  }

  /** The line that is stored for a zone. */
  String stored() {
    return name + " " + ttl + " IN " + type + " " + content;
  }

  /** The content in a separate column. */
  String shown(Profile profile) {
    if (type.equals("TXT") && !content.startsWith("\"")) {
      return "\"" + content + "\"";
    }
    return profile == Profile.B && WITH_HOST.contains(type) ? content + "." : content;
  }

  /** The content in a line with the rest of the record. */
  String inLine(Profile profile) {
    return profile == Profile.A ? content : shown(profile);
  }

  /** The priority, for types that have one. */
  String priority() {
    boolean has = type.equals("MX") || type.equals("SRV");
    return has && content.contains(" ") ? content.substring(0, content.indexOf(' ')) : "";
  }

  ZoneRecord withLock() {
    return new ZoneRecord(name, ttl, type, content, true);
  }
}
