package io.domainflow.tld;

import java.util.Locale;

/** The operations with which additional fields are sent; each has a separate set of fields. */
public enum FormOperation {
  REGISTER("registration"),
  TRANSFER("transfer"),
  TRADE("change of registrant"),
  UPDATE("update");

  private final String words;

  FormOperation(String words) {
    this.words = words;
  }

  /** Its name in forms: {@code register}. */
  String inForms() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for people. */
  String words() {
    return words;
  }
}
