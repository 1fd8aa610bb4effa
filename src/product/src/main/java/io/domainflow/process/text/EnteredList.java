package io.domainflow.process.text;

import java.util.Arrays;
import java.util.List;

/**
 * Reads several values from one field of a form: separated by commas, as the form says, or by
 * lines.
 */
public final class EnteredList {

  private EnteredList() {}

  /** The entries, without those that are empty. */
  public static List<String> of(String text) {
    return Arrays.stream(text.split("[,;\\n]"))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }
}
