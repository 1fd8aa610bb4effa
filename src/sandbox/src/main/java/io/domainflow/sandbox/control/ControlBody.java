package io.domainflow.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.domainflow.sandbox.state.SandboxJson;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reads the bodies of control calls. */
final class ControlBody {

  private ControlBody() {}

  /**
   * Reads the body of a control call.
   *
   * @throws BadControl if it is not JSON
   */
  static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = SandboxJson.MAPPER.readTree(body);
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
      return SandboxJson.MAPPER.treeToValue(tree, type);
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
      throw BadControl.at(path(e), "has a value that cannot be read");
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
