package io.domainflow.ispapi.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.protocol.ResultCode.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table lists every code with every text of the command pages, and what we make of it. */
class ResultCodeTest {

  @ParameterizedTest
  @CsvFileSource(resources = "result-codes.tsv", delimiter = '\t', numLinesToSkip = 1)
  void everyDocumentedCodeHasAMeaning(int code, String description, Kind query, Kind mutation) {
    assertThat(ResultCode.of(code)).isPresent();
    assertThat(ResultCode.kindOf(answer(code, description), false)).isEqualTo(query);
    assertThat(ResultCode.kindOf(answer(code, description), true)).isEqualTo(mutation);
  }

  @ParameterizedTest
  @EnumSource
  void aQuestionLeavesNothingInDoubt(ResultCode code) {
    assertThat(ResultCode.kindOf(answer(code.code(), code.text()), false))
        .isNotEqualTo(Kind.IN_DOUBT);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 201, 299, 424, 499, 551, 599, 999})
  void aCodeNobodyKnowsLeavesAMutationInDoubt(int code) {
    assertThat(ResultCode.of(code)).isEmpty();
    assertThat(ResultCode.kindOf(answer(code, "Something new"), true)).isEqualTo(Kind.IN_DOUBT);
    assertThat(ResultCode.kindOf(answer(code, "Something new"), false)).isEqualTo(Kind.TRY_LATER);
  }

  @Test
  void aPendingAnswerIsASuccess() {
    IspapiResponse pending = new IspapiResponse(200, "Command completed", true, Map.of());

    assertThat(ResultCode.kindOf(pending, true)).isEqualTo(Kind.SUCCESS);
  }

  private static IspapiResponse answer(int code, String description) {
    return new IspapiResponse(code, description, false, Map.of());
  }
}
