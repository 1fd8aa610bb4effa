package io.domainflow.analysis;

import java.util.List;
import java.util.Set;

/**
 * The description of a table of figures.
 *
 * @param name as in URLs
 * @param title for people
 * @param hasPeriod whether it is about days; otherwise it is about the present state
 * @param filters the possible filters
 */
public record FigureHead(
    String name, String title, boolean hasPeriod, Set<Filter> filters, List<FigureColumn> columns) {

  public FigureHead {
    filters = Set.copyOf(filters);
    columns = List.copyOf(columns);
  }

  /** The criteria by which figures can be filtered. */
  public enum Filter {
    OPERATION,
    ACCOUNT,
    TLD,
    /** How orders have ended. */
    STATUS,
    /** Why they failed. */
    REASON,
    /** The registrar's code of the failure. */
    CODE
  }

  /** The filters of numbers of orders. */
  static final Set<Filter> OF_ORDERS = Set.of(Filter.OPERATION, Filter.ACCOUNT, Filter.TLD);
}
