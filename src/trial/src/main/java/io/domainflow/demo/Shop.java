package io.domainflow.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts for everybody around the shop: its billing system, its staff, and, through the sandbox's
 * controls, the outside world.
 */
final class Shop {

  private static final Logger LOG = LoggerFactory.getLogger(Shop.class);

  private static final String ORDERS = "/api/v1/orders";
  private static final String TASKS = "/engine-rest/task";

  private final Calls calls;
  private final Set<String> answeredTasks = new HashSet<>();

  Shop(Calls calls) {
    this.calls = calls;
  }

  /** For requests without a method of their own here. */
  Calls calls() {
    return calls;
  }

  /** Places an order. */
  void place(DemoOrder order) {
    calls.send(order.login(), "POST", ORDERS, order.body());
  }

  /** Starts an order's process through Camunda's REST API, like an older integration. */
  void start(String process, DemoOrder order) {
    Map<String, Object> variables = new LinkedHashMap<>();
    order
        .body()
        .forEach(
            (name, value) -> {
              if (!name.equals("reference")) {
                variables.put(name, variable(value));
              }
            });
    calls.send(
        order.login(),
        "POST",
        "/engine-rest/process-definition/key/" + process + "/start",
        Members.of("businessKey", order.reference(), "variables", variables));
  }

  /** Sends the input that an order waits for. */
  void input(DemoOrder order, Object... members) {
    calls.send(order.login(), "POST", path(order) + "/input", Members.of(members));
  }

  void cancel(DemoOrder order) {
    calls.send(order.login(), "POST", path(order) + "/cancel", Members.of());
  }

  /** Waits until the order has ended, with any status. */
  void ended(DemoOrder order) {
    await(
        order,
        "end",
        found -> Set.of("COMPLETED", "FAILED", "CANCELLED").contains(text(found, "/status")));
  }

  /** Waits until the order waits for this code. */
  void waits(DemoOrder order, String code) {
    await(order, "wait for " + code, found -> text(found, "/waitingFor/code").equals(code));
  }

  private JsonNode await(DemoOrder order, String what, Predicate<JsonNode> expected) {
    JsonNode[] last = new JsonNode[1];
    boolean come =
        calls.comes(
            () -> {
              last[0] = calls.get(order.login(), path(order));
              return expected.test(last[0]);
            });
    if (!come) {
      throw new StoryFailed(
          "order %s (%s) does not %s; it is %s, %s %s"
              .formatted(
                  order.reference(),
                  order.domain(),
                  what,
                  text(last[0], "/status"),
                  last[0].get("waitingFor"),
                  last[0].get("failure")));
    }
    return last[0];
  }

  /**
   * Claims the task that an order waits for, once it exists, and completes it.
   *
   * @param decision null if the form has none
   * @param fields the other fields of the form: name, value, name, value
   */
  void decide(
      String login, DemoOrder order, @Nullable String decision, @Nullable Object... fields) {
    JsonNode asking =
        await(
            order,
            "ask somebody",
            found -> {
              String id = text(found, "/waitingFor/taskId");
              return !id.isEmpty() && !answeredTasks.contains(id);
            });
    submit(login, text(asking, "/waitingFor/taskId"), decision, fields);
  }

  /** Waits for a task of an order's process, or of a process that it has called; returns its id. */
  String task(DemoOrder order, String definitionKey) {
    return task("processInstanceBusinessKey=" + order.reference(), definitionKey);
  }

  /** Waits for a task that matches a condition of Camunda's REST API; returns its id. */
  String task(String condition, String definitionKey) {
    String path = TASKS + "?taskDefinitionKey=" + definitionKey + "&" + condition;
    String[] found = new String[1];
    boolean come =
        calls.comes(
            () -> {
              for (JsonNode task : calls.get("admin", path)) {
                if (!answeredTasks.contains(text(task, "/id"))) {
                  found[0] = text(task, "/id");
                }
              }
              return found[0] != null;
            });
    if (!come) {
      throw new StoryFailed("there is no task " + definitionKey + " with " + condition);
    }
    return found[0];
  }

  /** Claims a task for a user. */
  void claim(String login, String task) {
    calls.send(login, "POST", TASKS + "/" + task + "/claim", Members.of("userId", login));
  }

