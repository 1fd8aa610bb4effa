package io.domainflow.json;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The members of an object are read with all of their problems, each at its place. */
class JsonMembersTest {

  @Test
  void aListHasNoMoreEntriesThanItMay() {
    JsonMembers fields = fields("{'two': [{}, {}], 'three': [{}, {}, {}], 'text': 'x'}");

    assertThat(fields.objects("two", 2)).hasSize(2);
    assertThat(fields.objects("none", 2)).isEmpty();
    assertThat(problems(fields)).isEmpty();
    assertThat(fields.objects("three", 2)).isEmpty();
    assertThat(fields.objects("text", 2)).isEmpty();
    assertThat(problems(fields)).containsExactly("three INVALID", "text WRONG_TYPE");
  }

  @Test
  void anEntryThatIsNoObjectDoesNotHideTheOthers() {
    JsonMembers fields = fields("{'list': [{'a': ''}, 1, {'a': 'x'}]}");

    List<JsonMembers> entries = fields.objects("list", 3);

    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).required("a")).isNull();
    assertThat(entries.get(1).required("a")).isEqualTo("x");
    assertThat(problems(fields)).containsExactly("list[1] WRONG_TYPE", "list[0].a INVALID");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{}                           | lines REQUIRED",
        "{'lines': null}              | lines REQUIRED",
        "{'lines': []}                | lines REQUIRED",
        "{'lines': ['a', 'b', 'c']}   | lines INVALID",
        "{'lines': ['']}              | lines[0] INVALID",
        "{'lines': 'a'}               | lines WRONG_TYPE"
      })
  void aRequiredListHasOneLineOrMore(String object, String problem) {
    JsonMembers fields = fields(object);

    fields.requiredList("lines", 2);

    assertThat(problems(fields)).containsExactly(problem);
  }

  @Test
  void aMemberOfNullIsMentionedAndHasNoValue() {
    JsonMembers fields = fields("{'a': null, 'b': 'x'}");

    assertThat(fields.mentions("a")).isTrue();
    assertThat(fields.has("a")).isFalse();
    assertThat(fields.names()).containsExactly("b");
    assertThat(fields.emptyNames()).containsExactly("a");
    fields.refuseUnknown(Set.of("a"));
    assertThat(problems(fields)).containsExactly("b UNKNOWN_MEMBER");
  }

  @Test
  void aProblemIsListedOnceAndNoMoreThanFiftyAre() {
    ObjectNode object = new JsonMapper().createObjectNode();
    IntStream.range(0, 60_000).forEach(i -> object.put("m" + i, i));
    JsonMembers fields = new JsonMembers(object);

    fields.required("m7");
    fields.required("m7");
    fields.refuseUnknown(Set.of());

    assertThat(problems(fields)).hasSize(50).startsWith("m7 WRONG_TYPE", "m0 UNKNOWN_MEMBER");
    assertThat(fields.problems().more()).isEqualTo(59_951);
  }

  @Test
  void whatIsLargerThanAnyRequestNeedsIsNotRead() {
    String members =
        IntStream.rangeClosed(0, JsonMembers.MOST_MEMBERS)
            .mapToObj("'m%d': null"::formatted)
            .collect(joining(", ", "{", "}"));
    String entries =
        IntStream.rangeClosed(0, JsonMembers.MOST_ENTRIES)
            .mapToObj("'e%d'"::formatted)
            .collect(joining(", ", "[", "]"));
    JsonMembers fields =
        fields("{'object': %s, 'list': %s, 'objects': [%s]}".formatted(members, entries, members));

    assertThat(fields.object("object")).isNull();
    assertThat(fields.list("list", text -> text)).isEmpty();
    assertThat(fields.objects("objects", 1)).isEmpty();

    assertThat(problems(fields))
        .containsExactly("object INVALID", "list INVALID", "objects[0] WRONG_TYPE");
  }

  private static List<String> problems(JsonMembers fields) {
    return fields.problems().listed().stream()
        .map(problem -> problem.field() + " " + problem.code())
        .toList();
  }

  private static JsonMembers fields(String object) {
    try {
      return new JsonMembers((ObjectNode) new JsonMapper().readTree(object.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(object, e);
    }
  }
}
