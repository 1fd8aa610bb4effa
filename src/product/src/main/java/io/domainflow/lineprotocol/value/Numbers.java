package io.domainflow.lineprotocol.value;

import java.util.Optional;

/** Whole numbers in an answer. */
public final class Numbers {

  private Numbers() {}

  /** A number of up to nine digits; anything else counts as not stated. */
  public static Optional<Integer> read(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
