package io.domainflow.analysis;

import java.util.List;
import java.util.Set;

/**
 * What a table of figures is about.
 *
 * @param name as addresses have it
 * @param title for people
 * @param hasPeriod whether it is about days; else it is about how things stand now
 * @param filters by what it can be narrowed
 */
public record FigureHead(
    String name, String title, boolean hasPeriod, Set<Filter> filters, List<FigureColumn> columns) {

  public FigureHead {
    filters = Set.copyOf(filters);
    columns = List.copyOf(columns);
  }

  /** By what figures can be narrowed. */
  public enum Filter {
    OPERATION,
    ACCOUNT,
    TLD,
    /** How orders have ended. */
    STATUS,
    /** What they failed for. */
    REASON,
    /** The registrar's code for it. */
    CODE
  }

  /** By what numbers of orders are narrowed. */
  static final Set<Filter> OF_ORDERS = Set.of(Filter.OPERATION, Filter.ACCOUNT, Filter.TLD);
}
