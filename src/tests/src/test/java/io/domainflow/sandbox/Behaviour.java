package io.domainflow.sandbox;

import java.util.Locale;

/**
 * A behaviour of the sandbox, with the evidence for it.
 *
 * @param type the class that behaves so, below the package of the sandbox
 * @param words the behaviour, as a short sentence
 * @param source the page or program that shows it; empty if invented
 * @param profileB what profile B does instead; empty unless inferred
 */
record Behaviour(String type, Basis basis, String words, String source, String profileB) {

  private static final int COLUMNS = 5;

  /** Reads a row of a table. */
  static Behaviour of(String row) {
    String[] cells = row.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("not five columns: " + row);
    }
    return new Behaviour(
        cells[0], Basis.valueOf(cells[1].toUpperCase(Locale.ROOT)), cells[2], cells[3], cells[4]);
  }

  /** The class without its package. */
  String simpleType() {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
