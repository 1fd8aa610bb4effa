package io.domainflow.tld;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.HashMap;
import java.util.Map;

/** Refuses a form over what is wrong with it, and says in which line and with which field. */
final class FormCheck {

  private final String file;
  private final JsonLines lines;
  private final Map<String, JsonPointer> places = new HashMap<>();

  FormCheck(String file, JsonLines lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Takes note of where a field stands in the form. */
  void fieldAt(String key, JsonPointer place) {
    places.put(key, place);
  }

  /**
   * Requires something of the form as a whole.
   *
   * @param place where that stands, as a JSON pointer
   * @param otherwise what is wrong, as a sentence that continues from the file and the line
   * @throws CatalogueFault if it is not so
   */
  void requireForm(boolean fulfilled, String place, String otherwise) {
    if (!fulfilled) {
      throw faultOfForm(place, otherwise);
    }
  }

  /** Requires something of a field as a whole. */
  void require(boolean fulfilled, String key, String otherwise) {
    require(fulfilled, key, "/key", otherwise);
  }

  /**
   * Requires something of a field.
   *
   * @param key of the field
   * @param member where in the field that stands, as a JSON pointer
   * @param otherwise what is wrong, as a sentence that continues from the field
   * @throws CatalogueFault if it is not so
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
