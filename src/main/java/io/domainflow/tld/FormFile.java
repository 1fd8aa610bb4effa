package io.domainflow.tld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.Tld;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Reads one {@code .form} file and refuses what the server could not keep in step with the browser.
 *
 * <p>The form names its TLDs ({@code properties.tlds}); each field says in its properties:
 *
 * <ul>
 *   <li>{@code ispapi}: the registrar's parameter, or {@code helper} for a field that is never sent
 *   <li>{@code appliesTo}: operations, a comma list of register, transfer, trade, update
 *   <li>{@code wireTrue}, {@code wireFalse}: values of a checkbox
 *   <li>{@code onlyTld}: the one TLD of the group that has the field
 *   <li>{@code appliesWhen}: in which case it is shown, in words
 *   <li>{@code secret}, {@code chargeable}, {@code advanced}: {@code true}
 * </ul>
 */
final class FormFile {

  private static final int SCHEMA_VERSION_OF_TASKLIST = 16;
  private static final int MAX_LENGTH = 255;
  private static final Set<String> LAYOUT = Set.of("text", "group", "spacer", "separator");
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern PARAMETER = Pattern.compile("[A-Z][A-Z0-9-]*");
  private static final Pattern STRING_OR_NAME =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> FEEL_WORDS =
      Set.of("and", "or", "not", "in", "null", "true", "false", "list", "contains");

  private final String file;
  private final Conditions conditions;
  private final List<TldField> fields = new ArrayList<>();
  private final String id;
  private final Set<String> tlds;

  private record TldField(AdditionalField field, String onlyTld) {}

