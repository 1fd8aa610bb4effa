package io.domainflow.lineprotocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table lists every code with every text of the command pages. */
class ResultCodeTest {

  @ParameterizedTest
  @CsvFileSource(resources = "result-codes.tsv", delimiter = '\t', numLinesToSkip = 1)
  void everyDocumentedCodeIsThere(int code) {
    assertThat(ResultCode.of(code)).map(ResultCode::code).contains(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 201, 299, 424, 499, 559, 599, 999})
  void anUnknownCodeIsNotASuccess(int code) {
    assertThat(ResultCode.of(code)).isEmpty();
  }
}
