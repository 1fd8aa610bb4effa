package io.domainflow.order.intake;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.wanted.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The members of an order are read with all of their problems, each at its place. */
class OrderFieldsTest {

  @Test
  void aListHasNoMoreEntriesThanItMay() {
    OrderFields fields = fields("{'two': [{}, {}], 'three': [{}, {}, {}], 'text': 'x'}");

    assertThat(fields.objects("two", 2)).hasSize(2);
    assertThat(fields.objects("none", 2)).isEmpty();
    assertThat(problems(fields)).isEmpty();
    assertThat(fields.objects("three", 2)).isEmpty();
    assertThat(fields.objects("text", 2)).isEmpty();
    assertThat(problems(fields)).containsExactly("three INVALID", "text WRONG_TYPE");
  }

  @Test
  void anEntryThatIsNoObjectDoesNotHideTheOthers() {
    OrderFields fields = fields("{'list': [{'a': ''}, 1, {'a': 'x'}]}");

    List<OrderFields> entries = fields.objects("list", 3);

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
    OrderFields fields = fields(object);

    fields.requiredList("lines", 2);

    assertThat(problems(fields)).containsExactly(problem);
  }

  @Test
  void aMemberOfNullIsMentionedAndHasNoValue() {
    OrderFields fields = fields("{'a': null, 'b': 'x'}");

    assertThat(fields.mentions("a")).isTrue();
    assertThat(fields.has("a")).isFalse();
    assertThat(fields.names()).containsExactly("b");
    assertThat(fields.emptyNames()).containsExactly("a");
    fields.refuseUnknown(Set.of("a"));
    assertThat(problems(fields)).containsExactly("b UNKNOWN_MEMBER");
  }

  @ParameterizedTest
  @CsvSource({
    "RESTORE, period, true",
    "RESTORE, acceptPrice, false",
    "RESTORE, renewalMode, false",
    "RENEW, period, false",
    "RENEW, renewalMode, true",
    "DELETE, acceptPrice, true",
    "CANCEL, period, true",
    "CHANGE_REGISTRANT, registrant, false",
    "CHANGE_REGISTRANT, nameservers, true",
    "UPDATE, nameservers, false",
    "UPDATE, registrant, true",
    "REGISTER, registrant, false"
  })
  void anOperationTakesOnlyItsMembers(Operation operation, String member, boolean refused) {
    OrderFields fields = fields("{'%s': {}}".formatted(member));

    OrderMembers.refuseForeign(fields, operation);

    assertThat(problems(fields).contains(member + " NOT_OFFERED")).isEqualTo(refused);
  }

  @Test
  void aMemberOfAnotherOperationIsRefusedEvenIfItIsNull() {
    OrderFields fields = fields("{'authCode': null}");
    OrderMembers.refuseUnknown(fields, Operation.REGISTER);
    assertThat(problems(fields)).containsExactly("authCode NOT_OFFERED");

    OrderFields unknown = fields("{'authCode': null}");
    OrderMembers.refuseUnknown(unknown, null);
    assertThat(problems(unknown)).isEmpty();
  }

  @Test
  void aProblemIsListedOnceAndNoMoreThanFiftyAre() {
    ObjectNode object = new JsonMapper().createObjectNode();
    IntStream.range(0, 60_000).forEach(i -> object.put("m" + i, i));
    OrderFields fields = new OrderFields(object);

    fields.required("m7");
    fields.required("m7");
    fields.refuseUnknown(Set.of());

    assertThat(problems(fields)).hasSize(50).startsWith("m7 WRONG_TYPE", "m0 UNKNOWN_MEMBER");
    assertThat(fields.problems().more()).isEqualTo(59_951);
    assertThat(new OrderRejected(fields.problems()).getMessage())
        .startsWith("m7 must be a text; m0 is not a member here; ")
        .endsWith("; m48 is not a member here; and 59951 more")
        .hasSizeLessThan(5_000);
  }

  @Test
  void whatIsLargerThanAnyRequestNeedsIsNotRead() {
    String members =
        IntStream.rangeClosed(0, OrderFields.MOST_MEMBERS)
            .mapToObj("'m%d': null"::formatted)
            .collect(joining(", ", "{", "}"));
    String entries =
        IntStream.rangeClosed(0, OrderFields.MOST_ENTRIES)
            .mapToObj("'e%d'"::formatted)
            .collect(joining(", ", "[", "]"));
    OrderFields fields =
        fields("{'object': %s, 'list': %s, 'objects': [%s]}".formatted(members, entries, members));

    assertThat(fields.object("object")).isNull();
    assertThat(fields.list("list", text -> text)).isEmpty();
    assertThat(fields.objects("objects", 1)).isEmpty();

    assertThat(problems(fields))
        .containsExactly("object INVALID", "list INVALID", "objects[0] WRONG_TYPE");
  }

  private static List<String> problems(OrderFields fields) {
    return fields.problems().listed().stream()
        .map(problem -> problem.field() + " " + problem.code())
        .toList();
  }

  private static OrderFields fields(String object) {
    try {
      return new OrderFields((ObjectNode) new JsonMapper().readTree(object.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(object, e);
    }
  }
}
