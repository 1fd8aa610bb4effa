package io.domainflow.imports;

import io.domainflow.imports.CsvRows.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which column of a list has what, by the names in its header row. Other columns are not read. */
final class ListColumns {

  /** What a list may say of a name, with the names that the systems give to the column. */
  enum Column {
    DOMAIN("domain", "domainname"),
    STATUS("status", "servicestatus"),
    EXPIRES("expirydate", "expires", "expiry", "expirationdate", "dateexpires"),
    DUE("nextduedate", "daterenews"),
    DO_NOT_RENEW("donotrenew"),
    CANCELED("datecanceled", "datecancelled"),
    MODULE("registrar", "module", "modulename"),
    REFERENCE("reference", "id", "domainid", "serviceid");

    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }
  }

  /** Columns that only one of the systems has. */
  private static final Set<String> OF_WHMCS =
      Set.of("userid", "orderid", "nextduedate", "donotrenew", "registrationperiod");

  private static final Set<String> OF_BLESTA =
      Set.of("daterenews", "dateadded", "datesuspended", "datecanceled", "clientid", "package");

  /** What Blesta calls a service is its domain, where the list has no column of that name. */
  private static final List<String> SERVICE = List.of("service", "servicename", "name");

  private final ListFormat format;
  private final Map<Column, Integer> places;

  private ListColumns(ListFormat format, Map<Column, Integer> places) {
    this.format = format;
    this.places = places;
  }

  /** The columns that a header row names; without a column of domains if it is none. */
  static ListColumns of(Row header) {
    List<String> names = header.cells().stream().map(ListColumns::plain).toList();
    ListFormat format = format(names);
    Map<Column, Integer> places = new HashMap<>();
    for (Column column : Column.values()) {
      place(names, column.names, places, column);
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

  /** The names of the columns of domains, for people. */
  static String domainNames() {
    return Arrays.stream(new String[] {"domain", "Domain Name"})
        .map(name -> "«" + name + "»")
        .collect(Collectors.joining(" or "));
  }

  ListFormat format() {
    return format;
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** What a row has in a column; empty if there is none. */
  String text(Row row, Column column) {
    return has(column) ? row.cell(places.get(column)) : "";
  }
}
