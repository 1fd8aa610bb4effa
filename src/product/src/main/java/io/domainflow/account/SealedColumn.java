package io.domainflow.account;

import java.util.List;

/**
 * All columns of the database with encrypted values. Add every new one here, so that a change of
 * the master key includes it; by convention its name ends in {@code _sealed}.
 */
public enum SealedColumn {
  ACCOUNT_PASSWORD("reseller_account", "password_sealed", "account/%s/password", "name"),
  ADDITIONAL_FIELD("order_additional_field", "value_sealed", "order/%s/%s", "order_id parameter"),
  KEPT_FIELD("kept_additional_field", "value_sealed", "kept/%s/%s/%s", "account domain parameter"),
  REGISTRANT_DETAILS(
      "order_registrant_details", "details_sealed", "order/%s/registrant-details", "order_id"),
  UPDATE_SETTINGS(
      "order_update_settings", "settings_sealed", "order/%s/settings/%s", "order_id kind"),
  AUTH_CODE("order_auth_code", "code_sealed", "order/%s/auth-code", "order_id"),
  OUTGOING_TRANSFER_PROOF(
      "outgoing_transfer_answer", "proof_sealed", "outgoing-transfer/%s/proof", "id"),
  ISSUED_CODE("order_issued_code", "code_sealed", "order/%s/issued-code", "order_id"),
  WEBHOOK_SECRET("webhook_secret", "secret_sealed", "webhook-secret/%s", "id"),
  WANTED_SECTION(
      "domain_section", "wanted_sealed", "section/%s/%s/%s/wanted", "account domain section"),
  PRESENT_SECTION(
      "domain_section", "present_sealed", "section/%s/%s/%s/present", "account domain section"),
  REGISTRANT_MAIL(
      "domain_section", "mail_sealed", "section/%s/%s/%s/mail", "account domain section"),
  FORMER_REGISTRANT_MAIL(
      "domain_section",
      "former_mail_sealed",
      "section/%s/%s/%s/former-mail",
      "account domain section"),
  FINGERPRINT_KEY("fingerprint_key", "key_sealed", "fingerprint-key/%s", "id");

  private final String table;
  private final String column;
  private final String place;
  private final String key;

  SealedColumn(String table, String column, String place, String key) {
    this.table = table;
    this.column = column;
    this.place = place;
    this.key = key;
  }

  /**
   * The place that the value of a row is bound to, derived from the row's key as in the database.
   */
  public String place(Object... keyValues) {
    return place.formatted(keyValues);
  }

  String table() {
    return table;
  }

  String column() {
    return column;
  }

  /** Columns of the primary key. */
  List<String> key() {
    return List.of(key.split(" "));
  }
}
