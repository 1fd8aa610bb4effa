package io.domainflow.tld;

import java.util.Locale;

/** What additional fields are sent with; each has a field set of its own. */
public enum FormOperation {
  REGISTER("registration"),
  TRANSFER("transfer"),
  TRADE("change of registrant"),
  UPDATE("update");

  private final String words;

  FormOperation(String words) {
    this.words = words;
  }

  /** How forms write it: {@code register}. */
  String inForms() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How people read it. */
  String words() {
    return words;
  }
}
