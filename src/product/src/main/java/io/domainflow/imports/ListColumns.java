package io.domainflow.imports;

import io.domainflow.imports.CsvRows.Row;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the columns of a list by the names in its header row. Other columns are not read. */
final class ListColumns {

  /** The columns that a list may have. */
  enum Column {
    DOMAIN,
    STATUS,
    EXPIRES,
    DUE,
    DO_NOT_RENEW,
    CANCELED,
    MODULE,
    REFERENCE
  }

  /** The systems' names of the columns, in lower case with nothing between words. */
  private static final Map<Column, List<String>> NAMES =
      Map.of(
          Column.DOMAIN, List.of("domain", "domainname"),
          Column.STATUS, List.of("status", "servicestatus"),
          Column.EXPIRES,
              List.of("expirydate", "expires", "expiry", "expirationdate", "dateexpires"),
          Column.DUE, List.of("nextduedate", "daterenews"),
          Column.DO_NOT_RENEW, List.of("donotrenew"),
          Column.CANCELED, List.of("datecanceled", "datecancelled"),
          Column.MODULE, List.of("registrar", "module", "modulename"),
          Column.REFERENCE, List.of("reference", "id", "domainid", "serviceid"));

  /** Columns that only one of the systems has. */
  private static final Set<String> OF_WHMCS =
      Set.of("userid", "orderid", "nextduedate", "donotrenew", "registrationperiod");

  private static final Set<String> OF_BLESTA =
      Set.of("daterenews", "dateadded", "datesuspended", "datecanceled", "clientid", "package");

  /** Blesta's service is the domain, if the list has no column of domains. */
  private static final List<String> SERVICE = List.of("service", "servicename", "name");

  private final ListFormat format;
  private final Map<Column, Integer> places;

  private ListColumns(ListFormat format, Map<Column, Integer> places) {
    this.format = format;
    this.places = places;
  }

  /** The columns that a header row names; without a column of domains if the header is invalid. */
  static ListColumns of(Row header) {
    List<String> names = header.cells().stream().map(ListColumns::plain).toList();
    ListFormat format = format(names);
    Map<Column, Integer> places = new HashMap<>();
    for (Column column : Column.values()) {
      place(names, NAMES.getOrDefault(column, List.of()), places, column);
    }
    if (format == ListFormat.BLESTA && !places.containsKey(Column.DOMAIN)) {
      place(names, SERVICE, places, Column.DOMAIN);
    }
    return new ListColumns(format, places);
  }

  private static void place(
      List<String> header, List<String> names, Map<Column, Integer> places, Column column) {
    names.stream()
        .map(header::indexOf)
        .filter(place -> place >= 0)
        .findFirst()
        .ifPresent(place -> places.put(column, place));
  }

  private static ListFormat format(List<String> names) {
    if (!Collections.disjoint(names, OF_WHMCS)) {
      return ListFormat.WHMCS;
    }
    return Collections.disjoint(names, OF_BLESTA) ? ListFormat.PLAIN : ListFormat.BLESTA;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  ListFormat format() {
    return format;
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** The text of a row in a column; empty if there is none. */
  String text(Row row, Column column) {
    Integer place = places.get(column);
    return place == null ? "" : row.cell(place);
  }
}
