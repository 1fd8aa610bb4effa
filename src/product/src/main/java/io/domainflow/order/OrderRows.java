package io.domainflow.order;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.content.AuthCodeOrder.Deliver;
import io.domainflow.order.content.ClaimsAcceptance;
import io.domainflow.order.content.DeletionOrder;
import io.domainflow.order.content.NameSetup;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderDetails;
import io.domainflow.order.content.OrderReference;
import io.domainflow.order.content.RegistrantChangeOptions;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.content.ReleaseOrder;
import io.domainflow.order.content.RenewalOrder;
import io.domainflow.order.content.RestoreOrder;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.content.UpdateOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps an order to its row; contacts and secrets are in separate tables. */
final class OrderRows {

  /** The columns that only some operations use; each is also the name of its parameter. */
  private static final List<String> COLUMNS =
      List.of(
          "period_years",
          "believed_expiry",
          "nameservers",
          "renewal_mode",
          "transfer_lock",
          "privacy",
          "idn_language",
          "accepted_notice_id",
          "notice_accepted_at",
          "confirmed",
          "hold",
          "registrar_dns",
          "reverts",
          "unlock",
          "deliver",
          "release_target");

  /** The columns, for an insert. */
  static final String NAMES = String.join(", ", COLUMNS);

  /** Their parameters, in the same order. */
  static final String PARAMETERS = ":" + String.join(", :", COLUMNS);

  /** The columns with their parameters, for an update. */
  static final String SETTINGS =
      COLUMNS.stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));

  private OrderRows() {}

  /** The content of the order, without the parts in other tables. */
  static OrderDetails read(ResultSet row) throws SQLException {
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
              periodOrNull(row),
              null,
              Map.of(),
              nameservers(row),
              AdditionalFields.NONE,
              row.getBoolean("transfer_lock"),
              renewalMode(row));
      case CHANGE_REGISTRANT ->
          new RegistrantChangeOrder(Map.of(), AdditionalFields.NONE, RegistrantChangeOptions.NONE);
      case RENEW ->
          new RenewalOrder(
              period(row), row.getObject("believed_expiry", LocalDate.class), renewalMode(row));
      case RESTORE -> new RestoreOrder(renewalMode(row));
      case DELETE -> new DeletionOrder(row.getBoolean("confirmed"));
      case SUSPEND, UNSUSPEND, CANCEL ->
          new SuspensionOrder(operation, row.getBoolean("hold"), renewalMode(row));
      case UPDATE, REVERT -> update(operation, row);
      case AUTH_CODE ->
          new AuthCodeOrder(row.getBoolean("unlock"), Deliver.valueOf(row.getString("deliver")));
      case RELEASE -> new ReleaseOrder(row.getString("release_target"));
    };
  }

  /** The content of the order by column; columns that the operation does not use are null. */
  static Map<String, @Nullable Object> values(OrderDetails details) {
    Map<String, @Nullable Object> values = new HashMap<>();
    COLUMNS.forEach(column -> values.put(column, null));
    values.putAll(
        switch (details.operation()) {
          case REGISTER -> registration((RegistrationOrder) details);
          case TRANSFER -> setup((TransferOrder) details);
          // all its content is in other tables
          case CHANGE_REGISTRANT -> Map.of();
          case RENEW -> renewal((RenewalOrder) details);
          case RESTORE -> Map.of("renewal_mode", ((RestoreOrder) details).renewalMode().name());
          case DELETE -> Map.of("confirmed", ((DeletionOrder) details).confirmed());
          case SUSPEND, UNSUSPEND, CANCEL -> suspension((SuspensionOrder) details);
          case UPDATE, REVERT -> update((UpdateOrder) details);
          case AUTH_CODE -> authCode((AuthCodeOrder) details);
          case RELEASE -> Map.of("release_target", ((ReleaseOrder) details).target());
        });
    return values;
  }

  private static Map<String, @Nullable Object> setup(NameSetup setup) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("period_years", setup.period() == null ? null : setup.period().years());
    values.put("nameservers", hosts(setup.nameservers()));
    values.put("transfer_lock", setup.transferLock());
    values.put("renewal_mode", setup.renewalMode().name());
    return values;
  }

  private static Map<String, @Nullable Object> registration(RegistrationOrder registration) {
    Map<String, @Nullable Object> values = setup(registration);
    values.put("privacy", registration.privacy());
    values.put("idn_language", registration.idnLanguage());
    ClaimsAcceptance accepted = registration.claimsAcceptance();
    if (accepted != null) {
      values.put("accepted_notice_id", accepted.noticeId());
      values.put("notice_accepted_at", utc(accepted.acceptedAt()));
    }
    return values;
  }

  private static Map<String, Object> renewal(RenewalOrder renewal) {
    return Map.of(
        "period_years",
        renewal.period().years(),
        "believed_expiry",
        renewal.believedExpiry(),
        "renewal_mode",
        renewal.renewalMode().name());
  }

  private static Map<String, Object> suspension(SuspensionOrder suspension) {
    return Map.of("hold", suspension.hold(), "renewal_mode", suspension.renewalMode().name());
  }

  private static Map<String, @Nullable Object> update(UpdateOrder update) {
    NameSettings settings = update.settings();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put(
        "nameservers", settings.nameservers() == null ? null : hosts(settings.nameservers()));
    values.put("transfer_lock", settings.transferLock());
    values.put("privacy", settings.privacy());
    values.put(
        "renewal_mode", settings.renewalMode() == null ? null : settings.renewalMode().name());
    values.put("registrar_dns", update.registrarDns());
    values.put("reverts", update.reverts() == null ? null : update.reverts().text());
    return values;
  }

  private static UpdateOrder update(Operation operation, ResultSet row) throws SQLException {
    String reverts = row.getString("reverts");
    String mode = row.getString("renewal_mode");
    return new UpdateOrder(
        operation,
        new NameSettings(
            row.getArray("nameservers") == null ? null : nameservers(row),
            row.getObject("transfer_lock", Boolean.class),
            row.getObject("privacy", Boolean.class),
            mode == null ? null : RenewalMode.valueOf(mode),
            Map.of()),
        row.getBoolean("registrar_dns"),
        Map.of(),
        null,
        AdditionalFields.NONE,
        reverts == null ? null : OrderReference.of(reverts));
  }

  private static Map<String, Object> authCode(AuthCodeOrder order) {
    return Map.of("unlock", order.unlock(), "deliver", order.deliver().name());
  }

  private static String[] hosts(List<Nameserver> nameservers) {
    return nameservers.stream().map(Nameserver::host).toArray(String[]::new);
  }

  private static Period period(ResultSet row) throws SQLException {
    return new Period(row.getInt("period_years"));
  }

  private static @Nullable Period periodOrNull(ResultSet row) throws SQLException {
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

  private static @Nullable ClaimsAcceptance claimsAcceptance(ResultSet row) throws SQLException {
    String notice = row.getString("accepted_notice_id");
    return notice == null ? null : new ClaimsAcceptance(notice, instant(row, "notice_accepted_at"));
  }
}
