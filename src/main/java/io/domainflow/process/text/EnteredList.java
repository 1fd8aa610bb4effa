package io.domainflow.process.text;

import java.util.Arrays;
import java.util.List;

/** What a form takes several of in one field: separated by commas, as the form says, or lines. */
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
