package io.domainflow.process.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.process.FormChoices;
import io.domainflow.process.FormChoices.Choice;
import io.domainflow.process.additionalfields.ServerFeel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which decisions a form offers, where that depends on the facts of its task. No engine. */
class OfferedDecisionsTest {

  private static final Path FORMS = Path.of("forms");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WORDS_OF_FEEL = Set.of("null", "or", "and", "true", "false");

  /** Form, facts of the task (with single quotes), and what is offered then. */
  private static final String OFFERED =
      """
      answer-outgoing-transfer | {'approvalPossible': true} | APPROVE DENY
      answer-outgoing-transfer | {'approvalPossible': false} | DENY
      authcode-approve | {'placedByReader': false} | APPROVE REFUSE
      authcode-approve | {'placedByReader': true} | REFUSE
      change-approve | {} | APPROVE REFUSE ASK_BACK
      change-approve | {'askedBack': 'Since when?', 'answer': 'May'} | APPROVE REFUSE ASK_BACK
      change-approve | {'approvalRefused': 'You ordered it.'} | REFUSE ASK_BACK
      change-chase | {'resendPossible': true, 'switchPossible': true} | RESEND CANCEL SWITCH_TO_AGENT
      change-chase | {'resendPossible': false, 'switchPossible': true} | CANCEL SWITCH_TO_AGENT
      change-chase | {'resendPossible': true, 'switchPossible': false} | RESEND CANCEL
      change-choice | {'optOutPossible': true} | LOCK_AT_ONCE WAIT_WITHOUT_LOCK WAIT_THEN_LOCK GIVE_UP
      change-choice | {'optOutPossible': false} | LOCK_AT_ONCE WAIT_THEN_LOCK GIVE_UP
      change-correct | {'otherChangeRuns': false} | RETRY GIVE_UP
      change-correct | {'otherChangeRuns': true} | RETRY CANCEL_PENDING GIVE_UP
      release-approve | {'placedByReader': false} | APPROVE REFUSE
      release-approve | {'placedByReader': true} | REFUSE
      transfer-chase | {'resendPossible': true} | RESEND KEEP_WAITING CANCEL
      transfer-chase | {'resendPossible': false} | KEEP_WAITING CANCEL
      transfer-setup | {'changePossible': true} | RETRY START_CHANGE LEAVE_AS_IS
      transfer-setup | {'changePossible': false} | RETRY LEAVE_AS_IS
      update-approve | {} | APPROVE REFUSE
      update-approve | {'approvalRefused': 'You ordered it.'} | REFUSE
      webhook-trouble | {'webhookDisabled': false} | REPLAY DISABLE LEAVE
      webhook-trouble | {'webhookDisabled': true} | REPLAY LEAVE
      webhook-trouble | {'webhookPaused': true} | DISABLE LEAVE
      """;

  private record Row(String form, Map<String, Object> facts, List<String> offered) {

    private static Row of(String line) {
      String[] cells = line.split("\\s*\\|\\s*", 3);
      try {
        return new Row(
            cells[0],
            JSON.readValue(cells[1].replace('\'', '"'), new TypeReference<>() {}),
            Arrays.asList(cells[2].split(" ", -1)));
      } catch (IOException e) {
        throw new IllegalArgumentException(line, e);
      }
    }
  }

  private static Stream<Row> rows() {
    return OFFERED.lines().map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void areThoseThatArePossible(Row row) throws IOException {
    assertThat(
            FormChoices.of(read(FORMS.resolve(row.form() + ".form"))).stream()
                .filter(choice -> ServerFeel.conditions().holds(choice.possible(), row.facts()))
                .map(Choice::value))
        .containsExactlyElementsOf(row.offered());
  }

  /** A form with another condition needs a row for each side of it. */
  @Test
  void areListedForEachFactThatTheyDependOn() throws IOException {
    try (Stream<Path> forms = Files.walk(FORMS)) {
      for (Path form : forms.filter(each -> each.toString().endsWith(".form")).toList()) {
        Set<String> facts =
            FormChoices.of(read(form)).stream()
                .flatMap(choice -> ServerFeel.words(choice.possible()).stream())
                .filter(word -> !WORDS_OF_FEEL.contains(word))
                .collect(Collectors.toSet());
        String name = FORMS.relativize(form).toString().replace(".form", "");
        assertThat(
                rows()
                    .filter(row -> row.form().equals(name))
                    .flatMap(row -> row.facts().keySet().stream()))
            .as(name)
            .containsAll(facts);
      }
    }
  }

  private static JsonNode read(Path form) throws IOException {
    return JSON.readTree(form.toFile());
  }
}
