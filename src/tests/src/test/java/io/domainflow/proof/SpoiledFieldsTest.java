package io.domainflow.proof;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import io.domainflow.model.AdditionalFields;
import io.domainflow.tld.AdditionalField;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.Filling;
import io.domainflow.tld.FormOperation;
import io.domainflow.tld.Paperwork;
import io.domainflow.tld.TldPolicy;
import io.domainflow.tld.ValueRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders with one error in their additional fields are refused for that error, and leave nothing
 * behind; orders with correct fields are carried out with exactly these.
 */
@DomainflowTest
class SpoiledFieldsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<TldPolicy> TLDS = Filling.tldsWithForm().toList();
  private static final long SEED = Long.getLong("proofs.seed", System.nanoTime() % 1_000_000);

  /** Each introduces one error into correct fields, if possible, and names the field. */
  private enum Spoiling {
    MISSING,
    WRONG,
    OF_ANOTHER_TLD,
    FOR_ANOTHER_OPERATION,
    OUT_OF_PLACE,
    CONTROL_CHARACTER,
    OTHER_CASE,
    PARAMETER_IN_LOWER_CASE,
    KEY_OF_THE_FORM,
    COMMAND,
    NO_TEXT
  }

  /** The result: the field with the error, and all fields. */
  private record Spoiled(String field, Map<String, Object> fields) {}

  private final Random random = new Random(SEED);

  @LocalServerPort private int port;

  @Autowired private JdbcClient database;

  private Registrations orders;
  private Caller billing;

  @BeforeEach
  void callers() {
    orders = new Registrations(port);
    billing = new Caller(port, "billing");
  }

  @Test
  void nothingWrongIsSent() throws JsonProcessingException {
    int wanted = BuildSize.choose(60, 1_000, 10_000);
    long start = System.nanoTime();
    int tried = 0;
    Map<Spoiling, Integer> refused = new LinkedHashMap<>();
    while (tried < wanted || refused.size() < Spoiling.values().length) {
      Filling filling = filling(any(List.of(FormOperation.REGISTER, FormOperation.TRANSFER)));
      Spoiling spoiling = any(List.of(Spoiling.values()));
      Optional<Spoiled> spoiled = spoil(filling, spoiling);
      if (spoiled.isEmpty()) {
        continue;
      }
      String order = order("SPOILED-" + tried, "spoiled-" + tried, filling, spoiled.get().fields());
      Answer answer = billing.postExactly("/api/v1/orders", order);
      assertThat(answer.status())
          .as("%s %s: %s %s", SEED, spoiling, order, answer.body())
          .isIn(400, 422);
      assertThat(fieldsOf(answer.body()))
          .as("%s %s: %s %s", SEED, spoiling, order, answer.body())
          .containsAnyOf("additionalFields." + spoiled.get().field(), "additionalFields");
      refused.merge(spoiling, 1, Integer::sum);
      tried++;
    }
    assertThat(refused).containsOnlyKeys(Spoiling.values());
    assertThat(
            database
                .sql("select count(*) from provisioning_order where reference like 'SPOILED-%'")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(orders.requests("").toString()).doesNotContain("spoiled-");
    assertThat(orders.ledger("").toString()).doesNotContain("spoiled-");
    Figures.write(
        "spoiled-fields",
        "%d orders with one thing wrong in their additional fields (seed %d): all refused over it,"
                .formatted(tried, SEED)
            + " 0 left behind, 0 calls to the registrar, in "
            + Figures.seconds(Duration.ofNanos(System.nanoTime() - start)),
        "by kind: " + refused);
  }

  @Test
  void validValuesArriveAsOrdered() throws JsonProcessingException {
    int wanted = BuildSize.choose(5, 20, 1_000);
    Map<String, Filling> placed = new LinkedHashMap<>();
    // Other zones need applications or signed forms: AppliedForNameTest, PaperWaitTest.
    List<TldPolicy> registered =
        TLDS.stream()
            .filter(policy -> policy.applicationClass().isEmpty())
            .filter(SpoiledFieldsTest::wantsNoSignedForm)
            .toList();
    List<TldPolicy> some = new ArrayList<>(registered);
    while (some.size() < wanted) {
      some.addAll(registered);
    }
    Collections.shuffle(some, random);
    for (TldPolicy policy : some.subList(0, wanted)) {
      String label = "right-" + SEED + "-" + placed.size();
      Filling filling = filling(policy, FormOperation.REGISTER);
      Map<String, Object> fields = new LinkedHashMap<>(filling.parameters().values());
      Answer answer = billing.postExactly("/api/v1/orders", order(label, label, filling, fields));
      assertThat(answer.status()).as("%s %s %s", SEED, filling, answer.body()).isEqualTo(202);
      placed.put(label, filling);
    }
    placed.forEach(
        (label, filling) -> {
          orders.awaitStatus(label, "COMPLETED");
          JsonNode added =
              orders.ledger(label + "." + filling.policy().tld()).stream()
                  .filter(entry -> entry.get("command").asText().equals("AddDomain"))
                  .findFirst()
                  .orElseThrow();
          Map<String, String> sent = new LinkedHashMap<>();
          added
              .get("parameters")
              .properties()
              .forEach(
                  parameter -> {
                    if (parameter.getKey().startsWith("X-")) {
                      sent.put(parameter.getKey(), parameter.getValue().asText());
                    }
                  });
          Map<String, String> expected = new LinkedHashMap<>(filling.parameters().values());
          expected.replaceAll((name, value) -> "***".equals(sent.get(name)) ? "***" : value);
          assertThat(sent).as("%s %s", SEED, filling).isEqualTo(expected);
        });
    Figures.write(
        "right-fields",
        "%d registrations of TLDs at random (seed %d): the registrar got the fields that were"
                .formatted(placed.size(), SEED)
            + " ordered and no others");
  }

  private Filling filling(FormOperation operation) {
    return filling(any(TLDS), operation);
  }

  private Filling filling(TldPolicy policy, FormOperation operation) {
    FieldContext context =
        any(
            Filling.contexts(policy, operation).stream()
                .filter(one -> one.country() != null && !one.idn())
                .map(
                    one ->
                        new FieldContext(
                            operation,
                            one.organization(),
                            one.organization(),
                            one.country(),
                            false))
                .toList());
    return Filling.of(
        policy, context, random.nextBoolean(), any(Filling.choices(policy, operation)));
  }

  private Optional<Spoiled> spoil(Filling filling, Spoiling spoiling) {
    Map<String, String> right = filling.parameters().values();
    List<AdditionalField> given =
        filling.fields().stream()
            .filter(field -> !field.isHelper() && right.containsKey(field.parameter()))
            .filter(filling::isShown)
            .toList();
    FormOperation operation = filling.context().operation();
    return switch (spoiling) {
      case MISSING ->
          some(given.stream().filter(f -> f.required() && f.defaultValue() == null))
              .filter(f -> filling.fields().stream().noneMatch(AdditionalField::isHelper))
              .map(
                  field -> {
                    Map<String, Object> fewer = new LinkedHashMap<>(right);
                    if (random.nextBoolean()) {
                      fewer.remove(field.parameter());
                    } else {
                      fewer.put(field.parameter(), random.nextBoolean() ? "" : " ");
                    }
                    return new Spoiled(field.parameter(), fewer);
                  });
      case WRONG ->
          some(given.stream())
              .map(
                  field ->
                      with(
                          right,
                          field.parameter(),
                          field.values() instanceof ValueRule.Line line
                              ? "1".repeat(line.maxLength() + 1)
                              : "no such value"));
      case OF_ANOTHER_TLD ->
          some(any(TLDS).form().orElseThrow().fields().stream()
                  .filter(field -> !field.isHelper())
                  .filter(field -> !known(filling).contains(field.parameter())))
              .map(field -> with(right, field.parameter(), "1"));
      case FOR_ANOTHER_OPERATION ->
          some(filling.form().fields().stream()
                  .filter(field -> !field.isHelper())
                  .filter(
                      field ->
                          filling.form().fields().stream()
                              .filter(same -> field.parameter().equals(same.parameter()))
                              .noneMatch(same -> same.operations().contains(operation))))
              .map(field -> with(right, field.parameter(), "1"));
      case OUT_OF_PLACE ->
          some(filling.fields().stream()
                  .filter(field -> !field.isHelper() && !filling.isShown(field))
                  .filter(field -> !right.containsKey(field.parameter()))
                  .filter(field -> !field.values().toValue(Filling.sample(field)).isEmpty())
                  .filter(
                      field ->
                          filling
                              .form()
                              .check(
                                  filling
                                      .parameters()
                                      .with(
                                          new AdditionalFields(
                                              Map.of(
                                                  field.parameter(),
                                                  field.values().toValue(Filling.sample(field))))),
                                  filling.context())
                              .stream()
                              .anyMatch(p -> p.field().equals(field.parameter()))))
              .map(
                  field ->
                      with(
                          right, field.parameter(), field.values().toValue(Filling.sample(field))));
      case CONTROL_CHARACTER ->
          some(given.stream())
              .map(
                  field ->
                      with(
                          right,
                          field.parameter(),
                          right.get(field.parameter())
                              + any(List.of("\nCOMMAND=DeleteDomain", "\r", "\u0000", "\u2028"))));
      case OTHER_CASE ->
          some(given.stream()
                  .filter(field -> field.values() instanceof ValueRule.OneOf)
                  .filter(
                      field ->
                          field
                              .values()
                              .check("", otherCase(right.get(field.parameter())))
                              .isPresent()))
              .map(
                  field -> with(right, field.parameter(), otherCase(right.get(field.parameter()))));
      case PARAMETER_IN_LOWER_CASE ->
          some(given.stream())
              .map(field -> with(right, field.parameter().toLowerCase(Locale.ROOT), "1"));
      case KEY_OF_THE_FORM ->
          some(filling.form().fields().stream()).map(field -> with(right, field.key(), "1"));
      case COMMAND ->
          Optional.of(
              with(
                  right,
                  any(List.of("COMMAND", "DOMAIN", "OWNERCONTACT0", "PERIOD", "SUBUSER")),
                  "DeleteDomain"));
      case NO_TEXT ->
          some(given.stream())
              .map(
                  field ->
                      with(
                          right,
                          field.parameter(),
                          any(List.of(1, true, List.of("1"), Map.of("value", "1")))));
    };
  }

  private static Set<String> known(Filling filling) {
    return filling.form().fields().stream()
        .map(field -> String.valueOf(field.parameter()))
        .collect(toSet());
  }

  private static String otherCase(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.equals(value) ? value.toUpperCase(Locale.ROOT) : lower;
  }

  private static Spoiled with(Map<String, String> right, String parameter, Object value) {
    Map<String, Object> fields = new LinkedHashMap<>(right);
    fields.put(parameter, value);
    return new Spoiled(parameter, fields);
  }

  private <T> Optional<T> some(Stream<T> all) {
    List<T> list = all.toList();
    return list.isEmpty() ? Optional.empty() : Optional.of(any(list));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<String> fieldsOf(JsonNode problem) {
    List<String> fields = new ArrayList<>();
    problem
        .path("errors")
        .forEach(
            error -> {
              assertThat(error.path("code").asText()).as(problem.toString()).isNotEmpty();
              assertThat(error.path("message").asText()).as(problem.toString()).isNotEmpty();
              fields.add(error.path("field").asText());
            });
    return fields;
  }

  private static String order(
      String reference, String label, Filling filling, Map<String, Object> fields)
      throws JsonProcessingException {
    TldPolicy policy = filling.policy();
    Map<String, Object> registrant = new LinkedHashMap<>();
    registrant.put("firstName", "Ada");
    registrant.put("lastName", "Example");
    registrant.put("organization", filling.context().organization() ? "Example Ltd" : null);
    registrant.put("street", List.of("Main Street 1"));
    registrant.put("city", "Town");
    registrant.put("state", "State");
    registrant.put("postalCode", "10115");
    registrant.put("country", filling.context().country());
    registrant.put("phone", "+49.301234567");
    registrant.put("email", "ada@example.net");
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("reference", reference);
    order.put("account", "sandbox");
    order.put("domain", label + "." + policy.tld());
    order.put("registrant", registrant);
    order.put("additionalFields", fields);
    order.put("strict", true);
    if (filling.context().operation() == FormOperation.REGISTER) {
      order.put("operation", "REGISTER");
      order.put("period", policy.registrationPeriods().get(0).toString());
      int hosts = Math.min(Math.max(2, policy.minNameservers()), policy.maxNameservers());
      order.put("nameservers", hosts(hosts));
    } else {
      order.put("operation", "TRANSFER");
      order.put("authCode", "secret1");
    }
    return JSON.writeValueAsString(order);
  }

  private static List<String> hosts(int number) {
    return Arrays.asList("ns1.example.net", "ns2.example.net", "ns3.example.net", "ns4.example.net")
        .subList(0, number);
  }

  private static boolean wantsNoSignedForm(TldPolicy policy) {
    Paperwork paperwork = policy.paperwork().get(FormOperation.REGISTER);
    return paperwork == null || paperwork.kind() != Paperwork.Kind.SIGNED_FORM;
  }
}
