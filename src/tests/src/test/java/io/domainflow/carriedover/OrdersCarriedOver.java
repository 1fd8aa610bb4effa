package io.domainflow.carriedover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.order.AcceptedInput;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The orders of the earlier version: as they were, and as this one shows them and takes input. */
final class OrdersCarriedOver {

  /** Orders whose cancellation is refused, because they are pending at the registrar or done. */
  static final Set<String> REFUSED =
      Set.of(
          "AUTH_CODE AUTH_CODE_AT_REGISTRY",
          "DELETE DELETION_PENDING",
          "REGISTER OUTCOME_UNKNOWN",
          "REGISTER REGISTERED_DIFFERENTLY",
          "REGISTER REGISTRATION_OVERDUE",
          "REGISTER REGISTRATION_PENDING",
          "REGISTER SIGNED_FORM",
          "REGISTER SIGNED_FORM_OVERDUE",
          "RELEASE RELEASE_AT_REGISTRY",
          "RENEW RENEWAL_AT_REGISTRY",
          "RESTORE RESTORE_AT_REGISTRY",
          "TRANSFER CONTACTS_AFTER_TRANSFER",
          "TRANSFER SETUP_AFTER_TRANSFER",
          "TRANSFER UNINTENDED_TRADE",
          "UPDATE UPDATE_AT_REGISTRY");

  private static final Set<String> NOT_WANTED = Set.of("NOT_OFFERED", "UNKNOWN_MEMBER");

  private final Caller admin;

  OrdersCarriedOver(int port) {
    this.admin = new Caller(port, "admin");
  }

  record OrderBefore(
      String reference,
      String status,
      String who,
      String code,
      Instant until,
      String taskId,
      String outcome,
      String failure,
      String charged) {

    /**
     * The registrar may have been asked since the start, which moves the time of the next look;
     * after «Keep waiting» it lay in the past then, and that look corrects it.
     */
    OrderBefore lookedAtSince(Instant now) {
      boolean later =
          until != null
              && until.isBefore(KeptVersion.stoppedAt().plus(Duration.ofMinutes(15)))
              && now != null
              && now.isAfter(until);
      return "REGISTRAR".equals(who) && later
          ? new OrderBefore(reference, status, who, code, now, taskId, outcome, failure, charged)
          : this;
    }
  }

  record OpenOrder(String reference, String kind) {}

  static String told(ResultSet order) throws SQLException {
    return order.getString("waiting_who") == null
        ? null
        : AcceptedInput.who(
                Operation.valueOf(order.getString("operation")),
                Who.valueOf(order.getString("waiting_who")),
                Code.valueOf(order.getString("waiting_code")))
            .name();
  }

  static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  static OrderBefore seen(JsonNode order) {
    String until = text(order, "/waitingFor/until");
    return new OrderBefore(
        text(order, "/reference"),
        text(order, "/status"),
        text(order, "/waitingFor/who"),
        text(order, "/waitingFor/code"),
        until == null ? null : Instant.parse(until),
        text(order, "/waitingFor/taskId"),
        text(order, "/outcome/code"),
        text(order, "/failure/reason"),
        text(order, "/charged"));
  }

  static String text(JsonNode node, String pointer) {
    return node.at(pointer).asText(null);
  }

  /** All orders by reference. */
  Map<String, JsonNode> byReference() {
    Map<String, JsonNode> all = new HashMap<>();
    String after = "";
    do {
      JsonNode page = admin.get("/api/v1/orders?limit=250" + after).body();
      page.get("orders").forEach(order -> all.put(order.get("reference").asText(), order));
      after =
          page.get("next").isNull()
              ? ""
              : "&after=" + URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8);
    } while (!after.isEmpty());
    return all;
  }

  static Set<String> codesWithInput() {
    Set<String> codes = new TreeSet<>();
    for (Operation operation : Operation.values()) {
      for (Code code : Code.values()) {
        if (!AcceptedInput.accepts(operation, code).isEmpty()) {
          codes.add(code.name());
        }
      }
    }
    return codes;
  }

  static List<String> accepts(JsonNode order) {
    return order.at("/waitingFor/accepts").valueStream().map(JsonNode::asText).toList();
  }

  /**
   * Those of the members that the order accepts: of the others, an invalid value is refused because
   * they are not wanted.
   */
  Set<String> taken(JsonNode order, Set<String> members) {
    String body =
        members.stream()
            .map(member -> "'" + member + "': [[1]]")
            .collect(Collectors.joining(", ", "{", "}"));
    Answer answer = admin.post("/api/v1/orders/" + text(order, "/id") + "/input", body);
    assertThat(answer.status()).as(order + ": " + answer.body()).isIn(400, 409);
    Set<String> taken = new TreeSet<>(answer.status() == 409 ? Set.of() : members);
    for (JsonNode error : answer.body().path("errors")) {
      if (text(error, "/field").equals("body")) {
        return Set.of();
      }
      if (NOT_WANTED.contains(text(error, "/code"))) {
        taken.remove(text(error, "/field"));
      }
    }
    return taken;
  }
}
