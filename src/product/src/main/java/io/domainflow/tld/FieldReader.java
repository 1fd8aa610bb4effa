package io.domainflow.tld;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.tld.AdditionalField.Trait;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Parses the fields of a form one by one. */
final class FieldReader {

  private static final int MAX_LENGTH = 255;
  private static final Set<String> FIELD_PROPERTIES =
      Set.of(
          "ispapi",
          "helper",
          "appliesTo",
          "wireTrue",
          "wireFalse",
          "onlyTld",
          "appliesWhen",
          "secret",
          "chargeable",
          "advanced",
          "consent",
          "kept",
          "example");
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final String AUTH = "AUTH";
  private static final Pattern PARAMETER = Pattern.compile("X-[A-Z0-9-]+|" + AUTH);

  /** The ending by which Tasklist's style sheet recognises inputs whose text must be hidden. */
  private static final String SECRET_ENDING = "Secret";

  private final Set<String> tlds;
  private final FormCheck check;

  /**
   * For the fields of one form.
   *
   * @param tlds the TLDs of the form
   */
  FieldReader(Set<String> tlds, FormCheck check) {
    this.tlds = tlds;
    this.check = check;
  }

  /**
   * Parses a field.
   *
   * @param hide the conditions under which it, or a group that contains it, is hidden
   * @throws CatalogueFault if an order could not contain such a field
   */
  TldField read(JsonNode component, List<String> hide) {
    String key = component.path("key").asText();
    check.require(KEY.matcher(key).matches(), key, "must be a key in camel case without dashes");
    check.require(
        !AdditionalFieldsForm.CONTEXT_KEYS.contains(key), key, "has a key that the order sets");
    JsonNode properties = component.path("properties");
    properties
        .fieldNames()
        .forEachRemaining(
            property ->
                check.require(
                    FIELD_PROPERTIES.contains(property),
                    key,
                    "/properties/" + property,
                    "has a property that is not known, " + property));
    boolean helper = properties.hasNonNull("helper");
    String parameter = text(properties, "ispapi");
    check.require(
        helper == (parameter == null),
        key,
        "/properties/ispapi",
        "must have one of the properties ispapi (the registrar's parameter) and helper");
    check.require(
        parameter == null || PARAMETER.matcher(parameter).matches(),
        key,
        "/properties/ispapi",
        "has a property ispapi that is no parameter name");
    String onlyTld = text(properties, "onlyTld");
    check.require(
        onlyTld == null || tlds.contains(onlyTld),
        key,
        "/properties/onlyTld",
        "has an onlyTld that the form is not for");
    ValueRule values = values(component, key);
    check.require(
        !helper || values instanceof ValueRule.OneOf,
        key,
        "/type",
        "is a helper, so it must be a select");
    String label = component.path(values instanceof ValueRule.Day ? "dateLabel" : "label").asText();
    check.require(!label.isBlank(), key, "/label", "needs a label");
    String defaultValue =
        values instanceof ValueRule.TickBox ? null : text(component, "defaultValue");
    check.require(
        defaultValue == null || values.check(key, defaultValue).isEmpty(),
        key,
        "/defaultValue",
        "has a default value that it does not accept");
    AdditionalField field =
        new AdditionalField(
            key,
            parameter,
            label,
            text(component, "description"),
            operations(properties, key),
            component.path("validate").path("required").asBoolean(),
            traits(properties),
            values,
            defaultValue,
            text(properties, "appliesWhen"),
            List.copyOf(hide));
    checkTraits(field, component.path("id").asText());
    return new TldField(field, onlyTld);
  }