  /**
   * Reads a form.
   *
   * @param file name for messages, ending in {@code ca.form}, of which the form's id is made
   * @throws CatalogueFault naming file, field and fault
   */
  FormFile(String file, String json, ObjectMapper mapper, Conditions conditions) {
    this.file = file;
    this.conditions = conditions;
    JsonNode form;
    try {
      form = mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new CatalogueFault(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
    String name = file.substring(file.lastIndexOf('/') + 1).replace(".form", "");
    id = form.path("id").asText();
    require(id.equals("additional-fields-" + name), "must have the id additional-fields-" + name);
    require(
        form.path("schemaVersion").asInt(99) <= SCHEMA_VERSION_OF_TASKLIST,
        "needs a schemaVersion that Tasklist knows, at most " + SCHEMA_VERSION_OF_TASKLIST);
    tlds = list(form.path("properties").path("tlds").asText());
    require(!tlds.isEmpty(), "must name its TLDs in properties.tlds");
    read(form.path("components"), List.of());
    require(!fields.isEmpty(), "has no fields");
    checkKeysAndParameters();
    checkConditions();
  }

  Set<String> tlds() {
    return tlds;
  }

  /** The form for one of its TLDs, without the fields of the others. */
  AdditionalFieldsForm forTld(Tld tld) {
    List<AdditionalField> own =
        fields.stream()
            .filter(entry -> entry.onlyTld == null || entry.onlyTld.equals(tld.label()))
            .map(TldField::field)
            .toList();
    return new AdditionalFieldsForm(id, tld, own, conditions);
  }

  private void read(JsonNode components, List<String> hiddenBy) {
    for (JsonNode component : components) {
      List<String> hide = new ArrayList<>(hiddenBy);
      if (component.path("conditional").hasNonNull("hide")) {
        hide.add(component.path("conditional").path("hide").asText());
      }
      if (component.path("type").asText().equals("group")) {
        // A group with a path would submit one value for all its fields.
        require(!component.hasNonNull("path"), "has a group with a path, which must go");
        read(component.path("components"), hide);
      } else if (!LAYOUT.contains(component.path("type").asText())) {
        fields.add(field(component, hide));
      }
    }
  }

  private TldField field(JsonNode component, List<String> hide) {
    String key = component.path("key").asText();
    require(KEY.matcher(key).matches(), key, "must be a key in camel case without dashes");
    require(!AdditionalFieldsForm.CONTEXT_KEYS.contains(key), key, "has a key that the order sets");
    JsonNode properties = component.path("properties");
    boolean helper = properties.hasNonNull("helper");
    String parameter = text(properties, "ispapi");
    require(
        helper == (parameter == null),
        key,
        "must have one of the properties ispapi (the registrar's parameter) and helper");
    require(
        parameter == null || PARAMETER.matcher(parameter).matches(),
        key,
        "has a property ispapi that is no parameter name");
    String onlyTld = text(properties, "onlyTld");
    require(
        onlyTld == null || tlds.contains(onlyTld), key, "has an onlyTld that the form is not for");
    ValueRule values = values(component, key);
    require(
        !helper || values instanceof ValueRule.OneOf, key, "is a helper, so it must be a select");
    String label = component.path(values instanceof ValueRule.Day ? "dateLabel" : "label").asText();
    require(!label.isBlank(), key, "needs a label");
    String defaultValue =
        values instanceof ValueRule.TickBox ? null : text(component, "defaultValue");
    require(
        defaultValue == null || values.check(key, defaultValue).isEmpty(),
        key,
        "has a default value that it does not accept");
    return new TldField(
        new AdditionalField(
            key,
            parameter,
            label,
            operations(properties, key),
            component.path("validate").path("required").asBoolean(),
            traits(properties),
            values,
            defaultValue,
            text(properties, "appliesWhen"),
            List.copyOf(hide)),
        onlyTld);
  }

  private ValueRule values(JsonNode component, String key) {
    String type = component.path("type").asText();
    return switch (type) {
      case "select", "radio" -> oneOf(component, key);
      case "checkbox" -> {
        JsonNode properties = component.path("properties");
        require(properties.hasNonNull("wireTrue"), key, "is a checkbox and needs wireTrue");
        yield new ValueRule.TickBox(text(properties, "wireTrue"), text(properties, "wireFalse"));
      }
      case "datetime" -> {
        require(component.path("subtype").asText().equals("date"), key, "must be of subtype date");
        yield new ValueRule.Day();
      }
      case "textfield" -> {
        JsonNode validate = component.path("validate");
        yield new ValueRule.Line(
            pattern(text(validate, "pattern"), key),
            validate.path("maxLength").asInt(MAX_LENGTH),
            text(component, "description"));
      }
      default ->
          throw fault(
              key,
              "is of type "
                  + type
                  + "; additional fields are select, radio, checkbox, datetime or textfield");
    };
  }

  private ValueRule oneOf(JsonNode component, String key) {
    Map<String, String> options = new LinkedHashMap<>();
    for (JsonNode option : component.path("values")) {
      String earlier = options.put(option.path("value").asText(), option.path("label").asText());
      require(earlier == null, key, "has the same option twice");
    }
    require(!options.isEmpty(), key, "needs its options in the form");
    return new ValueRule.OneOf(Collections.unmodifiableMap(options));
  }

  private Pattern pattern(String text, String key) {
    try {
      return text == null ? null : Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new CatalogueFault(at(key) + "has a pattern that cannot be read", e);
    }
  }

  private Set<FormOperation> operations(JsonNode properties, String key) {
    Set<FormOperation> operations = EnumSet.noneOf(FormOperation.class);
    for (String name : list(properties.path("appliesTo").asText())) {
      operations.add(
          EnumSet.allOf(FormOperation.class).stream()
              .filter(operation -> operation.inForms().equals(name))
              .findFirst()
              .orElseThrow(() -> fault(key, "applies to an unknown operation, " + name)));
    }
    require(!operations.isEmpty(), key, "must say in appliesTo which operations it is for");
    return Collections.unmodifiableSet(operations);
  }

  private static Set<AdditionalField.Trait> traits(JsonNode properties) {
    Set<AdditionalField.Trait> traits = EnumSet.noneOf(AdditionalField.Trait.class);
    for (AdditionalField.Trait trait : AdditionalField.Trait.values()) {
      if (properties.path(trait.name().toLowerCase(Locale.ROOT)).asBoolean()) {
        traits.add(trait);
      }
    }
    return Collections.unmodifiableSet(traits);
  }

  private void checkKeysAndParameters() {
    Set<String> keys = new HashSet<>();
    Map<String, AdditionalField> parameters = new HashMap<>();
    for (TldField entry : fields) {
      AdditionalField field = entry.field;
      require(keys.add(field.key()), field.key(), "has a key that is there twice");
      for (FormOperation operation : field.operations()) {
        AdditionalField other =
            field.isHelper() ? null : parameters.put(operation + " " + field.parameter(), field);
        require(
            other == null || areNeverShownTogether(field, other),
            field.key(),
            "has a parameter that another field has for the same operation, and neither"
                + " registrantKind nor tld keeps them apart");
      }
    }
  }

  /**
   * Whether one of two fields is hidden whoever the registrant is, be it that one is for
   * individuals and the other for organizations, be it that their TLDs differ.
   */
  private boolean areNeverShownTogether(AdditionalField field, AdditionalField other) {
    return Stream.of("individual", "organization")
        .flatMap(
            kind ->
                tlds.stream()
                    .map(tld -> Map.<String, Object>of("registrantKind", kind, "tld", tld)))
        .allMatch(known -> isHidden(field, known) || isHidden(other, known));
  }

  private boolean isHidden(AdditionalField field, Map<String, Object> known) {
    return field.hide().stream().anyMatch(hide -> conditions.holds(hide, known));
  }

  private void checkConditions() {
    Set<String> names = new HashSet<>(AdditionalFieldsForm.CONTEXT_KEYS);
    fields.forEach(entry -> names.add(entry.field.key()));
    for (TldField entry : fields) {
      for (String hide : entry.field.hide()) {
        String key = entry.field.key();
        require(hide.startsWith("="), key, "has a condition that does not start with =");
        Matcher token = STRING_OR_NAME.matcher(hide);
        while (token.find()) {
          String name = token.group();
          require(
              name.startsWith("\"") || names.contains(name) || FEEL_WORDS.contains(name),
              key,
              "has a condition over " + name + ", which no field or order has");
        }
        try {
          conditions.holds(hide, Map.of());
        } catch (IllegalArgumentException e) {
          throw new CatalogueFault(at(key) + "has a condition that is not FEEL: " + hide, e);
        }
      }
    }
  }

  private static String text(JsonNode node, String name) {
    String text = node.path(name).asText("");
    return text.isEmpty() ? null : text;
  }

  private static Set<String> list(String commaList) {
    Set<String> entries = new LinkedHashSet<>();
    for (String entry : commaList.split(",", -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  private void require(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      throw new CatalogueFault(file + " " + otherwise);
    }
  }

  private void require(boolean fulfilled, String key, String otherwise) {
    if (!fulfilled) {
      throw fault(key, otherwise);
    }
  }

  private CatalogueFault fault(String key, String what) {
    return new CatalogueFault(at(key) + what);
  }

  private String at(String key) {
    return file + ": field " + (key.isEmpty() ? "without key" : key) + " ";
  }
}
