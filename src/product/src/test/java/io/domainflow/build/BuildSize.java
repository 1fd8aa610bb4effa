package io.domainflow.build;

import java.util.List;
import java.util.Locale;

/**
 * The extent of a build. A test that is named ({@code -Dtest=…}) or run in an IDE runs completely.
 */
public enum BuildSize {
  /** {@code mvn verify}: everything that a user would notice, in minutes. */
  SHORT,
  /** {@code mvn verify -Pfull}: everything. */
  FULL,
  /**
   * {@code mvn verify -Pproofs}: the proofs alone, in the size that their figures are quoted from.
   */
  PROOFS;

  /** The size of the current build. */
  public static BuildSize current() {
    return valueOf(System.getProperty("build.size", FULL.name()).toUpperCase(Locale.ROOT));
  }

  /** The readings of the registrar for the current build, as profiles of the sandbox. */
  public static List<String> readings() {
    return current() == SHORT ? List.of("A") : List.of("A", "B");
  }

  /** The value for the current build, such as a number of tries or the cases. */
  public static <T> T choose(T inShort, T inFull, T inProofs) {
    return switch (current()) {
      case SHORT -> inShort;
      case FULL -> inFull;
      case PROOFS -> inProofs;
    };
  }
}