  private void checkTraits(AdditionalField field, String id) {
    if (field.has(Trait.CONSENT)) {
      check.require(
          field.values() instanceof ValueRule.TickBox && field.description() != null,
          field.key(),
          "is a consent, so it must be a checkbox with a description of what is agreed to");
    }
    if (field.has(Trait.SECRET)) {
      check.require(
          field.key().endsWith(SECRET_ENDING) && id.endsWith(SECRET_ENDING),
          field.key(),
          "is secret, so its key and its id must end in " + SECRET_ENDING);
      check.require(
          field.values() instanceof ValueRule.Line
              && field.values().check(field.key(), AdditionalFieldsForm.MASK).isEmpty(),
          field.key(),
          "is secret, so it must be a textfield that takes "
              + AdditionalFieldsForm.MASK
              + ", which stands for the value that is there");
    }
    // A transfer takes its auth code from the order.
    check.require(
        !AUTH.equals(field.parameter())
            || (field.operations().equals(Set.of(FormOperation.TRADE))
                && field.has(Trait.SECRET)
                && field.has(Trait.NOT_KEPT)),
        field.key(),
        "is an auth code, so it must apply to trade only, be secret and have kept false");
  }

  private ValueRule values(JsonNode component, String key) {
    String type = component.path("type").asText();
    return switch (type) {
      case "select", "radio" -> oneOf(component, key);
      case "checkbox" -> {
        JsonNode properties = component.path("properties");
        check.require(
            properties.hasNonNull("wireTrue"),
            key,
            "/properties/wireTrue",
            "is a checkbox and needs wireTrue");
        yield new ValueRule.TickBox(
            properties.path("wireTrue").asText(), text(properties, "wireFalse"));
      }
      case "datetime" -> {
        check.require(
            component.path("subtype").asText().equals("date"),
            key,
            "/subtype",
            "must be of subtype date");
        yield new ValueRule.Day();
      }
      case "textfield" -> line(component, key);
      default ->
          throw check.fault(
              key,
              "/type",
              "is of type "
                  + type
                  + "; additional fields are select, radio, checkbox, datetime or textfield");
    };
  }

  private ValueRule line(JsonNode component, String key) {
    JsonNode validate = component.path("validate");
    Pattern pattern = pattern(text(validate, "pattern"), key);
    String example = text(component.path("properties"), "example");
    check.require(
        pattern == null || example != null,
        key,
        "has a pattern, so it needs a property example: a value that matches it");
    ValueRule line =
        new ValueRule.Line(
            pattern,
            Math.min(validate.path("maxLength").asInt(MAX_LENGTH), MAX_LENGTH),
            text(component, "description"),
            example);
    check.require(
        example == null || line.check(key, example).isEmpty(),
        key,
        "has an example that it does not accept");
    return line;
  }

  private ValueRule oneOf(JsonNode component, String key) {
    Map<String, String> options = new LinkedHashMap<>();
    for (JsonNode option : component.path("values")) {
      String earlier = options.put(option.path("value").asText(), option.path("label").asText());
      check.require(earlier == null, key, "/values", "has the same option twice");
    }
    check.require(!options.isEmpty(), key, "/values", "needs its options in the form");
    return new ValueRule.OneOf(Collections.unmodifiableMap(options));
  }

  private @Nullable Pattern pattern(@Nullable String text, String key) {
    try {
      return text == null ? null : Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw check.fault(key, "/validate/pattern", "has a pattern that cannot be read", e);
    }
  }

  private Set<FormOperation> operations(JsonNode properties, String key) {
    Set<FormOperation> operations = EnumSet.noneOf(FormOperation.class);
    for (String name : FormFile.list(properties.path("appliesTo").asText())) {
      operations.add(
          EnumSet.allOf(FormOperation.class).stream()
              .filter(operation -> operation.inForms().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      check.fault(
                          key,
                          "/properties/appliesTo",
                          "applies to an unknown operation, " + name)));
    }
    check.require(
        !operations.isEmpty(),
        key,
        "/properties/appliesTo",
        "must say in appliesTo which operations it is for");
    return Collections.unmodifiableSet(operations);
  }

  private static Set<Trait> traits(JsonNode properties) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Trait trait : Trait.values()) {
      if (properties.path(trait.name().toLowerCase(Locale.ROOT)).asBoolean()) {
        traits.add(trait);
      }
    }
    if (properties.hasNonNull("kept") && !properties.path("kept").asBoolean()) {
      traits.add(Trait.NOT_KEPT);
    }
    return Collections.unmodifiableSet(traits);
  }

  /** The text of a member; null if it is missing or blank. */
  static @Nullable String text(JsonNode node, String name) {
    String text = node.path(name).asText("");
    return text.isEmpty() ? null : text;
  }
}
