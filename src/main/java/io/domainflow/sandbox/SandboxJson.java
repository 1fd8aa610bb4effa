package io.domainflow.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.stream.Collectors;

/** JSON of the control calls and of the state file: strict, and apart from the application's. */
final class SandboxJson {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private SandboxJson() {}

  /**
   * Reads the body of a control call.
   *
   * @throws BadControl if it is no JSON
   */
  static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = MAPPER.readTree(body);
      if (tree == null || tree.isMissingNode()) {
        throw new BadControl("The body is empty; it must be JSON.");
      }
      return tree;
    } catch (IOException e) {
      throw new BadControl("The body is not valid JSON.");
    }
  }

  /**
   * Reads an object.
   *
   * @throws BadControl naming the member that is unknown or cannot have its value
   */
  static <T> T read(JsonNode tree, Class<T> type) {
    if (!tree.isObject()) {
      throw new BadControl("An object was expected, such as {\"…\": …}.");
    }
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (UnrecognizedPropertyException e) {
      throw new BadControl(
          "There is no member \""
              + path(e)
              + "\" here; known are "
              + e.getKnownPropertyIds().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".");
    } catch (JsonMappingException e) {
      throw new BadControl("The value of \"" + path(e) + "\" cannot be read.");
    } catch (JsonProcessingException e) {
      throw new BadControl("The body cannot be read.");
    }
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
