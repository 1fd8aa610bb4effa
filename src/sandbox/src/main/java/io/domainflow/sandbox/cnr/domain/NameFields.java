package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stores and shows the fields of a name besides dates, contacts and name servers. */
final class NameFields {

  static final String PRIVACY = "X-WHOIS-PRIVACY";

  private static final String TAG = "DOMAINTAG";

  /** Parameters of an order, not of the name. */
  private static final List<String> OF_THE_ORDER = List.of("X-FEE-", "X-CLAIMS-");

  private NameFields() {}

  /** Puts the fields into an answer: records and tags as columns. */
  static void put(Answer answer, Map<String, String> fields) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    fields.forEach(
        (key, value) -> {
          if (key.startsWith("X-") && OF_THE_ORDER.stream().noneMatch(key::startsWith)) {
            columns.put(key.toLowerCase(Locale.ROOT), List.of(value));
          }
          numbered("SECDNS-KEY", "dnssec", key, value, columns);
          numbered("SECDNS-DS", "dnssecdsdata", key, value, columns);
          numbered(TAG, "domaintag", key, value, columns);
        });
    columns.forEach(answer::with);
  }

  private static void numbered(
      String kept, String shown, String key, String value, Map<String, List<String>> columns) {
    if (key.matches(kept + "[0-9]+")) {
      columns.computeIfAbsent(shown, any -> new ArrayList<>()).add(value);
    }
  }

  /** Whether a field is a tag. */
  static boolean isTag(String key) {
    return key.matches(TAG + "[0-9]+");
  }

  /** Whether a parameter sets, adds or removes a tag. */
  static boolean isAboutTags(String parameter) {
    return parameter.matches("(ADD|DEL)?" + TAG + "[0-9]+");
  }

  static List<String> tags(Map<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> isTag(field.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether a name has all the tags to which a list is limited. */
  static boolean hasTags(Map<String, String> fields, ReceivedCommand call) {
    List<String> tags = tags(fields);
    return call.list(TAG).stream().allMatch(wanted -> contains(tags, wanted));
  }

  private static boolean contains(List<String> tags, String tag) {
    return tags.stream().anyMatch(tag::equalsIgnoreCase);
  }

  /**
   * The tags of a name after a command that replaces them, adds or removes some, or leaves them.
   */
  static Map<String, String> withTags(Map<String, String> fields, ReceivedCommand call) {
    List<String> before = tags(fields);
    List<String> tags =
        new ArrayList<>(call.parameters().containsKey(TAG + "0") ? call.list(TAG) : before);
    List<String> gone = call.list("DEL" + TAG);
    tags.removeIf(tag -> contains(gone, tag));
    call.list("ADD" + TAG).stream().filter(tag -> !contains(tags, tag)).forEach(tags::add);
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.keySet().removeIf(NameFields::isTag);
    for (int i = 0; i < tags.size(); i++) {
      changed.put(TAG + i, tags.get(i));
    }
    return changed;
  }
}
