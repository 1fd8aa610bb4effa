package io.domainflow.process.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.content.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A start form offers exactly what the server accepts, and asks for what each order needs. */
class StartFormChoicesTest {

  private static final Set<String> YES_OR_NO = Set.of("true", "false");

  /** The accepted values by field. */
  private static final Map<String, Set<String>> TAKEN =
      Map.of(
          "renewalMode", names(RenewalMode.values()),
          "registrantChangeMode", names(RegistrantChangeMode.values()),
          "operation", names(Operation.values()),
          "transferLock", YES_OR_NO,
          "hold", YES_OR_NO);

  private static final Set<String> OF_EVERY_ORDER =
      Set.of("reference", "account", "domain", "operation");

  @ParameterizedTest
  @MethodSource("startForms")
  void offersNothingThatTheServerDoesNotKnow(Path form) {
    for (String field : TAKEN.keySet()) {
      fields(form)
          .filter(component -> component.path("key").asText().equals(field))
          .forEach(
              component ->
                  assertThat(component.path("values"))
                      .extracting(choice -> choice.path("value").asText())
                      .as(field)
                      .isSubsetOf(TAKEN.get(field)));
    }
  }

  @ParameterizedTest
  @MethodSource("startForms")
  void asksForWhatEveryOrderNeeds(Path form) {
    List<JsonNode> needed =
        fields(form)
            .filter(component -> OF_EVERY_ORDER.contains(component.path("key").asText()))
            .toList();

    assertThat(needed).hasSizeGreaterThanOrEqualTo(3);
    assertThat(needed)
        .allSatisfy(
            field ->
                assertThat(field.at("/validate/required").asBoolean())
                    .as(field.path("key").asText())
                    .isTrue());
  }

  private static Stream<Path> startForms() throws IOException {
    try (Stream<Path> forms = Files.list(Path.of("forms"))) {
      return forms
          .filter(form -> form.getFileName().toString().endsWith("-start.form"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Stream<JsonNode> fields(Path form) {
    try {
      return within(new ObjectMapper().readTree(form.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> within(JsonNode parent) {
    return StreamSupport.stream(parent.path("components").spliterator(), false)
        .flatMap(component -> Stream.concat(Stream.of(component), within(component)));
  }

  private static Set<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }
}
