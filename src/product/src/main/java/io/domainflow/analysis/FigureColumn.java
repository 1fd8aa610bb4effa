package io.domainflow.analysis;

/**
 * A column of a table of figures.
 *
 * @param key stays the same
 * @param title for people
 */
public record FigureColumn(String key, String title, Kind kind) {

  /** The types of the values in a column; each value may also be unknown. */
  public enum Kind {
    TEXT,
    /** A day in UTC. */
    DATE,
    /** An instant. */
    TIME,
    COUNT,
    /** From 0 to 1. */
    SHARE,
    SECONDS,
    /** Decimal number, in the currency that another column names. */
    AMOUNT,
    /** The id of an order. */
    ORDER
  }

  static FigureColumn text(String key, String title) {
    return new FigureColumn(key, title, Kind.TEXT);
  }

  static FigureColumn time(String key, String title) {
    return new FigureColumn(key, title, Kind.TIME);
  }

  static FigureColumn count(String key, String title) {
    return new FigureColumn(key, title, Kind.COUNT);
  }

  static FigureColumn seconds(String key, String title) {
    return new FigureColumn(key, title, Kind.SECONDS);
  }

  static FigureColumn day() {
    return new FigureColumn("day", "Day", Kind.DATE);
  }

  static FigureColumn amount(String key, String title) {
    return new FigureColumn(key, title, Kind.AMOUNT);
  }

  static FigureColumn order() {
    return new FigureColumn("order", "Order", Kind.ORDER);
  }
}
