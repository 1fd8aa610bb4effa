package io.domainflow.rest;

/** A cell of a table that people open in a spreadsheet. */
public final class SpreadsheetCell {

  private SpreadsheetCell() {}

  /** The text, so that no spreadsheet takes it for a formula and runs it. */
  public static String harmless(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
