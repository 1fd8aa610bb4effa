package io.domainflow.ispapi.command;

import java.util.Optional;

/** Whole numbers in an answer. */
final class Numbers {

  private Numbers() {}

  /** A number of up to nine digits; anything else counts as not stated. */
  static Optional<Integer> read(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
