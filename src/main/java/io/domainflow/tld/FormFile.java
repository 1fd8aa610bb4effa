package io.domainflow.tld;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.Tld;
import io.domainflow.tld.AdditionalField.Trait;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;

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
 *   <li>{@code example}: a value that is taken; wherever there is a pattern
 *   <li>{@code secret}, {@code chargeable}, {@code advanced}, {@code consent}: {@code true}
 *   <li>{@code kept}: {@code false} for a value that must leave with its order
 * </ul>
 *
 * <p>A form of one's own may also say about its TLDs what {@link FormTerms} lists.
 */
final class FormFile {

  private static final int SCHEMA_VERSION_OF_TASKLIST = 16;
  private static final int MAX_LENGTH = 255;
  private static final Set<String> LAYOUT = Set.of("text", "group", "spacer", "separator");
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
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final String AUTH = "AUTH";
  private static final Pattern PARAMETER = Pattern.compile("X-[A-Z0-9-]+|" + AUTH);

  /** What the style sheet of Tasklist knows an input by whose text is not to be read. */
  private static final String SECRET_ENDING = "Secret";

  /** What a condition is made of, as far as it says something. */
  static final Pattern STRING_OR_NAME =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][A-Za-z0-9_]*");

  private static final Set<String> FEEL_WORDS =
      Set.of("and", "or", "not", "in", "null", "true", "false", "list", "contains");

  private final String file;
  private final String name;
  private final String json;
  private final Conditions conditions;
  private final JsonLines lines;
  private final Map<String, JsonPointer> places = new HashMap<>();
  private final Map<String, JsonPointer> ids = new HashMap<>();
  private final List<TldField> fields = new ArrayList<>();
  private final String id;
  private final Set<String> tlds;
  private final FormTerms terms;
  private final boolean hasTerms;

  private record TldField(AdditionalField field, @Nullable String onlyTld) {}

  /**
   * Reads a form.
   *
   * @param file name for messages, ending in {@code ca.form}, of which the form's id is made
   * @throws CatalogueFault naming file, field and fault
   */
  FormFile(String file, String json, ObjectMapper mapper, Conditions conditions) {
    this.file = file;
    this.json = json;
    this.conditions = conditions;
    name = nameOf(file);
    JsonNode form;
    try {
      form = mapper.readTree(json);
      lines = new JsonLines(json, mapper);
    } catch (JsonProcessingException e) {
      throw new CatalogueFault(
          "%s, line %d, column %d: is not JSON: %s"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    requireForm(
        NAME.matcher(name).matches(),
        "",
        "must have a file name of lower-case letters, digits, dots and dashes");
    id = form.path("id").asText();
    requireForm(
        id.equals("additional-fields-" + name),
        "/id",
        "must have the id additional-fields-" + name);
    requireForm(
        form.path("schemaVersion").asInt(99) <= SCHEMA_VERSION_OF_TASKLIST,
        "/schemaVersion",
        "needs a schemaVersion that Tasklist knows, at most " + SCHEMA_VERSION_OF_TASKLIST);
    JsonNode properties = form.path("properties");
    tlds = list(properties.path("tlds").asText());
    requireForm(!tlds.isEmpty(), "/properties/tlds", "must name its TLDs in properties.tlds");
    for (String tld : tlds) {
      requireForm(
          PolicyTable.isZone(tld),
          "/properties/tlds",
          "must name its TLDs in lower case, in xn-- form and without a dot in front, not " + tld);
    }
    properties
        .fieldNames()
        .forEachRemaining(
            property ->
                requireForm(
                    property.equals("tlds") || FormTerms.MEMBERS.contains(property),
                    "/properties/" + property,
                    "has a property that is not known, " + property));
    hasTerms = FormTerms.MEMBERS.stream().anyMatch(properties::has);
    terms =
        new FormTerms(properties, (property, what) -> faultOfForm("/properties/" + property, what));
    read(form.path("components"), JsonPointer.compile("/components"), List.of());
    requireForm(!fields.isEmpty(), "/components", "has no fields");
    checkKeysAndParameters();
    checkConditions();
    checkHelpers();
  }

  /**
   * The name of a form, which its id ends with: {@code ca} of {@code additional-fields/ca.form}.
   */
  static String nameOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replace(".form", "");
  }

  /**
   * Refuses what is taken care of with the delivered forms by tests.
   *
   * @param taken keys and ids that the form to correct a registration has itself
   * @throws CatalogueFault naming file, field and fault
   */
  void checkAsOwn(Set<String> taken) {
    String prefix = name.replaceAll("[.-]", "");
    ids.forEach(
        (componentId, place) ->
            requireForm(
                !taken.contains(componentId),
                place + "/id",
                "has the id " + componentId + ", which is taken; choose another"));
    for (TldField entry : fields) {
      AdditionalField field = entry.field;
      String key = field.key();
      // Keys are names of variables of the process, where others are.
      require(
          key.toLowerCase(Locale.ROOT).startsWith(prefix)
              && key.length() > prefix.length()
              && !Character.isLowerCase(key.charAt(prefix.length())),
          key,
          "must have a key that begins with the name of the form, such as " + prefix + "Number");
      require(!taken.contains(key), key, "has a key that is taken; choose another");
      for (FormOperation other : EnumSet.complementOf(EnumSet.copyOf(field.operations()))) {
        require(
            isHiddenWith(other, entry),
            key,
            "/conditional/hide",
            "is shown with a %s, which it is not for; hide it, such as by =operation = \"%s\""
                .formatted(other.words(), other.inForms()));
      }
    }
  }

  String file() {
    return file;
  }

  String id() {
    return id;
  }

  FormText text(boolean own) {
    return new FormText(name + ".form", json, own);
  }

  boolean hasTerms() {
    return hasTerms;
  }

  FormTerms terms() {
    return terms;
  }

  /** A fault of what the form says its TLDs are. */
  CatalogueFault faultOfTlds(String what) {
    return faultOfForm("/properties/tlds", what);
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

  private void read(JsonNode components, JsonPointer at, List<String> hiddenBy) {
    for (int i = 0; i < components.size(); i++) {
      JsonNode component = components.get(i);
      JsonPointer place = at.appendIndex(i);
      String componentId = text(component, "id");
      requireForm(
          componentId == null || ids.put(componentId, place) == null,
          place + "/id",
          "has the id " + componentId + " twice");
      List<String> hide = new ArrayList<>(hiddenBy);
      if (component.path("conditional").hasNonNull("hide")) {
        hide.add(component.path("conditional").path("hide").asText());
      }
      if (component.path("type").asText().equals("group")) {
        // A group with a path would submit one value for all its fields.
        requireForm(
            !component.hasNonNull("path"),
            place + "/path",
            "has a group with a path, which must go");
        read(component.path("components"), place.appendProperty("components"), hide);
      } else if (!LAYOUT.contains(component.path("type").asText())) {
        places.put(component.path("key").asText(), place);
        fields.add(field(component, hide));
      }
    }
  }

  private TldField field(JsonNode component, List<String> hide) {
    String key = component.path("key").asText();
    require(KEY.matcher(key).matches(), key, "must be a key in camel case without dashes");
    require(!AdditionalFieldsForm.CONTEXT_KEYS.contains(key), key, "has a key that the order sets");
    JsonNode properties = component.path("properties");
    properties
        .fieldNames()
        .forEachRemaining(
            property ->
                require(
                    FIELD_PROPERTIES.contains(property),
                    key,
                    "/properties/" + property,
                    "has a property that is not known, " + property));
    boolean helper = properties.hasNonNull("helper");
    String parameter = text(properties, "ispapi");
    require(
        helper == (parameter == null),
        key,
        "/properties/ispapi",
        "must have one of the properties ispapi (the registrar's parameter) and helper");
    require(
        parameter == null || PARAMETER.matcher(parameter).matches(),
        key,
        "/properties/ispapi",
        "has a property ispapi that is no parameter name");
    String onlyTld = text(properties, "onlyTld");
    require(
        onlyTld == null || tlds.contains(onlyTld),
        key,
        "/properties/onlyTld",
        "has an onlyTld that the form is not for");
    ValueRule values = values(component, key);
    require(
        !helper || values instanceof ValueRule.OneOf,
        key,
        "/type",
        "is a helper, so it must be a select");
    String label = component.path(values instanceof ValueRule.Day ? "dateLabel" : "label").asText();
    require(!label.isBlank(), key, "/label", "needs a label");
    String defaultValue =
        values instanceof ValueRule.TickBox ? null : text(component, "defaultValue");
    require(
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
      require(
          field.values() instanceof ValueRule.TickBox && field.description() != null,
          field.key(),
          "is a consent, so it must be a checkbox with a description of what is agreed to");
    }
    if (field.has(Trait.SECRET)) {
      require(
          field.key().endsWith(SECRET_ENDING) && id.endsWith(SECRET_ENDING),
          field.key(),
          "is secret, so its key and its id must end in " + SECRET_ENDING);
      require(
          field.values() instanceof ValueRule.Line
              && field.values().check(field.key(), AdditionalFieldsForm.MASK).isEmpty(),
          field.key(),
          "is secret, so it must be a textfield that takes "
              + AdditionalFieldsForm.MASK
              + ", which stands for the value that is there");
    }
    // A transfer has its auth code from the order.
    require(
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
        require(
            properties.hasNonNull("wireTrue"),
            key,
            "/properties/wireTrue",
            "is a checkbox and needs wireTrue");
        yield new ValueRule.TickBox(
            properties.path("wireTrue").asText(), text(properties, "wireFalse"));
      }
      case "datetime" -> {
        require(
            component.path("subtype").asText().equals("date"),
            key,
            "/subtype",
            "must be of subtype date");
        yield new ValueRule.Day();
      }
      case "textfield" -> line(component, key);
      default ->
          throw fault(
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
    require(
        pattern == null || example != null,
        key,
        "has a pattern, so it needs a property example: a value that matches it");
    ValueRule line =
        new ValueRule.Line(
            pattern,
            Math.min(validate.path("maxLength").asInt(MAX_LENGTH), MAX_LENGTH),
            text(component, "description"),
            example);
    require(
        example == null || line.check(key, example).isEmpty(),
        key,
        "has an example that it does not accept");
    return line;
  }

  private ValueRule oneOf(JsonNode component, String key) {
    Map<String, String> options = new LinkedHashMap<>();
    for (JsonNode option : component.path("values")) {
      String earlier = options.put(option.path("value").asText(), option.path("label").asText());
      require(earlier == null, key, "/values", "has the same option twice");
    }
    require(!options.isEmpty(), key, "/values", "needs its options in the form");
    return new ValueRule.OneOf(Collections.unmodifiableMap(options));
  }

  private @Nullable Pattern pattern(@Nullable String text, String key) {
    try {
      return text == null ? null : Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new CatalogueFault(
          at(key, "/validate/pattern") + "has a pattern that cannot be read", e);
    }
  }

  private Set<FormOperation> operations(JsonNode properties, String key) {
    Set<FormOperation> operations = EnumSet.noneOf(FormOperation.class);
    for (String name : list(properties.path("appliesTo").asText())) {
      operations.add(
          EnumSet.allOf(FormOperation.class).stream()
              .filter(operation -> operation.inForms().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      fault(
                          key,
                          "/properties/appliesTo",
                          "applies to an unknown operation, " + name)));
    }
    require(
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
            "/properties/ispapi",
            "has a parameter that another field has for the same operation, and neither"
                + " registrantKind nor tld keeps them apart");
      }
    }
  }

  /**
   * Whether one of two fields is hidden for every registrant, be it that one is for individuals and
   * the other for organizations, be it that their TLDs differ.
   */
  private boolean areNeverShownTogether(AdditionalField field, AdditionalField other) {
    return Stream.of("individual", "organization")
        .flatMap(
            kind ->
                tlds.stream()
                    .map(tld -> Map.<String, Object>of("registrantKind", kind, "tld", tld)))
        .allMatch(known -> isHidden(field, known) || isHidden(other, known));
  }

  private boolean isHiddenWith(FormOperation operation, TldField entry) {
    return Stream.of("individual", "organization")
        .flatMap(
            kind ->
                tlds.stream()
                    .map(
                        tld ->
                            Map.<String, Object>of(
                                "registrantKind",
                                kind,
                                "tld",
                                tld,
                                "operation",
                                operation.inForms())))
        .allMatch(known -> isHidden(entry.field, known));
  }

  private boolean isHidden(AdditionalField field, Map<String, @Nullable Object> known) {
    return field.hide().stream().anyMatch(hide -> conditions.holds(hide, known));
  }

  private void checkConditions() {
    Set<String> names = new HashSet<>(AdditionalFieldsForm.CONTEXT_KEYS);
    fields.forEach(entry -> names.add(entry.field.key()));
    for (TldField entry : fields) {
      for (String hide : entry.field.hide()) {
        String key = entry.field.key();
        require(
            hide.startsWith("="),
            key,
            "/conditional/hide",
            "has a condition that does not start with =");
        Matcher token = STRING_OR_NAME.matcher(hide);
        while (token.find()) {
          String name = token.group();
          require(
              name.startsWith("\"") || names.contains(name) || FEEL_WORDS.contains(name),
              key,
              "/conditional/hide",
              "has a condition over " + name + ", which no field or order has");
        }
        try {
          conditions.holds(hide, Map.of());
        } catch (IllegalArgumentException e) {
          throw new CatalogueFault(
              at(key, "/conditional/hide") + "has a condition that is not FEEL: " + hide, e);
        }
      }
    }
  }

  /** With two helpers that decide about each other nobody could tell what is wanted of an order. */
  private void checkHelpers() {
    for (TldField entry : fields) {
      long helpers =
          fields.stream()
              .map(TldField::field)
              .filter(other -> other.isHelper() && entry.field.asksFor(other.key()))
              .count();
      require(
          helpers <= (entry.field.isHelper() ? 0 : 1),
          entry.field.key(),
          "has a condition over a helper "
              + (entry.field.isHelper() ? "and is one itself" : "and over another helper"));
    }
  }

  private static @Nullable String text(JsonNode node, String name) {
    String text = node.path(name).asText("");
    return text.isEmpty() ? null : text;
  }

  /** The entries of a list with commas between them. */
  static Set<String> list(String commaList) {
    Set<String> entries = new LinkedHashSet<>();
    for (String entry : commaList.split(",", -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  private void requireForm(boolean fulfilled, String place, String otherwise) {
    if (!fulfilled) {
      throw faultOfForm(place, otherwise);
    }
  }

  private void require(boolean fulfilled, String key, String otherwise) {
    require(fulfilled, key, "/key", otherwise);
  }

  private void require(boolean fulfilled, String key, String member, String otherwise) {
    if (!fulfilled) {
      throw fault(key, member, otherwise);
    }
  }

  private CatalogueFault faultOfForm(String place, String what) {
    return new CatalogueFault(at(JsonPointer.compile(place)) + what);
  }

  private CatalogueFault fault(String key, String member, String what) {
    return new CatalogueFault(at(key, member) + what);
  }

  /** Where a member of a field stands, or if it is missing the field. */
  private String at(String key, String member) {
    JsonPointer place =
        places.getOrDefault(key, JsonPointer.empty()).append(JsonPointer.compile(member));
    return at(place) + "field " + (key.isEmpty() ? "without key" : key) + " ";
  }

  private String at(JsonPointer place) {
    return "%s, line %d: ".formatted(file, lines.of(place));
  }
}
