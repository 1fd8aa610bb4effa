package io.domainflow.ote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares shape and meaning of two answers. Values are neither compared, because each side has its
 * own names, dates and prices, nor reported, because they can be secrets or personal data.
 */
final class Comparison {

  // The values of these are freely chosen and have no format.
  private static final Set<String> FREE_FORM = Set.of("AUTH", "ZIP");

  private Comparison() {}

  /** The differences. If the codes differ, the rest necessarily differs and is not listed. */
  static <R> List<Difference> between(
      Answered<R> ote, Answered<R> sandbox, Function<R, ?> reading) {
    if (ote.response().code() != sandbox.response().code()) {
      return List.of(new Difference("code", ote.said(), sandbox.said()));
    }
    List<Difference> differences = new ArrayList<>();
    if (!ote.textPattern().equals(sandbox.textPattern())) {
      differences.add(new Difference("text", ote.said(), sandbox.said()));
    }
    add(differences, "class of the code", ote.kind(), sandbox.kind());
    add(
        differences,
        "completeness",
        pending(ote.response().pending()),
        pending(sandbox.response().pending()));
    Map<String, List<String>> theirs = ote.response().properties();
    Map<String, List<String>> ours = sandbox.response().properties();
    add(
        differences,
        "properties only one of them states",
        beyond(theirs.keySet(), ours.keySet()),
        beyond(ours.keySet(), theirs.keySet()));
    for (String property : new TreeSet<>(theirs.keySet())) {
      if (ours.containsKey(property) && !FREE_FORM.contains(property)) {
        addFormat(
            differences, property, ote.response().all(property), sandbox.response().all(property));
      }
    }
    add(differences, "what Domainflow reads", ote.reading(reading), sandbox.reading(reading));
    return differences;
  }

  private static void add(List<Difference> differences, String what, String ote, String sandbox) {
    if (!ote.equals(sandbox)) {
      differences.add(new Difference(what, ote, sandbox));
    }
  }

  // An empty property matches every format.
  private static void addFormat(
      List<Difference> differences, String property, List<String> theirs, List<String> ours) {
    if (theirs.isEmpty() || ours.isEmpty()) {
      return;
    }
    Set<Format> ote = Format.of(theirs);
    Set<Format> sandbox = Format.of(ours);
    if (Collections.disjoint(ote, sandbox)) {
      differences.add(new Difference("format of " + property, words(ote), words(sandbox)));
    }
  }

  // The first matching format is the narrowest.
  private static String words(Set<Format> formats) {
    return formats.iterator().next().words();
  }

  private static String beyond(Set<String> properties, Set<String> others) {
    Set<String> beyond = new TreeSet<>(properties);
    beyond.removeAll(others);
    return beyond.isEmpty() ? "none" : String.join(", ", beyond);
  }

  private static String pending(boolean pending) {
    return pending ? "PENDING=1" : "complete";
  }
}
