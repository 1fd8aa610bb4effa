package io.domainflow.rest;

import java.util.regex.Pattern;

/** Writes a cell of a table that people open in a spreadsheet. */
public final class SpreadsheetCell {

  /**
   * The beginning of a formula, at the beginning of a cell or after a character at which a
   * spreadsheet may split it: with a semicolon between cells, as in many countries, quotation marks
   * within a row do not hold a cell together. Some spreadsheets read wide forms of the signs, too.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(?:^|(?<=[;|\\t\\r\\n]))([\\s\"]*)(?=[=+\\-@＝＋－＠])");

  private SpreadsheetCell() {}

  /** The text, escaped so that no spreadsheet runs it or a part of it as a formula. */
  public static String harmless(String text) {
    return FORMULA.matcher(text).replaceAll("$1'");
  }
}
