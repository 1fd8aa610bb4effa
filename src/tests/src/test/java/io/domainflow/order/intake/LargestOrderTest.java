package io.domainflow.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.order.content.Operation;
import io.domainflow.process.ProcessContract;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The largest body that is taken is answered in under a second, whatever it is filled with: one
 * order must not keep a processor busy for everybody.
 */
@DomainflowTest
class LargestOrderTest {

  private static final int LARGEST_BODY = 1 << 20;
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final int MOST_TRIES = 4;

  /** So that all names are of the same length. */
  private static final int FIRST = 100_000;

  private final List<ProcessContract> processes;
  private final ObjectMapper json;
  private final Caller billing;

  @Autowired
  LargestOrderTest(List<ProcessContract> processes, ObjectMapper json, @LocalServerPort int port) {
    this.processes = processes;
    this.json = json;
    this.billing = new Caller(port, "billing");
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void ofTheOrderApi(Operation operation) {
    for (String what : List.of("fields", "each", "members", "depth")) {
      String body = largest(operation, what, order -> order);

      Answer answer = inUnderASecond(what, () -> billing.postExactly("/api/v1/orders", body));

      assertThat(answer.status()).as(what).isEqualTo(400);
      JsonNode errors = answer.body().get("errors");
      assertThat(errors).as(what).isNotEmpty().hasSizeLessThanOrEqualTo(50);
      assertThat(answer.response().body()).as(what).hasSizeLessThan(50_000);
      if (what.equals("members")) {
        assertThat(answer.body().get("moreErrors").asInt()).isGreaterThan(10_000);
        assertThat(answer.body().get("detail").asText()).endsWith(" more");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void ofAStartInTheEngine(Operation operation) {
    String process =
        processes.stream()
            .filter(contract -> contract.operations().contains(operation))
            .findFirst()
            .orElseThrow()
            .key();
    for (String what : List.of("fields", "each", "depth")) {
      String body = largest(operation, what, this::asVariables);

      Answer answer =
          inUnderASecond(
              what,
              () ->
                  billing.postExactly(
                      "/engine-rest/process-definition/key/" + process + "/start", body));

      assertThat(answer.status()).as(what + answer.body()).isEqualTo(400);
      assertThat(answer.response().body()).as(what).hasSizeLessThan(50_000);
    }
  }

  private static Answer inUnderASecond(String what, Supplier<Answer> call) {
    long fastest = Long.MAX_VALUE;
    Answer answer = null;
    for (int i = 0; i < MOST_TRIES && fastest > LONGEST.toNanos(); i++) {
      long start = System.nanoTime();
      answer = call.get();
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    assertThat(Duration.ofNanos(fastest)).as(what).isLessThan(LONGEST);
    return answer;
  }

  private interface Form {
    ObjectNode of(ObjectNode order);
  }

  /** An order with as much of something as a body may have. */
  private String largest(Operation operation, String what, Form form) {
    int few = form.of(filled(operation, what, 1_000)).toString().length();
    int more = form.of(filled(operation, what, 2_000)).toString().length();
    int entries = 1_000 + (int) (0.99 * (LARGEST_BODY - few) * 1_000 / (more - few));
    String body = form.of(filled(operation, what, entries)).toString();
    assertThat(body.length()).isBetween(LARGEST_BODY * 8 / 10, LARGEST_BODY);
    return body;
  }

  private ObjectNode filled(Operation operation, String what, int entries) {
    ObjectNode order = order(operation);
    switch (what) {
      case "fields" -> fill(order.putObject("additionalFields"), entries);
      case "members" -> fill(order, entries);
      case "depth" -> {
        ObjectNode inner = order.putObject("additionalFields");
        for (int i = 0; i < 990; i++) {
          inner = inner.putObject("a");
        }
        inner.put("a", "x".repeat(entries));
      }
      default -> {
        Set<String> members = new TreeSet<>(List.of("contacts"));
        order.fieldNames().forEachRemaining(members::add);
        Arrays.stream(Operation.values()).forEach(each -> members.addAll(each.members()));
        Stream.of("reference", "operation", "account", "domain").forEach(members::remove);
        boolean list = false;
        for (String member : members) {
          if (list) {
            ArrayNode array = order.putArray(member);
            for (int i = 0; i < entries / members.size(); i++) {
              array.add("x" + (FIRST + i));
            }
          } else {
            fill(order.putObject(member), entries / members.size());
          }
          list = !list;
        }
      }
    }
    return order;
  }

  private static void fill(ObjectNode object, int entries) {
    for (int i = 0; i < entries; i++) {
      object.put("X" + (FIRST + i), "v");
    }
  }

  private ObjectNode order(Operation operation) {
    try {
      ObjectNode order =
          (ObjectNode)
              json.readTree(
                  Registrations.order(
                      "L-" + operation,
                      "largest.ca",
                      ", 'expires': '2027-01-31', 'authCode': 'a', 'metadata': {}, 'consents': [],"
                          + " 'registrantDetails': {'phone': '+49.301234567'}"));
      return order.put("operation", operation.name());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode asVariables(ObjectNode order) {
    ObjectNode start =
        json.createObjectNode().put("businessKey", order.get("reference").textValue());
    ObjectNode variables = start.putObject("variables");
    order
        .properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              variables
                  .putObject(member.getKey())
                  .put("type", value.isContainerNode() ? "Json" : "String")
                  .put("value", value.isContainerNode() ? value.toString() : value.asText());
            });
    return start;
  }
}
