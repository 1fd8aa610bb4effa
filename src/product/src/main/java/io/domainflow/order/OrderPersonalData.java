package io.domainflow.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.account.SealedColumn;
import io.domainflow.account.SecretVault;
import io.domainflow.consent.GivenConsent;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrantChangeOptions;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.content.RegistrantDetails;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.content.UpdateOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The personal data and secrets of orders: contacts, and encrypted additional fields and auth
 * codes.
 */
@Repository
class OrderPersonalData {

  private static final TypeReference<List<GivenConsent>> CONSENTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;
  private final SecretVault vault;
  private final ObjectMapper json;

  OrderPersonalData(
      JdbcClient jdbc, NamedParameterJdbcOperations batches, SecretVault vault, ObjectMapper json) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.vault = vault;
    this.json = json;
  }

  /** Stores the contents of a new order. */
  void insert(UUID id, OrderContent content) {
    insertContacts(id, content.contacts());
    insertAdditionalFields(id, content.additionalFields());
    if (content.details() instanceof TransferOrder transfer && transfer.authCode() != null) {
      replaceAuthCode(id, transfer.authCode());
    }
    if (content.details() instanceof RegistrantChangeOrder change) {
      replaceRegistrantChange(id, change.options());
    }
    if (content.details() instanceof UpdateOrder update) {
      replaceRegistrantDetails(id, update.registrantDetails());
    }
  }

  /** Replaces the contents of an order with the corrected ones. */
  void revise(UUID id, OrderContent corrected) {
    replaceContacts(id, corrected.contacts());
    replaceAdditionalFields(id, corrected.additionalFields());
    if (corrected.details() instanceof TransferOrder transfer) {
      replaceAuthCode(id, transfer.authCode());
    }
    if (corrected.details() instanceof RegistrantChangeOrder change) {
      replaceRegistrantChange(id, change.options());
    }
    if (corrected.details() instanceof UpdateOrder update) {
      replaceRegistrantDetails(id, update.registrantDetails());
    }
  }

  /** Replaces the details of the registrant; null deletes them. */
  private void replaceRegistrantDetails(UUID id, @Nullable RegistrantDetails details) {
    jdbc.sql("delete from order_registrant_details where order_id = :id").param("id", id).update();
    if (details != null) {
      jdbc.sql(
              """
              insert into order_registrant_details (order_id, details_sealed)
              values (:id, :details)
              """)
          .param("id", id)
          .param("details", vault.seal(written(details), SealedColumn.REGISTRANT_DETAILS.place(id)))
          .update();
    }
  }

  /** The decrypted details of the registrant that an order sets; null if it sets none. */
  @Nullable RegistrantDetails registrantDetails(UUID id) {
    return jdbc.sql("select details_sealed from order_registrant_details where order_id = :id")
        .param("id", id)
        .query(byte[].class)
        .optional()
        .map(details -> details(vault.open(details, SealedColumn.REGISTRANT_DETAILS.place(id))))
        .orElse(null);
  }

  private String written(RegistrantDetails details) {
    try {
      return json.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("details of a registrant can always be written", e);
    }
  }

  private RegistrantDetails details(String text) {
    try {
      return json.readValue(text, RegistrantDetails.class);
    } catch (JsonProcessingException e) {
      // without the cause, which would quote them
      throw new IllegalStateException("the details of a registrant cannot be read");
    }
  }

  /** Replaces the options of a change of registrant. */
  private void replaceRegistrantChange(UUID id, RegistrantChangeOptions options) {
    jdbc.sql(
            """
            insert into order_registrant_change
              (order_id, wished_mode, given_consents, requested_by, wished_lock)
            values (:id, :mode, :consents::jsonb, :requestedBy, :lock)
            on conflict (order_id) do update
            set wished_mode = :mode, given_consents = :consents::jsonb,
              requested_by = :requestedBy, wished_lock = :lock
            """)
        .param("id", id)
        .param("mode", options.mode() == null ? null : options.mode().name())
        .param("consents", toJson(options.consents()))
        .param("requestedBy", options.requestedBy())
        .param("lock", options.transferLock())
        .update();
  }

  /** The options of a change of registrant. */
  RegistrantChangeOptions registrantChange(UUID id) {
    return jdbc.sql("select * from order_registrant_change where order_id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new RegistrantChangeOptions(
                    row.getString("wished_mode") == null
                        ? null
                        : RegistrantChangeMode.valueOf(row.getString("wished_mode")),
                    consents(row.getString("given_consents")),
                    row.getString("requested_by"),
                    row.getObject("wished_lock", Boolean.class)))
        .single();
  }

  private String toJson(List<GivenConsent> consents) {
    try {
      return json.writeValueAsString(consents);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("consents can always be written", e);
    }
  }

  private List<GivenConsent> consents(String text) {
    try {
      return json.readValue(text, CONSENTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the consents of an order cannot be read", e);
    }
  }

  /** Replaces the auth code; null deletes it. */
  void replaceAuthCode(UUID id, @Nullable AuthCode code) {
    jdbc.sql("delete from order_auth_code where order_id = :id").param("id", id).update();
    if (code != null) {
      jdbc.sql("insert into order_auth_code (order_id, code_sealed) values (:id, :code)")
          .param("id", id)
          .param("code", vault.seal(code.reveal(), SealedColumn.AUTH_CODE.place(id)))
          .update();
    }
  }

  /** The decrypted auth code of an order; null if it has none. */
  @Nullable AuthCode authCode(UUID id) {
    return jdbc.sql("select code_sealed from order_auth_code where order_id = :id")
        .param("id", id)
        .query(byte[].class)
        .optional()
        .map(code -> AuthCode.of(vault.open(code, SealedColumn.AUTH_CODE.place(id))))
        .orElse(null);
  }

  /** Replaces all additional fields. */
  void replaceAdditionalFields(UUID id, AdditionalFields fields) {
    jdbc.sql("delete from order_additional_field where order_id = :id").param("id", id).update();
    insertAdditionalFields(id, fields);
  }

  /** Deletes the values of these parameters. */
  void forgetAdditionalFields(UUID id, Set<String> parameters) {
    jdbc.sql(
            "delete from order_additional_field"
                + " where order_id = :id and parameter = any(:parameters)")
        .param("id", id)
        .param("parameters", parameters.toArray(String[]::new))
        .update();
  }

  private void insertAdditionalFields(UUID id, AdditionalFields fields) {
    batches.batchUpdate(
        """
        insert into order_additional_field (order_id, parameter, value_sealed)
        values (:id, :parameter, :value)
        """,
        fields.values().entrySet().stream()
            .map(
                field ->
                    new MapSqlParameterSource("id", id)
                        .addValue("parameter", field.getKey())
                        .addValue("value", vault.seal(field.getValue(), place(id, field.getKey()))))
            .toArray(SqlParameterSource[]::new));
  }

  private void insertContacts(UUID id, Map<ContactRole, Contact> contacts) {
    batches.batchUpdate(
        """
        insert into order_contact (order_id, role, handle, first_name, last_name, organization,
          street, city, state, postal_code, country, phone, email)
        values (:id, :role, :handle, :firstName, :lastName, :organization, :street, :city,
          :state, :postalCode, :country, :phone, :email)
        """,
        contacts.entrySet().stream()
            .map(contact -> columns(id, contact.getKey(), contact.getValue()))
            .toArray(SqlParameterSource[]::new));
  }

  private static SqlParameterSource columns(UUID id, ContactRole role, Contact contact) {
    return new MapSqlParameterSource("id", id)
        .addValue("role", role.name())
        .addValue("handle", contact.handle())
        .addValue("firstName", contact.firstName())
        .addValue("lastName", contact.lastName())
        .addValue("organization", contact.organization())
        .addValue("street", contact.street().toArray(String[]::new))
        .addValue("city", contact.city())
        .addValue("state", contact.state())
        .addValue("postalCode", contact.postalCode())
        .addValue("country", contact.country())
        .addValue("phone", contact.phone())
        .addValue("email", contact.email());
  }

  /** Replaces the contacts; an unchanged contact keeps its handle. */
  private void replaceContacts(UUID id, Map<ContactRole, Contact> contacts) {
    Map<ContactRole, Contact> earlier = of(id).contacts();
    earlier.keySet().stream()
        .filter(role -> !contacts.containsKey(role))
        .forEach(role -> deleteContact(id, role));
    Map<ContactRole, Contact> changed = new EnumMap<>(ContactRole.class);
    contacts.forEach(
        (role, contact) -> {
          if (!contact.equals(earlier.get(role))) {
            deleteContact(id, role);
            changed.put(role, contact);
          }
        });
    insertContacts(id, changed);
  }

  private void deleteContact(UUID id, ContactRole role) {
    jdbc.sql("delete from order_contact where order_id = :id and role = :role")
        .param("id", id)
        .param("role", role.name())
        .update();
  }

  /** Replaces the text of the trademark notice; null deletes it. */
  void noticeText(UUID id, @Nullable String text) {
    jdbc.sql("delete from order_claims_notice where order_id = :id").param("id", id).update();
    if (text != null) {
      jdbc.sql("insert into order_claims_notice (order_id, text) values (:id, :text)")
          .param("id", id)
          .param("text", text)
          .update();
    }
  }

  Optional<String> noticeText(UUID id) {
    return jdbc.sql("select text from order_claims_notice where order_id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /**
   * The contacts and the decrypted additional fields of an order.
   *
   * @param handles the registrar's handles for the contacts, as far as they exist
   */
  record Content(
      Map<ContactRole, Contact> contacts,
      Map<ContactRole, String> handles,
      AdditionalFields additionalFields) {}

  /** The contacts and additional fields of an order. */
  Content of(UUID id) {
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    Map<ContactRole, String> handles = new EnumMap<>(ContactRole.class);
    Map<String, String> fields = new LinkedHashMap<>();
    // each row is a contact or a field: one statement, because each step reads its order
    jdbc.sql(
            """
            select * from (select * from order_contact where order_id = :id) contact
            full join
              (select parameter, value_sealed from order_additional_field where order_id = :id) field
            on false
            order by parameter
            """)
        .param("id", id)
        .query(
            row -> {
              String parameter = row.getString("parameter");
              if (parameter == null) {
                ContactRole role = ContactRole.valueOf(row.getString("role"));
                contacts.put(role, contact(row));
                handles.put(role, row.getString("registrar_handle"));
              } else {
                byte[] value = row.getBytes("value_sealed");
                fields.put(parameter, vault.open(value, place(id, parameter)));
              }
            });
    handles.values().removeIf(Objects::isNull);
    return new Content(contacts, handles, new AdditionalFields(fields));
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        row.getString("handle"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("organization"),
        Arrays.asList((String[]) row.getArray("street").getArray()),
        row.getString("city"),
        row.getString("state"),
        row.getString("postal_code"),
        row.getString("country"),
        row.getString("phone"),
        row.getString("email"));
  }

  private static String place(UUID order, String parameter) {
    return SealedColumn.ADDITIONAL_FIELD.place(order, parameter);
  }
}
