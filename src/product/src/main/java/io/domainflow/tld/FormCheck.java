package io.domainflow.tld;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.HashMap;
import java.util.Map;

/** Refuses a faulty form, naming the line and the field. */
final class FormCheck {

  private final String file;
  private final JsonLines lines;
  private final Map<String, JsonPointer> places = new HashMap<>();

  FormCheck(String file, JsonLines lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Remembers the position of a field in the form. */
  void fieldAt(String key, JsonPointer place) {
    places.put(key, place);
  }

  /**
   * Checks a requirement of the form as a whole.
   *
   * @param place its location, as a JSON pointer
   * @param otherwise the fault, as a sentence that continues from the file and the line
   * @throws CatalogueFault if the requirement is not met
   */
  void requireForm(boolean fulfilled, String place, String otherwise) {
    if (!fulfilled) {
      throw faultOfForm(place, otherwise);
    }
  }

  /** Checks a requirement of a field as a whole. */
  void require(boolean fulfilled, String key, String otherwise) {
    require(fulfilled, key, "/key", otherwise);
  }

  /**
   * Checks a requirement of a field.
   *
   * @param key of the field
   * @param member the location within the field, as a JSON pointer
   * @param otherwise the fault, as a sentence that continues from the field
   * @throws CatalogueFault if the requirement is not met
   */
  void require(boolean fulfilled, String key, String member, String otherwise) {
    if (!fulfilled) {
      throw fault(key, member, otherwise);
    }
  }

  CatalogueFault faultOfForm(String place, String what) {
    return new CatalogueFault(at(JsonPointer.compile(place)) + what);
  }

  CatalogueFault fault(String key, String member, String what) {
    return new CatalogueFault(at(key, member) + what);
  }

  CatalogueFault fault(String key, String member, String what, Throwable cause) {
    return new CatalogueFault(at(key, member) + what, cause);
  }

  /** The location of a member of a field, or of the field if the member is missing. */
  private String at(String key, String member) {
    JsonPointer place =
        places.getOrDefault(key, JsonPointer.empty()).append(JsonPointer.compile(member));
    return at(place) + "field " + (key.isEmpty() ? "without key" : key) + " ";
  }

  private String at(JsonPointer place) {
    return "%s, line %d: ".formatted(file, lines.of(place));
  }
}
