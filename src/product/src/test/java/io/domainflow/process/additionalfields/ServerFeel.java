package io.domainflow.process.additionalfields;

import io.domainflow.tld.Conditions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives tests of forms the FEEL engine with which the application evaluates them. */
public final class ServerFeel {

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final FeelConditions FEEL = new FeelConditions();
  private static final Map<String, Set<String>> WORDS = new ConcurrentHashMap<>();
  private static final Map<List<Object>, Boolean> KNOWN = new ConcurrentHashMap<>();

  private ServerFeel() {}

  /** Caches results: over all cases of all forms nearly every evaluation repeats. */
  public static Conditions conditions() {
    return (condition, variables) -> {
      Map<String, Object> asked = new HashMap<>();
      for (String word : words(condition)) {
        if (variables.containsKey(word)) {
          asked.put(word, variables.get(word));
        }
      }
      Boolean known = KNOWN.get(List.of(condition, asked));
      if (known == null) {
        known = FEEL.holds(condition, variables);
        KNOWN.put(List.of(condition, asked), known);
      }
      return known;
    };
  }

  /** The words of a condition: its variables, and those of the language. */
  public static Set<String> words(String condition) {
    return WORDS.computeIfAbsent(
        condition,
        text ->
            WORD.matcher(QUOTED.matcher(text).replaceAll(""))
                .results()
                .map(word -> word.group())
                .collect(Collectors.toUnmodifiableSet()));
  }
}
