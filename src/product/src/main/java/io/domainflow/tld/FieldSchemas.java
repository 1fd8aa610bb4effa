package io.domainflow.tld;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.tld.AdditionalField.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** JSON Schema of the values of single fields. */
final class FieldSchemas {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<Trait> TOLD =
      List.of(Trait.SECRET, Trait.CHARGEABLE, Trait.ADVANCED, Trait.CONSENT);

  private static final String LINE = "line";
  private static final int MAX_LENGTH = 255;

  /**
   * Matches what a line must not contain: control characters, line separators, marks that change
   * the writing direction, leading or trailing white space. Written without Unicode classes, which
   * not every validator supports.
   */
  private static final String NO_LINE =
      "[\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]"
          + "|^[ \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u205f\\u3000]"
          + "|[ \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u205f\\u3000]$";

  /**
   * A valid calendar day. Most validators treat a format only as an annotation, so the pattern
   * enforces it.
   */
  private static final String DAY =
      "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
          + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
          + "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$";

  private FieldSchemas() {}

  /** The definitions that the field schemas refer to; they belong in the root of the document. */
  static ObjectNode definitions() {
    ObjectNode definitions = JSON.objectNode();
    ObjectNode line = definitions.putObject(LINE);
    line.put("type", "string").put("minLength", 1).put("maxLength", MAX_LENGTH);
    line.putObject("not").put("pattern", NO_LINE);
    return definitions;
  }

  /**
   * The schema of a field.
   *
   * @param order place of the field in the form, from 1
   */
  static ObjectNode of(AdditionalField field, int order) {
    ObjectNode schema = JSON.objectNode();
    schema.put("title", field.label());
    if (field.description() != null) {
      schema.put("description", field.description());
    }
    rule(field.values(), schema);
    if (field.defaultValue() != null) {
      schema.put("default", field.defaultValue());
    }
    if (field.appliesWhen() != null) {
      schema.put("x-applies-when", field.appliesWhen());
    }
    for (Trait trait : TOLD) {
      if (field.traits().contains(trait)) {
        schema.put("x-" + trait.name().toLowerCase(Locale.ROOT), true);
      }
    }
    if (field.traits().contains(Trait.SECRET)) {
      schema.put("writeOnly", true);
    }
    return schema.put("x-order", order);
  }

  private static void rule(ValueRule values, ObjectNode schema) {
    schema.put("type", "string");
    if (values instanceof ValueRule.OneOf list) {
      ArrayNode options = schema.putArray("oneOf");
      list.options().forEach((value, label) -> option(options, value, label));
    } else if (values instanceof ValueRule.TickBox box) {
      ArrayNode options = schema.putArray("oneOf");
      option(options, box.ticked(), "Yes");
      if (box.unticked() != null) {
        option(options, box.unticked(), "No");
      }
      schema.put("x-checkbox", true);
    } else {
      schema.put("$ref", "#/$defs/" + LINE);
      if (values instanceof ValueRule.Day) {
        schema.put("format", "date").put("pattern", DAY);
      } else if (values instanceof ValueRule.Line line) {
        if (line.maxLength() < MAX_LENGTH) {
          schema.put("maxLength", line.maxLength());
        }
        if (line.pattern() != null) {
          schema.put("pattern", line.pattern().pattern());
        }
      }
    }
  }

  private static void option(ArrayNode options, String value, String label) {
    options.addObject().put("const", value).put("title", label);
  }

  /**
   * The registrar's values of a field that conditions can distinguish, the most usual first: all
   * values of a list, and one sample of a line or a day.
   */
  static List<String> samples(AdditionalField field) {
    if (field.values() instanceof ValueRule.OneOf list) {
      return List.copyOf(list.options().keySet());
    }
    if (field.values() instanceof ValueRule.TickBox box) {
      List<String> samples = new ArrayList<>(List.of(box.ticked()));
      if (box.unticked() != null) {
        samples.add(box.unticked());
      }
      return samples;
    }
    if (field.values() instanceof ValueRule.Line line) {
      String text = line.example() == null ? "Example" : line.example();
      return List.of(text.substring(0, Math.min(text.length(), line.maxLength())));
    }
    return List.of("2020-01-31");
  }
}
