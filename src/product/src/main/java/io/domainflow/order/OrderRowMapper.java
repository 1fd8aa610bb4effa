package io.domainflow.order;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.OrderReference;
import io.domainflow.owner.Owner;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads an order from its row, without contacts, additional fields and auth code: those are in
 * other tables, and are read after this query is closed. A nested query would need a second
 * connection, and callers who hold one each could deadlock.
 */
public record OrderRowMapper(ObjectMapper json) implements RowMapper<ProvisioningOrder> {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  @Override
  public ProvisioningOrder mapRow(ResultSet row, int number) throws SQLException {
    return new ProvisioningOrder(
        row.getObject("id", UUID.class),
        row.getString("login"),
        Owner.ofStored(row.getString("owner")),
        request(row),
        OrderStatus.valueOf(row.getString("status")),
        waitingFor(row),
        outcome(row),
        failure(row),
        Charged.valueOf(row.getString("charged")),
        row.getBoolean("awaits_registry"),
        row.getBoolean("unanswered"),
        purchase(row),
        row.getString("process_instance_id"),
        row.getInt("priority"),
        instant(row, "created_at"),
        instant(row, "updated_at"));
  }

  private OrderContent request(ResultSet row) throws SQLException {
    return new OrderContent(
        OrderReference.of(row.getString("reference")),
        row.getString("account"),
        new DomainName(row.getString("domain"), row.getString("domain_unicode")),
        money(row, "accepted"),
        OrderRows.read(row),
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

  private static @Nullable WaitingFor waitingFor(ResultSet row) throws SQLException {
    String who = row.getString("waiting_who");
    return who == null
        ? null
        : new WaitingFor(
            WaitingFor.Who.valueOf(who),
            WaitingFor.Code.valueOf(row.getString("waiting_code")),
            row.getString("waiting_what"),
            instantOrNull(row, "waiting_until"),
            row.getString("waiting_task_id"));
  }

  private static Purchase purchase(ResultSet row) throws SQLException {
    String priceClass = row.getString("price_class");
    Money quoted = money(row, "quoted");
    String claimKey = row.getString("claim_key");
    String refusal = row.getString("refusal");
    return new Purchase(
        priceClass == null || quoted == null
            ? null
            : new Quote(priceClass, quoted, money(row, "renewal")),
        claimKey == null
            ? null
            : new ClaimsNotice(
                claimKey,
                row.getString("notice_id"),
                row.getString("notice_hash"),
                instantOrNull(row, "notice_created_at"),
                instant(row, "notice_expires_at")),
        Map.of(),
        refusal == null
            ? null
            : new Refusal(
                Arrays.stream((String[]) row.getArray("refused_parts").getArray())
                    .map(OrderPart::valueOf)
                    .collect(toSet()),
                refusal),
        row.getString("application"),
        money(row, "paid"),
        money(row, "booked"));
  }

  private static @Nullable Money money(ResultSet row, String what) throws SQLException {
    BigDecimal amount = row.getBigDecimal(what + "_amount");
    return amount == null
        ? null
        : new Money(amount, Currency.getInstance(row.getString(what + "_currency")));
  }

  private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
    String code = row.getString("outcome_code");
    String mode = row.getString("outcome_renewal_mode");
    return code == null
        ? null
        : new Outcome(
            Outcome.Code.valueOf(code),
            instantOrNull(row, "expires_at"),
            mode == null ? null : RenewalMode.valueOf(mode),
            instantOrNull(row, "locked_until"),
            instantOrNull(row, "valid_until"),
            row.getString("outcome_remark"));
  }

  private static @Nullable Failure failure(ResultSet row) throws SQLException {
    String reason = row.getString("failure_reason");
    return reason == null
        ? null
        : new Failure(
            Failure.Reason.valueOf(reason),
            row.getString("failure_message"),
            row.getObject("failure_code", Integer.class),
            instantOrNull(row, "failure_until"));
  }
}
