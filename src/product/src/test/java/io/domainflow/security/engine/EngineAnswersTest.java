package io.domainflow.security.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

class EngineAnswersTest {

  private static final EngineAnswers.OfTheEngine ANSWERS = new EngineAnswers.OfTheEngine();

  @Test
  void whatIsHungOnTheEnginesRowsMeanwhileIsAConflictInWords() {
    ProcessEngineException called =
        new ProcessEngineException(
            "ENGINE-03004 DELETE ExecutionEntity",
            new SQLException(
                "update or delete on table \"act_ru_execution\" violates foreign key constraint"
                    + " \"act_fk_exe_super\"",
                "23503"));

    assertThat(ANSWERS.isMappable(called)).isTrue();
    Response answer = ANSWERS.toResponse(called);

    assertThat(answer.getStatus()).isEqualTo(409);
    JsonNode body = new ObjectMapper().valueToTree(answer.getEntity());
    assertThat(body.get("message").asText())
        .isEqualTo(
            "Somebody else has changed it at the same time. Nothing was changed; try again.");
  }

  @Test
  void aValueThatTheDatabaseCannotHoldIsABadRequestInWords() {
    ProcessEngineException refused =
        new ProcessEngineException(
            "ENGINE-03004 SELECT TaskEntity",
            new SQLException("invalid byte sequence for encoding \"UTF8\": 0x00", "22021"));

    assertThat(ANSWERS.isMappable(refused)).isTrue();
    Response answer = ANSWERS.toResponse(refused);

    assertThat(answer.getStatus()).isEqualTo(400);
    JsonNode body = new ObjectMapper().valueToTree(answer.getEntity());
    assertThat(body.get("message").asText())
        .startsWith("A value is not possible")
        .doesNotContain("ENGINE", "SELECT");
  }

  @Test
  void whatTheDatabaseRefusesOtherwiseIsLeftAsItIs() {
    assertThat(
            ANSWERS.isMappable(
                new ProcessEngineException("no", new SQLException("null value", "23502"))))
        .isFalse();
  }
}
