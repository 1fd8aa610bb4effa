package io.domainflow.imports;

import io.domainflow.imports.BillingRow.Standing;
import io.domainflow.imports.CsvRows.Row;
import io.domainflow.imports.ListColumns.Column;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the lists of names that billing systems export. */
@Component
public class BillingListReader {

  /** How many rows are searched for the header: some reports have a title above it. */
  private static final int HEADER_WITHIN = 5;

  private static final int LONGEST_WORD = 60;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The systems' words for the status of a name, in lower case without blanks. */
  private static final Map<String, Standing> STANDINGS =
      Map.ofEntries(
          Map.entry("", Standing.BILLED),
          Map.entry("active", Standing.BILLED),
          Map.entry("grace", Standing.BILLED),
          Map.entry("graceperiodexpired", Standing.BILLED),
          Map.entry("redemption", Standing.BILLED),
          Map.entry("redemptionperiodexpired", Standing.BILLED),
          Map.entry("pending", Standing.PENDING),
          Map.entry("pendingregistration", Standing.PENDING),
          Map.entry("pendingtransfer", Standing.PENDING),
          Map.entry("inreview", Standing.PENDING),
          Map.entry("suspended", Standing.NOT_RENEWED),
          Map.entry("scheduledcancellation", Standing.NOT_RENEWED),
          Map.entry("cancelled", Standing.ENDED),
          Map.entry("canceled", Standing.ENDED),
          Map.entry("expired", Standing.ENDED),
          Map.entry("fraud", Standing.ENDED),
          Map.entry("terminated", Standing.ENDED),
          Map.entry("transferredaway", Standing.LEFT));

  private final Clock clock;

  BillingListReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * Reads a list.
   *
   * @param file a table in UTF-8 with a header row
   * @throws ListRejected if it is invalid; a single row that cannot be read is a row with a problem
   */
  public BillingList read(byte[] file) {
    List<Row> rows = CsvRows.of(text(file));
    int header = 0;
    while (header < Math.min(rows.size(), HEADER_WITHIN)
        && !ListColumns.of(rows.get(header)).has(Column.DOMAIN)) {
      header++;
    }
    if (header == Math.min(rows.size(), HEADER_WITHIN)) {
      throw new ListRejected(
          "must have a header row with a column «domain» or «Domain Name» at its top");
    }
    ListColumns columns = ListColumns.of(rows.get(header));
    List<Row> names =
        rows.subList(header + 1, rows.size()).stream().filter(row -> !isEmpty(row)).toList();
    if (names.isEmpty()) {
      throw new ListRejected("must have at least one row below its header row");
    }
    BillingDates dates =
        new BillingDates(
            names.stream()
                .flatMap(
                    row -> Stream.of(Column.EXPIRES, Column.DUE).map(c -> columns.text(row, c)))
                .toList());
    return new BillingList(
        columns.format(), names.stream().map(row -> read(row, columns, dates)).toList());
  }

  private static boolean isEmpty(Row row) {
    return !row.isBroken() && row.cells().stream().allMatch(String::isBlank);
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ListRejected("must be written in UTF-8");
    }
  }

  private BillingRow read(Row row, ListColumns columns, BillingDates dates) {
    if (row.isBroken()) {
      return noName(row.line(), "", "its quotes do not fit together");
    }
    String written = columns.text(row, Column.DOMAIN);
    DomainName domain;
    try {
      domain = DomainName.of(written.endsWith(".") ? written.replaceAll("\\.+$", "") : written);
    } catch (InvalidValue e) {
      return noName(row.line(), word(written), null);
    }
    List<String> problems = new ArrayList<>();
    LocalDate expires = date(row, columns, Column.EXPIRES, dates, problems);
    LocalDate due = date(row, columns, Column.DUE, dates, problems);
    Standing standing = standing(row, columns, dates, problems);
    return new BillingRow(
        row.line(),
        domain.ascii(),
        standing,
        asWritten(row, columns, expires, due),
        expires,
        due,
        problems.isEmpty() ? null : String.join("; ", problems));
  }

  private static BillingRow noName(int line, String written, @Nullable String problem) {
    return new BillingRow(line, written, Standing.NO_NAME, "", null, null, problem);
  }

  private static @Nullable LocalDate date(
      Row row, ListColumns columns, Column column, BillingDates dates, List<String> problems) {
    String text = columns.text(row, column);
    try {
      return dates.read(text);
    } catch (DateTimeException e) {
      problems.add("«%s» cannot be read as a date".formatted(word(text)));
      return null;
    }
  }

  private Standing standing(
      Row row, ListColumns columns, BillingDates dates, List<String> problems) {
    String text = columns.text(row, Column.STATUS);
    String key = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    Standing standing = STANDINGS.get(key);
    if (standing == null) {
      problems.add("the status «%s» is not known, and taken for active".formatted(word(text)));
      standing = Standing.BILLED;
    }
    boolean ends = isOn(columns.text(row, Column.DO_NOT_RENEW)) || endsLater(row, columns, dates);
    return standing == Standing.BILLED && ends ? Standing.NOT_RENEWED : standing;
  }

  private static boolean isOn(String flag) {
    return List.of("1", "on", "yes", "true").contains(flag.toLowerCase(Locale.ROOT));
  }

  // Blesta stores a future cancellation as its date.
  private boolean endsLater(Row row, ListColumns columns, BillingDates dates) {
    try {
      LocalDate canceled = dates.read(columns.text(row, Column.CANCELED));
      return canceled != null
          && !canceled.isBefore(clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String asWritten(
      Row row, ListColumns columns, @Nullable LocalDate expires, @Nullable LocalDate due) {
    String status = columns.text(row, Column.STATUS);
    return Stream.of(
            status.isEmpty() ? "listed" : word(status),
            expires == null ? "" : "expires " + expires,
            due == null ? "" : "next due " + due,
            isOn(columns.text(row, Column.DO_NOT_RENEW)) ? "not to be renewed" : "",
            with("through ", columns.text(row, Column.MODULE)),
            with("reference ", columns.text(row, Column.REFERENCE)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String with(String before, String text) {
    return text.isEmpty() ? "" : before + word(text);
  }

  private static String word(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return plain.length() <= LONGEST_WORD ? plain : plain.substring(0, LONGEST_WORD) + "…";
  }
}
