package io.domainflow.tld;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** In which line of a JSON text its values stand, for messages. */
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
        // A member stands where its name does, which comes first.
        lines.putIfAbsent(
            parser.getParsingContext().pathAsPointer(), parser.currentTokenLocation().getLineNr());
      }
    }
  }

  /**
   * The line of a value, counted from 1; of one that is not there that of what it is missing in.
   */
  int of(JsonPointer value) {
    JsonPointer at = value;
    while (!lines.containsKey(at)) {
      at = at.head();
    }
    return lines.get(at);
  }
}
