package io.domainflow.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.FieldProblems;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object and collects all problems instead of stopping at the first
 * one. Reads return null if there is a problem or no value.
 *
 * <p>Objects and lists in it are not read at all if they have more members or entries than any
 * request needs, so that what a request costs does not grow faster than its size, whatever is done
 * with its members.
 */
public final class JsonMembers {

  /** The most members that an object within a request may have, such as additional fields. */
  public static final int MOST_MEMBERS = 100;

  /** The most entries that a list may have, where a smaller number is not stated. */
  public static final int MOST_ENTRIES = 1_000;

  private static final int LONGEST_TEXT = 255;

  private final ObjectNode object;
  private final String prefix;
  private final FieldProblems problems;

  /** Reads this object. */
  public JsonMembers(ObjectNode object) {
    this(object, "", new FieldProblems());
  }

  private JsonMembers(ObjectNode object, String prefix, FieldProblems problems) {
    this.object = object;
    this.prefix = prefix;
    this.problems = problems;
  }

  /** All problems so far. */
  public FieldProblems problems() {
    return problems;
  }

  /** Adds a problem of a member. */
  public void problem(String member, String code, String message) {
    problems.add(new FieldProblem(prefix + member, code, message));
  }

  /** Adds a problem for every member that is not one of these. */
  public void refuseUnknown(Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                problem(Text.printable(name), "UNKNOWN_MEMBER", "is not a member here");
              }
            });
  }

  /** Whether the member is present, even as null. */
  public boolean mentions(String member) {
    return object.has(member);
  }

  /** Whether the member has a value. */
  public boolean has(String member) {
    return object.hasNonNull(member);
  }

  /** A required text. */
  public @Nullable String required(String member) {
    return required(member, text -> text);
  }

  /** A required text, parsed. */
  public <T> @Nullable T required(String member, Function<String, T> parse) {
    return required(member, LONGEST_TEXT, parse);
  }

  /** A required text of at most {@code longest} characters, parsed. */
  public <T> @Nullable T required(String member, int longest, Function<String, T> parse) {
    if (!has(member)) {
      problem(member, "REQUIRED", "is required");
      return null;
    }
    return text(member, object.get(member), longest, parse);
  }

  /** An optional text. */
  public @Nullable String optional(String member) {
    return optional(member, text -> text);
  }

  /** An optional text, parsed. */
  public <T> @Nullable T optional(String member, Function<String, T> parse) {
    JsonNode node = object.get(member);
    if (node == null || node.isNull()) {
      return null;
    }
    return text(member, node, parse);
  }

  /** An optional boolean. */
  public @Nullable Boolean flag(String member) {
    JsonNode node = object.get(member);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isBoolean()) {
      problem(member, "WRONG_TYPE", "must be true or false");
      return null;
    }
    return node.booleanValue();
  }

  /** An optional integer. */
  public @Nullable Integer number(String member) {
    JsonNode node = object.get(member);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isInt()) {
      problem(member, "WRONG_TYPE", "must be a whole number");
      return null;
    }
    return node.intValue();
  }

  /** The texts of a list that must have at least one and at most {@code most} entries. */
  public List<String> requiredList(String member, int most) {
    JsonNode node = object.get(member);
    if (node == null || node.isNull() || (node.isArray() && node.isEmpty())) {
      problem(member, "REQUIRED", "is required: a list of one to " + most + " lines");
    } else if (node.size() > most) {
      problem(member, "INVALID", "must have at most " + most + " lines");
      return List.of();
    }
    return list(member, text -> text);
  }

  /** The texts of a list; a single problem does not hide the others. */
  public <T> List<T> list(String member, Function<String, T> parse) {
    JsonNode node = object.get(member);
    List<T> values = new ArrayList<>();
    if (node == null || node.isNull()) {
      return values;
    }
    if (!node.isArray()) {
      problem(member, "WRONG_TYPE", "must be a list");
      return values;
    }
    if (node.size() > MOST_ENTRIES) {
      problem(member, "INVALID", "must have at most " + MOST_ENTRIES + " entries");
      return values;
    }
    for (int i = 0; i < node.size(); i++) {
      T value = text(member + "[" + i + "]", node.get(i), parse);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** A nested object; null if it is absent or something else. */
  public @Nullable JsonMembers object(String member) {
    return object(member, "must be an object");
  }

  /** The same, with the message for any other type. */
  public @Nullable JsonMembers object(String member, String otherwise) {
    JsonNode node = object.get(member);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!(node instanceof ObjectNode inner)) {
      problem(member, "WRONG_TYPE", otherwise);
      return null;
    }
    if (inner.size() > MOST_MEMBERS) {
      problem(member, "INVALID", "must have at most " + MOST_MEMBERS + " members");
      return null;
    }
    return new JsonMembers(inner, prefix + member + ".", problems);
  }

  /** The objects of a list; a single problem does not hide the others. */
  public List<JsonMembers> objects(String member, int most) {
    JsonNode node = object.get(member);
    List<JsonMembers> objects = new ArrayList<>();
    if (node == null || node.isNull()) {
      return objects;
    }
    if (!node.isArray()) {
      problem(member, "WRONG_TYPE", "must be a list");
      return objects;
    }
    if (node.size() > most) {
      problem(member, "INVALID", "must have at most " + most + " entries");
      return objects;
    }
    for (int i = 0; i < node.size(); i++) {
      if (node.get(i) instanceof ObjectNode inner && inner.size() <= MOST_MEMBERS) {
        objects.add(new JsonMembers(inner, prefix + member + "[" + i + "].", problems));
      } else {
        problem(
            member + "[" + i + "]",
            "WRONG_TYPE",
            "must be an object of at most " + MOST_MEMBERS + " members");
      }
    }
    return objects;
  }

  /** Names of the members that have a value. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (has(name)) {
                names.add(name);
              }
            });
    return names;
  }

  /** Names of the members that are null. */
  public List<String> emptyNames() {
    List<String> names = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!has(name)) {
                names.add(name);
              }
            });
    return names;
  }

  private <T> @Nullable T text(String member, JsonNode node, Function<String, T> parse) {
    return text(member, node, LONGEST_TEXT, parse);
  }

  private <T> @Nullable T text(
      String member, JsonNode node, int longest, Function<String, T> parse) {
    if (!node.isTextual()) {
      problem(Text.printable(member), "WRONG_TYPE", "must be a text");
      return null;
    }
    try {
      String text = Text.singleLine(node.textValue(), longest);
      if (text.isEmpty()) {
        throw new InvalidValue("must not be empty");
      }
      return parse.apply(text);
    } catch (InvalidValue e) {
      problem(Text.printable(member), "INVALID", e.getMessage());
      return null;
    }
  }
}