  /** Adds a user's comment to a task. */
  void comment(String login, String task, String text) {
    calls.send(login, "POST", TASKS + "/" + task + "/comment/create", Members.of("message", text));
  }

  private void submit(
      String login, String task, @Nullable String decision, @Nullable Object... fields) {
    Map<String, Object> variables = new LinkedHashMap<>();
    if (decision != null) {
      variables.put("decision", variable(decision));
    }
    Members.of(fields).forEach((name, value) -> variables.put(name, variable(value)));
    claim(login, task);
    calls.send(
        login, "POST", TASKS + "/" + task + "/submit-form", Members.of("variables", variables));
    answeredTasks.add(task);
  }

  private Map<String, Object> variable(Object value) {
    if (value instanceof String || value instanceof Boolean) {
      return Members.of("value", value, "type", value.getClass().getSimpleName());
    }
    return Members.of("value", calls.written(value), "type", "Json");
  }

  /** Sets a name up in the sandbox: name, value, name, value. */
  void registry(String domain, @Nullable Object... members) {
    registry(domain, Members.of(members));
  }

  /** The same. */
  void registry(String domain, Map<String, Object> members) {
    control("registry", Members.with(Members.of("domain", domain), members));
  }

  /** Sets up the name of an order that is already in the account, as its customer's. */
  void own(DemoOrder order, Map<String, Object> members) {
    registry(order.domain(), Members.with(Members.of("owner", "OURS"), members));
    give(order);
  }

  /** Assigns the name of an order to its customer, whether it is in the account or not. */
  void give(DemoOrder order) {
    calls.send(
        "admin",
        "PUT",
        "/api/v1/domains/%s/owner?account=%s".formatted(order.domain(), order.account()),
        Members.of("owner", order.login(), "reason", "was this customer's before"));
  }

  /** Records a dispute over a name, as an administrator. */
  void disputed(String domain) {
    calls.send(
        "admin",
        "PUT",
        "/api/v1/domains/" + domain + "/hold",
        Members.of("kind", "UDRP", "reference", "D2026-0001"));
  }

  /** Makes something happen to a name that nobody here has requested. */
  void happens(String domain, String what) {
    control("happen", Members.of("domain", domain, "what", what));
  }

  /** The same, with the person or thing that it concerns. */
  void happens(String domain, String what, String to) {
    control("happen", Members.of("domain", domain, "what", what, "to", to));
  }

  /** Makes the registrar answer a command for a name in this way, this many times. */
  void answers(String domain, String command, String fault, int times, @Nullable String words) {
    control(
        "faults",
        Members.of(
            "command",
            command,
            "fault",
            fault,
            "times",
            times,
            "domain",
            domain,
            "description",
            words));
  }

  /** Sets up an account at the registrar. */
  void registrarAccount(String login, Object... members) {
    control("accounts", Members.with(Members.of("login", login), Members.of(members)));
  }

  /** Follows a link in the last mail about a name: confirm or refuse. */
  void follows(String domain, String link) {
    String[] found = new String[1];
    boolean come =
        calls.comes(
            () -> {
              for (JsonNode mail : calls.get("admin", "/sandbox/mailbox")) {
                if (text(mail, "/domain").equals(domain) && mail.at("/links/" + link).isTextual()) {
                  found[0] = text(mail, "/links/" + link);
                }
              }
              return found[0] != null;
            });
    if (!come) {
      throw new StoryFailed("there is no mail to " + link + " anything about " + domain);
    }
    URI address = URI.create(found[0]);
    String query = address.getRawQuery();
    calls.send(
        "admin", "POST", address.getRawPath() + (query == null ? "" : "?" + query), Members.of());
  }

  /** Lets time pass. */
  void passes(Duration time) {
    JsonNode moved =
        calls.send("admin", "POST", "/sandbox/clock", Members.of("advance", time.toString()));
    LOG.debug("The clock moved on by {}, in {} steps.", time, moved.get("steps"));
  }

  /** The time in the application, in ISO-8601. */
  String now() {
    return text(calls.get("admin", "/sandbox/clock"), "/now");
  }

  private void control(String what, Map<String, Object> body) {
    calls.send("admin", "POST", "/sandbox/" + what, body);
  }

  private static String path(DemoOrder order) {
    return ORDERS + "/" + order.reference();
  }

  private static String text(JsonNode node, String pointer) {
    return node.at(pointer).asText("");
  }
}
