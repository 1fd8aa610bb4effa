package io.domainflow.tld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Tld;
import io.domainflow.process.additionalfields.ServerFeel;
import io.domainflow.tld.FieldCases.Party;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schema for shops agrees with the check of orders, for every form on the class path, including
 * future ones: a validator and the server give the same result.
 */
class AdditionalFieldsSchemasTest {

  private static final AdditionalFieldsSchemas SCHEMAS =
      new AdditionalFieldsSchemas(ServerFeel.conditions());
  private static final Conditions FEEL = new CachedConditions(ServerFeel.conditions());
  private static final SchemaRegistry VALIDATORS =
      SchemaRegistry.withDialect(Dialects.getDraft202012());
  private static final Schema OF_SCHEMAS =
      VALIDATORS.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One TLD of each form, and each TLD with special fields. */
  static Stream<TldPolicy> tlds() {
    Set<Object> seen = new HashSet<>();
    return Stream.concat(Stream.of(intricate()), DeliveredFormsTest.tldsWithForm())
        .filter(
            policy ->
                seen.add(
                    List.of(policy.form().orElseThrow().id(), policy.form().orElseThrow().keys())));
  }

  /** A form with everything that makes a schema hard to compute. */
  private static TldPolicy intricate() {
    Tld tld = new Tld("zz");
    return new TldPolicy(
        tld,
        List.of(),
        true,
        true,
        false,
        0,
        13,
        Set.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        AuthCodeRoute.READ,
        false,
        Optional.of(
            new FormFile(
                    "additional-fields/zz.form",
                    Catalogues.resource("tld/intricate.form"),
                    JSON,
                    ServerFeel.conditions())
                .forTld(tld)));
  }

