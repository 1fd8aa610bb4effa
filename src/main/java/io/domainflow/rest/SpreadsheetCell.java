package io.domainflow.rest;

/** Writes a cell of a table that people open in a spreadsheet. */
public final class SpreadsheetCell {

  private SpreadsheetCell() {}

  /** The text, escaped so that no spreadsheet runs it as a formula. */
  public static String harmless(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
