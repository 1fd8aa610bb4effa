package io.domainflow.tld;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Finds the lines of values in a JSON text, for messages. */
final class JsonLines {

  private final Map<JsonPointer, Integer> lines = new HashMap<>();

  /**
   * Reads a text.
   *
   * @throws IOException if this is not JSON
   */
  JsonLines(String json, ObjectMapper mapper) throws IOException {
    try (JsonParser parser = mapper.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        // The line of a member is that of its name, which comes first.
        lines.putIfAbsent(
            parser.getParsingContext().pathAsPointer(), parser.currentTokenLocation().getLineNr());
      }
    }
  }

  /**
   * The line of a value, counted from 1; for a missing value the line of the object that lacks it.
   */
  int of(JsonPointer value) {
    JsonPointer at = value;
    while (!lines.containsKey(at)) {
      at = at.head();
    }
    return lines.get(at);
  }
}