  @ParameterizedTest
  @MethodSource("tlds")
  void agreeWithTheServer(TldPolicy policy) {
    AdditionalFieldsForm form = policy.form().orElseThrow().with(FEEL);
    for (FormOperation operation : FormOperation.values()) {
      ObjectNode open = SCHEMAS.of(policy, new FieldCases(operation, null, null, null, null));
      assertThat(OF_SCHEMAS.validate(open)).isEmpty();
      Schema any = VALIDATORS.getSchema(open);
      List<FieldContext> all = new DistinctCases(form, operation).contexts();
      List<FieldContext> contexts = contexts(form, operation);
      FieldContext first = contexts.get(0);
      for (FieldContext context : contexts) {
        ObjectNode schema = SCHEMAS.of(policy, cases(context));
        assertThat(schema.has("anyOf") && !schema.has("properties")).as("one case").isFalse();
        Schema validator = VALIDATORS.getSchema(schema);
        JsonNode example = schema.at("/examples/0");
        assertThat(example.isObject()).as("%s has an example", context).isTrue();
        assertThat(isTaken(form, values(example), context)).as("%s", example).isTrue();
        for (Map<String, String> values : attempts(form, context, values(example).values())) {
          AdditionalFields given = new AdditionalFields(values);
          boolean taken = isTaken(form, given, context);
          JsonNode body = JSON.valueToTree(values);
          assertThat(validator.validate(body).isEmpty())
              .as("%s %s %s %s", policy.tld(), context, body, schema)
              .isEqualTo(taken);
          if (taken) {
            assertThat(any.validate(body)).as("%s is taken in one case", body).isEmpty();
          } else if (context.equals(first)) {
            assertThat(any.validate(body).isEmpty())
                .as("%s in any case", body)
                .isEqualTo(all.stream().anyMatch(one -> isTaken(form, given, one)));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FormOperation.class)
  void requireNothingIfTheRegistryRequiresNothing(FormOperation operation) {
    ObjectNode schema =
        SCHEMAS.of(
            Catalogues.policy("example.com"), new FieldCases(operation, null, null, null, null));

    Schema validator = VALIDATORS.getSchema(schema);
    assertThat(schema.at("/examples/0")).isEqualTo(JSON.createObjectNode());
    assertThat(validator.validate(JSON.createObjectNode())).isEmpty();
    assertThat(validator.validate(JSON.createObjectNode().put("X-CA-LEGALTYPE", "CCT")))
        .isNotEmpty();
  }

  /** Contexts with different results, and two with the same result as another. */
  private static List<FieldContext> contexts(AdditionalFieldsForm form, FormOperation operation) {
    List<FieldContext> contexts = new ArrayList<>(new DistinctCases(form, operation).contexts());
    // always the same dozen of those that are many
    Collections.shuffle(contexts, new Random(1));
    Set<FieldContext> some =
        new LinkedHashSet<>(contexts.subList(0, Math.min(12, contexts.size())));
    for (String country : List.of("DE", "US")) {
      some.add(new FieldContext(operation, true, true, country, true));
    }
    return List.copyOf(some);
  }

  private static FieldCases cases(FieldContext context) {
    return new FieldCases(
        context.operation(),
        Party.of(context.organization()),
        context.country(),
        context.idn(),
        Party.of(context.adminOrganization()));
  }

  private static boolean isTaken(
      AdditionalFieldsForm form, AdditionalFields values, FieldContext context) {
    return form.check(values, context).isEmpty() && form.missing(values, context).isEmpty();
  }

  /** The example, and what is one step away from it and from what is taken near it. */
  private static Set<Map<String, String>> attempts(
      AdditionalFieldsForm form, FieldContext context, Map<String, String> example) {
    Set<Map<String, String>> attempts = new LinkedHashSet<>();
    attempts.add(Map.of());
    attempts.add(example);
    attempts.addAll(near(form, context, example));
    attempts.add(with(example, "X-NO-SUCH-FIELD", "1"));
    // and some that are far away, always the same
    Random random = new Random(form.id().hashCode());
    List<AdditionalField> fields =
        form.visibility().fieldsFor(context).filter(field -> !field.isHelper()).toList();
    int many = form.id().endsWith("-zz") ? 60 : 20;
    for (int i = 0; i < many && !fields.isEmpty(); i++) {
      Map<String, String> values = new LinkedHashMap<>(random.nextBoolean() ? example : Map.of());
      for (int j = random.nextInt(fields.size()) + 1; j > 0; j--) {
        AdditionalField field = fields.get(random.nextInt(fields.size()));
        List<String> samples = FieldSchemas.samples(field);
        values.put(field.parameter(), samples.get(random.nextInt(samples.size())));
      }
      attempts.add(values);
      if (isTaken(form, new AdditionalFields(values), context)) {
        values.keySet().forEach(parameter -> attempts.add(without(values, parameter)));
      }
    }
    return attempts;
  }

  private static List<Map<String, String>> near(
      AdditionalFieldsForm form, FieldContext context, Map<String, String> example) {
    List<Map<String, String>> near = new ArrayList<>();
    form.visibility()
        .fieldsFor(context)
        .filter(field -> !field.isHelper())
        .forEach(
            field -> {
              String parameter = field.parameter();
              near.add(without(example, parameter));
              wrong(field).forEach(value -> near.add(with(example, parameter, value)));
              List<String> samples = FieldSchemas.samples(field);
              samples.stream()
                  .limit(samples.size() > 50 ? 2 : 50)
                  .forEach(value -> near.add(with(example, parameter, value)));
            });
    form.fields().stream()
        .filter(field -> !field.isHelper())
        .forEach(
            field ->
                near.add(with(example, field.parameter(), FieldSchemas.samples(field).get(0))));
    return near;
  }

  private static List<String> wrong(AdditionalField field) {
    return field.values() instanceof ValueRule.Day
        ? List.of(
            "2023-02-29",
            "2024-02-29",
            "1900-02-29",
            "2000-02-29",
            "2024-13-01",
            "2024-04-31",
            "24-01-01",
            "-2024-01-01",
            "+12024-01-01",
            "2024-01-01\n",
            "01.01.2024",
            "2024-1-1")
        : List.of(
            "no such value",
            " x",
            "x ",
            "x\u3000",
            "a\nb",
            "a\u0007",
            "a\u202eb",
            "x\n",
            "x".repeat(255),
            "x".repeat(256),
            "é",
            "ж 1");
  }

  private static AdditionalFields values(JsonNode object) {
    Map<String, String> values = new LinkedHashMap<>();
    object.properties().forEach(member -> values.put(member.getKey(), member.getValue().asText()));
    return new AdditionalFields(values);
  }

  private static Map<String, String> with(
      Map<String, String> values, String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(parameter, value);
    return more;
  }

  private static Map<String, String> without(Map<String, String> values, String parameter) {
    Map<String, String> fewer = new LinkedHashMap<>(values);
    fewer.remove(parameter);
    return fewer;
  }
}
