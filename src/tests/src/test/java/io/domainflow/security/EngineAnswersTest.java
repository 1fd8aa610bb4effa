package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine's REST API explains requests that the engine itself would report as broken. */
@DomainflowTest
class EngineAnswersTest {

  private final Caller admin;

  @Autowired
  EngineAnswersTest(@LocalServerPort int port) {
    this.admin = new Caller(port, "admin");
  }

  @Test
  void saysThatAMemberOfAGroupIsThereAlready() {
    Answer again = admin.put("/engine-rest/group/operators/members/operator", "{}");

    assertThat(again.status()).as(String.valueOf(again.body())).isEqualTo(409);
    assertThat(again.body().get("message").asText())
        .isEqualTo("It exists already. Nothing was changed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'variables': {'acceptAmount': {'value': 1e400}}",
        "'variables': {'acceptAmount': {'value': 'NaN', 'type': 'Double'}}",
        "'variables': {'domain': {'value': 'a\\u0000b'}}",
        "'skipCustomListeners': true",
        "'skipIoMappings': true"
      })
  void saysWhatIsWrongWithAStart(String members) {
    Answer refused =
        admin.post(
            "/engine-rest/process-definition/key/DomainRegistrationProcess/start",
            "{'businessKey': 'A-1', " + members + "}");

    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
    assertThat(refused.body().get("message").asText())
        .isNotEmpty()
        .doesNotContain("java", "ENGINE-", "Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'type': 'String', 'value': '[oops'| nameservers is not JSON",
        "'type': 'Json', 'value': '[oops'| nameservers is not JSON",
        "'type': 'Json', 'value': [1]| The value of a variable of type Json must be a text.",
        "'type': 'Xml', 'value': '<oops'| «nameservers» must be of type String, Boolean or Json.",
        "'type': 'Object', 'value': 'oops'| «nameservers» must be of type String, Boolean or Json.",
        "'type': 'Boolean', 'value': 'maybe'| «maybe» is not a value of type Boolean.",
        "'type': 'File', 'value': 'oops'| A value cannot be read: it does not fit its type."
      },
      quoteCharacter = '~')
  void saysWhichVariableOfAStartCannotBeRead(String variable, String words) {
    for (String way : List.of("start", "submit-form")) {
      Answer refused =
          admin.post(
              "/engine-rest/process-definition/key/DomainUpdateProcess/" + way,
              "{'businessKey': 'A-1', 'variables': {'nameservers': {" + variable + "}}}");

      assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
      assertThat(refused.body().get("message").asText())
          .contains(words)
          .doesNotContain("java", "Spin", "Serializ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'finished': [['x']]}| The member «finished» of the request cannot be read",
        "{'sorting': [{'sortOrder': {}}]}| The member «sorting.sortOrder» of the request",
        "[[]]| The body of the request is not of the form that is expected here.",
        "{'finished': tru| The body of the request is not valid JSON (line 1, column "
      },
      quoteCharacter = '~')
  void saysWhichMemberOfARequestCannotBeRead(String body, String words) {
    Answer refused = admin.post("/engine-rest/history/process-instance", body);

    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
    assertThat(refused.body().get("message").asText())
        .startsWith(words)
        .endsWith("Nothing was changed.")
        .doesNotContain("java", "com.");
  }

  @Test
  void refusesABodyThatIsNestedTooDeeply() {
    String nested = "{'variables': " + "[".repeat(60_000) + "]".repeat(60_000) + "}";

    Answer refused = admin.post("/engine-rest/task", nested);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("message").asText()).contains("nested too deeply");
  }

  /** PostgreSQL would plan each of these for more than a minute. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task | 'processVariables': [%s]",
        "task | 'orQueries': [{'processVariables': [%s]}]",
        "process-instance | 'variables': [%s]",
        "execution | 'variables': [%s]",
        "history/process-instance | 'variables': [%s]",
        "history/process-instance | 'orQueries': [{'variables': [%s]}]",
        "history/task | 'taskVariables': [%s]"
      },
      quoteCharacter = '~')
  void refusesAQueryWithHundredsOfConditions(String what, String members) {
    String conditions =
        IntStream.range(0, 300)
            .mapToObj(i -> "{'name': 'v%d', 'operator': 'eq', 'value': 'x'}".formatted(i))
            .collect(Collectors.joining(", "));

    Answer refused = admin.post("/engine-rest/" + what, "{" + members.formatted(conditions) + "}");

    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
    assertThat(refused.body().get("message").asText())
        .contains("at most 50 conditions on variables");
  }
}
