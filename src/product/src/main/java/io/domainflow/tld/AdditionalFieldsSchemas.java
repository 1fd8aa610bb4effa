package io.domainflow.tld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * JSON Schema (draft 2020-12) of the additional fields of an order, so that a shop can ask for them
 * before the order. It is generated from the form that also checks the order: values are valid by
 * the schema if and only if a strict order with them is accepted.
 */
@Component
public class AdditionalFieldsSchemas {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Conditions conditions;
  private final Map<List<Object>, Cases> known = new ConcurrentHashMap<>();

  AdditionalFieldsSchemas(Conditions conditions) {
    this.conditions = new CachedConditions(conditions);
  }

  /**
   * The requirements of all cases of a TLD and an operation; computed once, because the forms do
   * not change.
   */
  private record Cases(DistinctCases space, Map<FieldContext, ObjectNode> schemas) {

    static Cases of(AdditionalFieldsForm form, FormOperation operation) {
      DistinctCases space = new DistinctCases(form, operation);
      Map<ObjectNode, ObjectNode> withExample = new LinkedHashMap<>();
      Map<FieldContext, ObjectNode> schemas = new LinkedHashMap<>();
      for (FieldContext context : space.contexts()) {
        schemas.put(
            context,
            withExample.computeIfAbsent(
                CaseSchema.of(form, context), schema -> withExample(schema, form, context)));
      }
      return new Cases(space, schemas);
    }

    private static ObjectNode withExample(
        ObjectNode schema, AdditionalFieldsForm form, FieldContext context) {
      ObjectNode complete = schema.deepCopy();
      new AdditionalFieldsExample(form, context)
          .shortest()
          .ifPresent(
              example -> {
                ObjectNode values = complete.putArray("examples").addObject();
                example.values().forEach(values::put);
              });
      return complete;
    }
  }

  /**
   * The schema for orders in a TLD. If the requested cases differ, it contains a schema with a
   * title in words for each of them, one of which has to be met.
   */
  public ObjectNode of(TldPolicy policy, FieldCases asked) {
    ObjectNode document = JSON.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put(
        "title",
        "Additional fields for the "
            + asked.operation().words()
            + " of a name below ."
            + policy.tld());
    policy
        .form()
        .ifPresentOrElse(form -> describe(form, asked, document), () -> wantNothing(document));
    if (document.findValue("$ref") != null) {
      document.set("$defs", FieldSchemas.definitions());
    }
    return document;
  }

  private static void wantNothing(ObjectNode document) {
    document.put("type", "object");
    document.putObject("properties");
    document.put("additionalProperties", false);
    document.putArray("examples").addObject();
  }

  private void describe(AdditionalFieldsForm form, FieldCases asked, ObjectNode document) {
    Cases cases =
        known.computeIfAbsent(
            List.of(form.tld(), asked.operation()),
            key -> Cases.of(form.with(conditions), asked.operation()));
    Map<ObjectNode, List<FieldContext>> alike = new LinkedHashMap<>();
    List<FieldContext> among = new ArrayList<>();
    cases.schemas.forEach(
        (context, schema) -> {
          if (cases.space.isAsked(context, asked)) {
            alike.computeIfAbsent(schema, key -> new ArrayList<>()).add(context);
            among.add(context);
          }
        });
    if (alike.size() == 1) {
      document.setAll(alike.keySet().iterator().next());
      return;
    }
    document.put("type", "object");
    ArrayNode choices = document.putArray("anyOf");
    Set<JsonNode> examples = new LinkedHashSet<>();
    alike.forEach(
        (schema, some) -> {
          choices.addObject().put("title", cases.space.words(some, among)).setAll(schema);
          schema.path("examples").forEach(examples::add);
        });
    document.putArray("examples").addAll(examples);
  }
}
