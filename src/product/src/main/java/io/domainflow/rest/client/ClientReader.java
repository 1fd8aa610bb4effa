package io.domainflow.rest.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.account.Accounts;
import io.domainflow.client.ApiClient;
import io.domainflow.client.ClientState;
import io.domainflow.client.Scope;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Text;
import io.domainflow.order.content.Operation;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Converts an administrator's request into an API client, or reports all problems. */
@Component
class ClientReader {

  static final Set<String> MEMBERS =
      Set.of(
          "name",
          "description",
          "group",
          "accounts",
          "operations",
          "requestsPerMinute",
          "openOrders",
          "consents",
          "state");

  static final Set<String> OF_A_TOKEN = Set.of("expiresAt");

  static final Set<String> OF_A_CONSENT_RIGHT = Set.of("textVersion");

  private final Accounts accounts;
  private final Clock clock;

  ClientReader(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Reads a new client.
   *
   * @throws RequestRejected with every problem found
   */
  ApiClient create(JsonNode body) {
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(MEMBERS);
    String name = fields.required("name", ApiClient::name);
    String description = fields.optional("description");
    String group = fields.optional("group", ApiClient::name);
    Scope scope = new Scope(accounts(fields), operations(fields));
    Integer requestsPerMinute = requestsPerMinute(fields);
    Integer openOrders = openOrders(fields);
    ClientState state = fields.optional("state", ClientReader::state);
    consentText(fields);
    RequestRejected.ifWrong(fields);
    return new ApiClient(
        Objects.requireNonNull(name),
        description == null ? "" : description,
        group,
        scope,
        requestsPerMinute,
        openOrders,
        state == null ? ClientState.ACTIVE : state,
        clock.instant());
  }

  /**
   * Reads changes of a client: missing members stay unchanged.
   *
   * @throws RequestRejected with every problem found
   */
  ApiClient change(JsonNode body, ApiClient before) {
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(MEMBERS);
    if (fields.mentions("name")) {
      fields.problem("name", "INVALID", "cannot be changed; add another client instead");
    }
    String description =
        fields.mentions("description") ? fields.optional("description") : before.description();
    String group =
        fields.mentions("group") ? fields.optional("group", ApiClient::name) : before.group();
    Scope scope =
        new Scope(
            fields.mentions("accounts") ? accounts(fields) : before.scope().accounts(),
            fields.mentions("operations") ? operations(fields) : before.scope().operations());
    Integer requestsPerMinute =
        fields.mentions("requestsPerMinute")
            ? requestsPerMinute(fields)
            : before.requestsPerMinute();
    Integer openOrders = fields.mentions("openOrders") ? openOrders(fields) : before.openOrders();
    ClientState state =
        fields.mentions("state") ? fields.required("state", ClientReader::state) : before.state();
    consentText(fields);
    RequestRejected.ifWrong(fields);
    return before.with(
        description == null ? "" : description,
        group,
        scope,
        requestsPerMinute,
        openOrders,
        Objects.requireNonNull(state));
  }

  /** Reads the text for which a client may send consents. */
  static @Nullable String consentText(JsonMembers fields) {
    JsonMembers consents = fields.object("consents");
    if (consents == null) {
      return null;
    }
    consents.refuseUnknown(OF_A_CONSENT_RIGHT);
    return consents.required("textVersion");
  }

  /**
   * Reads the expiry of a new token.
   *
   * @return null for a token that does not expire
   * @throws RequestRejected with every problem found
   */
  @Nullable Instant expiry(@Nullable JsonNode body) {
    if (body == null) {
      return null;
    }
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(OF_A_TOKEN);
    Instant expiresAt = fields.optional("expiresAt", RequestValue::time);
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      fields.problem("expiresAt", "INVALID", "is over already");
    }
    RequestRejected.ifWrong(fields);
    return expiresAt;
  }

  private List<String> accounts(JsonMembers fields) {
    Set<String> known = new HashSet<>(accounts.names());
    return names(
        fields,
        "accounts",
        name -> {
          if (!known.contains(name)) {
            throw new InvalidValue("is not an account here");
          }
          return name;
        });
  }

  private static List<String> operations(JsonMembers fields) {
    return names(fields, "operations", name -> Text.oneOf(Operation.class, name).name());
  }

  private static List<String> names(
      JsonMembers fields, String member, UnaryOperator<String> check) {
    List<String> names =
        fields.list(member, name -> name.equals(Scope.ALL) ? name : check.apply(name));
    boolean isWrong =
        fields.problems().listed().stream().anyMatch(problem -> problem.field().startsWith(member));
    if (names.isEmpty() && !isWrong) {
      fields.problem(member, "REQUIRED", "is required: a list of names, or [\"*\"] for all");
    }
    if (names.size() > 1
        && (names.contains(Scope.ALL) || new HashSet<>(names).size() < names.size())) {
      fields.problem(member, "INVALID", "must be names, none of them twice, or «*» alone");
    }
    return names;
  }

  private static @Nullable Integer requestsPerMinute(JsonMembers fields) {
    return limit(fields, "requestsPerMinute", ApiClient.MOST_REQUESTS_PER_MINUTE);
  }

  private static @Nullable Integer openOrders(JsonMembers fields) {
    return limit(fields, "openOrders", ApiClient.MOST_OPEN_ORDERS);
  }

  private static @Nullable Integer limit(JsonMembers fields, String member, int most) {
    Integer limit = fields.number(member);
    if (limit != null && (limit < 1 || limit > most)) {
      fields.problem(member, "INVALID", "must be 1 to " + most + ", or null for the default");
    }
    return limit;
  }

  private static ClientState state(String text) {
    return Text.oneOf(ClientState.class, text);
  }
}
