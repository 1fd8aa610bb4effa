package io.domainflow.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RegistrationPeriod;
import io.domainflow.model.RenewalMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads an order from its row, without contacts and additional fields: those have rows of their
 * own, to be read when this one is done with. A second query within the first would need a second
 * connection, and callers who each hold one would wait for each other.
 */
record OrderRowMapper(ObjectMapper json) implements RowMapper<ProvisioningOrder> {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  @Override
  public ProvisioningOrder mapRow(ResultSet row, int number) throws SQLException {
    return new ProvisioningOrder(
        row.getObject("id", UUID.class),
        row.getString("login"),
        request(row),
        OrderStatus.valueOf(row.getString("status")),
        waitingFor(row),
        outcome(row),
        failure(row),
        Charged.valueOf(row.getString("charged")),
        row.getBoolean("awaits_registry"),
        row.getString("process_instance_id"),
        instant(row, "created_at"),
        instant(row, "updated_at"));
  }

  private OrderRequest request(ResultSet row) throws SQLException {
    return new OrderRequest(
        OrderReference.of(row.getString("reference")),
        Operation.valueOf(row.getString("operation")),
        row.getString("account"),
        new DomainName(row.getString("domain"), row.getString("domain_unicode")),
        new RegistrationPeriod(row.getInt("period_years")),
        Map.of(),
        Arrays.stream((String[]) row.getArray("nameservers").getArray())
            .map(Nameserver::new)
            .toList(),
        AdditionalFields.NONE,
        row.getBoolean("transfer_lock"),
        RenewalMode.valueOf(row.getString("renewal_mode")),
        row.getBoolean("privacy"),
        row.getString("idn_language"),
        metadata(row.getString("metadata")),
        row.getString("content_digest"));
  }

  private Map<String, String> metadata(String text) {
    try {
      return json.readValue(text, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the metadata of an order cannot be read", e);
    }
  }

  private static WaitingFor waitingFor(ResultSet row) throws SQLException {
    String who = row.getString("waiting_who");
    return who == null
        ? null
        : new WaitingFor(
            WaitingFor.Who.valueOf(who),
            WaitingFor.Code.valueOf(row.getString("waiting_code")),
            row.getString("waiting_what"),
            instant(row, "waiting_until"),
            row.getString("waiting_task_id"));
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    String code = row.getString("outcome_code");
    String mode = row.getString("outcome_renewal_mode");
    return code == null
        ? null
        : new Outcome(
            Outcome.Code.valueOf(code),
            instant(row, "expires_at"),
            mode == null ? null : RenewalMode.valueOf(mode),
            instant(row, "locked_until"));
  }

  private static Failure failure(ResultSet row) throws SQLException {
    String reason = row.getString("failure_reason");
    return reason == null
        ? null
        : new Failure(
            Failure.Reason.valueOf(reason),
            row.getString("failure_message"),
            row.getObject("failure_code", Integer.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
