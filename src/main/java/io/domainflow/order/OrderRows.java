package io.domainflow.order;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How what an order wants stands in its row; contacts and secrets have rows of their own. */
final class OrderRows {

  private OrderRows() {}

  /** What is wanted, without what has rows of its own. */
  static Wanted read(ResultSet row) throws SQLException {
    Operation operation = Operation.valueOf(row.getString("operation"));
    return switch (operation) {
      case REGISTER ->
          new RegistrationOrder(
              period(row),
              Map.of(),
              nameservers(row),
              AdditionalFields.NONE,
              row.getBoolean("transfer_lock"),
              renewalMode(row),
              row.getBoolean("privacy"),
              row.getString("idn_language"),
              claimsAcceptance(row));
      case TRANSFER ->
          new TransferOrder(
              period(row),
              null,
              Map.of(),
              nameservers(row),
              AdditionalFields.NONE,
              row.getBoolean("transfer_lock"),
              renewalMode(row));
      case CHANGE_REGISTRANT -> new RegistrantChangeOrder(Map.of(), AdditionalFields.NONE, null);
      case RENEW ->
          new RenewalOrder(
              period(row), row.getObject("believed_expiry", LocalDate.class), renewalMode(row));
      case RESTORE -> new RestoreOrder(renewalMode(row));
      case DELETE -> new DeletionOrder(row.getBoolean("confirmed"));
      case SUSPEND, UNSUSPEND, CANCEL ->
          new SuspensionOrder(operation, row.getBoolean("hold"), renewalMode(row));
    };
  }

  /** The columns of what is wanted, by the names of their parameters. */
  static Map<String, Object> columns(Wanted wanted) {
    Map<String, Object> columns = new HashMap<>(nothing());
    columns.put("period", wanted.period() == null ? null : wanted.period().years());
    if (wanted instanceof NameSetup setup) {
      columns.put(
          "nameservers", setup.nameservers().stream().map(Nameserver::host).toArray(String[]::new));
      columns.put("transferLock", setup.transferLock());
      columns.put("renewalMode", setup.renewalMode().name());
    }
    switch (wanted.operation()) {
      case REGISTER -> add((RegistrationOrder) wanted, columns);
      case RENEW -> add((RenewalOrder) wanted, columns);
      case RESTORE -> columns.put("renewalMode", ((RestoreOrder) wanted).renewalMode().name());
      case DELETE -> columns.put("confirmed", ((DeletionOrder) wanted).confirmed());
      case SUSPEND, UNSUSPEND, CANCEL -> add((SuspensionOrder) wanted, columns);
      case TRANSFER, CHANGE_REGISTRANT -> {
        // what else they have, has rows of its own
      }
    }
    return columns;
  }

  private static Map<String, Object> nothing() {
    Map<String, Object> columns = new HashMap<>();
    for (String column :
        List.of(
            "period",
            "believedExpiry",
            "renewalMode",
            "idnLanguage",
            "acceptedNotice",
            "noticeAcceptedAt")) {
      columns.put(column, null);
    }
    for (String column : List.of("transferLock", "privacy", "confirmed", "hold")) {
      columns.put(column, false);
    }
    columns.put("nameservers", new String[0]);
    return columns;
  }

  private static void add(RegistrationOrder registration, Map<String, Object> columns) {
    columns.put("privacy", registration.privacy());
    columns.put("idnLanguage", registration.idnLanguage());
    ClaimsAcceptance accepted = registration.claimsAcceptance();
    if (accepted != null) {
      columns.put("acceptedNotice", accepted.noticeId());
      columns.put("noticeAcceptedAt", accepted.acceptedAt().atOffset(ZoneOffset.UTC));
    }
  }

  private static void add(RenewalOrder renewal, Map<String, Object> columns) {
    columns.put("believedExpiry", renewal.believedExpiry());
    columns.put("renewalMode", renewal.renewalMode().name());
  }

  private static void add(SuspensionOrder suspension, Map<String, Object> columns) {
    columns.put("hold", suspension.hold());
    columns.put("renewalMode", suspension.renewalMode().name());
  }

  private static Period period(ResultSet row) throws SQLException {
    Integer years = row.getObject("period_years", Integer.class);
    return years == null ? null : new Period(years);
  }

  private static List<Nameserver> nameservers(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("nameservers").getArray())
        .map(Nameserver::new)
        .toList();
  }

  private static RenewalMode renewalMode(ResultSet row) throws SQLException {
    return RenewalMode.valueOf(row.getString("renewal_mode"));
  }

  private static ClaimsAcceptance claimsAcceptance(ResultSet row) throws SQLException {
    String notice = row.getString("accepted_notice_id");
    return notice == null
        ? null
        : new ClaimsAcceptance(
            notice, row.getObject("notice_accepted_at", OffsetDateTime.class).toInstant());
  }
}
