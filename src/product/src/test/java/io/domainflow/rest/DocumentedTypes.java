package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The specification documents exactly the members and values of the code. Each package lists its
 * own, because they are private to it.
 */
public abstract class DocumentedTypes {

  protected final OpenApi api = OpenApi.read();

  /** Closed lists, by the name of their schema. */
  protected Map<String, Class<? extends Enum<?>>> closedLists() {
    return Map.of();
  }

  /** Objects in answers, by the name of their schema. */
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.of();
  }

  @TestFactory
  Stream<DynamicTest> hasTheValuesOfTheCode() {
    return each(
        closedLists(),
        (schema, type) ->
            assertThat(api.values(schema)).containsExactlyElementsOf(OpenApi.constants(type)));
  }

  @TestFactory
  Stream<DynamicTest> hasASentenceForEveryValue() {
    return each(
        closedLists(),
        (schema, type) ->
            assertThat(api.schema(schema).path("description").asText().lines())
                .filteredOn(line -> line.startsWith("- "))
                .extracting(line -> line.substring(2, line.indexOf(':')))
                .containsExactlyElementsOf(OpenApi.constants(type)));
  }

  @TestFactory
  Stream<DynamicTest> hasTheMembersOfEveryAnswer() {
    return each(
        objectsInAnswers(),
        (schema, type) ->
            assertThat(api.members(schema))
                .containsExactlyElementsOf(
                    Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()));
  }

  private static <T> Stream<DynamicTest> each(
      Map<String, Class<? extends T>> types, BiConsumer<String, Class<? extends T>> holds) {
    return types.entrySet().stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getKey(), () -> holds.accept(type.getKey(), type.getValue())));
  }
}
