package io.domainflow.tld;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.Tld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parses one {@code .form} file and refuses anything that browser and server might evaluate
 * differently.
 *
 * <p>The form names its TLDs ({@code properties.tlds}); each field has these properties:
 *
 * <ul>
 *   <li>{@code ispapi}: the registrar's parameter, or {@code helper} for a field that is never sent
 *   <li>{@code appliesTo}: operations, a comma list of register, transfer, trade, update
 *   <li>{@code wireTrue}, {@code wireFalse}: values of a checkbox
 *   <li>{@code onlyTld}: the one TLD of the group that has the field
 *   <li>{@code appliesWhen}: in which case it is shown, in words
 *   <li>{@code example}: a valid value; required if there is a pattern
 *   <li>{@code secret}, {@code chargeable}, {@code advanced}, {@code consent}: {@code true}
 *   <li>{@code kept}: {@code false} for a value that must be deleted with its order
 * </ul>
 *
 * <p>A form of the installation may also have the properties of its TLDs that {@link FormTerms}
 * lists.
 */
final class FormFile {

  private static final int SCHEMA_VERSION_OF_TASKLIST = 16;
  private static final Set<String> LAYOUT = Set.of("text", "group", "spacer", "separator");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");

  private final String file;
  private final String name;
  private final String json;
  private final Conditions conditions;
  private final FormCheck check;
  private final FormConsistencyCheck together;
  private final Map<String, JsonPointer> ids = new HashMap<>();
  private final List<TldField> fields = new ArrayList<>();
  private final String id;
  private final Set<String> tlds;
  private final FormTerms terms;
  private final boolean hasTerms;

  /**
   * Reads a form.
   *
   * @param file name for messages, ending in {@code ca.form}, from which the form's id is derived
   * @throws CatalogueFault naming file, field and fault
   */
  FormFile(String file, String json, ObjectMapper mapper, Conditions conditions) {
    this.file = file;
    this.json = json;
    this.conditions = conditions;
    name = nameOf(file);
    JsonNode form;
    JsonLines lines;
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
    check = new FormCheck(file, lines);
    check.requireForm(
        NAME.matcher(name).matches(),
        "",
        "must have a file name of lower-case letters, digits, dots and dashes");
    id = form.path("id").asText();
    check.requireForm(
        id.equals("additional-fields-" + name),
        "/id",
        "must have the id additional-fields-" + name);
    check.requireForm(
        form.path("schemaVersion").asInt(99) <= SCHEMA_VERSION_OF_TASKLIST,
        "/schemaVersion",
        "needs a schemaVersion that Tasklist knows, at most " + SCHEMA_VERSION_OF_TASKLIST);
    JsonNode properties = form.path("properties");
    tlds = list(properties.path("tlds").asText());
    check.requireForm(!tlds.isEmpty(), "/properties/tlds", "must name its TLDs in properties.tlds");
    for (String tld : tlds) {
      check.requireForm(
          PolicyTable.isZone(tld),
          "/properties/tlds",
          "must name its TLDs in lower case, in xn-- form and without a dot in front, not " + tld);
    }
    properties
        .fieldNames()
        .forEachRemaining(
            property ->
                check.requireForm(
                    property.equals("tlds") || FormTerms.MEMBERS.contains(property),
                    "/properties/" + property,
                    "has a property that is not known, " + property));
    hasTerms = FormTerms.MEMBERS.stream().anyMatch(properties::has);
    terms =
        new FormTerms(
            properties, (property, what) -> check.faultOfForm("/properties/" + property, what));
    read(
        form.path("components"),
        JsonPointer.compile("/components"),
        List.of(),
        new FieldReader(tlds, check));
    check.requireForm(!fields.isEmpty(), "/components", "has no fields");
    together = new FormConsistencyCheck(tlds, fields, conditions, check);
    together.check();
  }

  /**
   * The name of a form, with which its id ends: {@code ca} of {@code additional-fields/ca.form}.
   */
  static String nameOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replace(".form", "");
  }

  /**
   * Refuses faults that tests exclude in the built-in forms.
   *
   * @param taken keys and ids of the form for correcting a registration
   * @throws CatalogueFault naming file, field and fault
   */
  void checkAsOwn(Set<String> taken) {
    String prefix = name.replaceAll("[.-]", "");
    ids.forEach(
        (componentId, place) ->
            check.requireForm(
                !taken.contains(componentId),
                place + "/id",
                "has the id " + componentId + ", which is taken; choose another"));
    for (TldField entry : fields) {
      AdditionalField field = entry.field();
      String key = field.key();
      // Keys are names of process variables, which must not clash with others.
      check.require(
          key.toLowerCase(Locale.ROOT).startsWith(prefix)
              && key.length() > prefix.length()
              && !Character.isLowerCase(key.charAt(prefix.length())),
          key,
          "must have a key that begins with the name of the form, such as " + prefix + "Number");
      check.require(!taken.contains(key), key, "has a key that is taken; choose another");
      for (FormOperation other : EnumSet.complementOf(EnumSet.copyOf(field.operations()))) {
        check.require(
            together.isHiddenWith(other, entry),
            key,
            "/conditional/hide",
            "is shown with %s %s, which it is not for; hide it, such as by =operation = \"%s\""
                .formatted(
                    other == FormOperation.UPDATE ? "an" : "a", other.words(), other.inForms()));
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

  /** Creates a fault about the TLDs that the form names. */
  CatalogueFault faultOfTlds(String what) {
    return check.faultOfForm("/properties/tlds", what);
  }

  Set<String> tlds() {
    return tlds;
  }

  /** The form for one of its TLDs, without the fields of the others. */
  AdditionalFieldsForm forTld(Tld tld) {
    List<AdditionalField> own =
        fields.stream()
            .filter(entry -> entry.onlyTld() == null || entry.onlyTld().equals(tld.label()))
            .map(TldField::field)
            .toList();
    return new AdditionalFieldsForm(id, tld, own, conditions);
  }

  private void read(
      JsonNode components, JsonPointer at, List<String> hiddenBy, FieldReader reader) {
    for (int i = 0; i < components.size(); i++) {
      JsonNode component = components.get(i);
      JsonPointer place = at.appendIndex(i);
      String componentId = FieldReader.text(component, "id");
      check.requireForm(
          componentId == null || ids.put(componentId, place) == null,
          place + "/id",
          "has the id " + componentId + " twice");
      List<String> hide = new ArrayList<>(hiddenBy);
      if (component.path("conditional").hasNonNull("hide")) {
        hide.add(component.path("conditional").path("hide").asText());
      }
      if (component.path("type").asText().equals("group")) {
        // A group with a path would submit one value for all its fields.
        check.requireForm(
            !component.hasNonNull("path"),
            place + "/path",
            "has a group with a path, which must go");
        read(component.path("components"), place.appendProperty("components"), hide, reader);
      } else if (!LAYOUT.contains(component.path("type").asText())) {
        check.fieldAt(component.path("key").asText(), place);
        fields.add(reader.read(component, hide));
      }
    }
  }

  /** The entries of a comma-separated list. */
  static Set<String> list(String commaList) {
    Set<String> entries = new LinkedHashSet<>();
    for (String entry : commaList.split(",", -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }
}
