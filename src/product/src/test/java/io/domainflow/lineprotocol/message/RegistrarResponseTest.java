package io.domainflow.lineprotocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrarResponseTest {

  @ParameterizedTest
  @ValueSource(strings = {"2027-03-01 10:00:00", "2027-03-01 10:00:00.0"})
  void readsADateAsUtc(String text) {
    assertThat(with(text).instant("P")).contains(Instant.parse("2027-03-01T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0000-00-00 00:00:00", "2027-02-30 10:00:00", "2027-03-01", "tomorrow"})
  void hasNoDateWhereTheRegistrarStatesNone(String text) {
    assertThat(with(text).instant("P")).isEmpty();
    assertThat(with(text).instant("OTHER")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,true", "0,false", "YES,true", "no,false"})
  void readsYesAndNo(String text, boolean value) {
    assertThat(with(text).flag("P")).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UNKNOWN", "2"})
  void isUnknownIfTheRegistrarDoesNotKnowEither(String text) {
    assertThat(with(text).flag("P")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Authorization failed; Operation forbidden by ACL', 'Operation forbidden by ACL'",
    "'a;b;c', 'b;c'",
    "'no detail', ''",
    "'empty detail; ', ''"
  })
  void splitsTheDetailFromTheGeneralText(String description, String detail) {
    assertThat(new RegistrarResponse(200, description, false, Map.of()).detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource({"abc, abc", "abcd, abc…", "ab😀, ab…", "'', ''"})
  void cutsATextOnlyWhereItIsTooLong(String text, String cut) {
    assertThat(RegistrarResponse.cut(text, 3)).isEqualTo(cut);
  }

  @Test
  void doesNotPrintValues() {
    assertThat(new RegistrarResponse(200, "for canary", false, Map.of("AUTH", List.of("canary"))))
        .hasToString("RegistrarResponse[200, [AUTH]]");
  }

  private static RegistrarResponse with(String value) {
    return new RegistrarResponse(200, "ok", false, Map.of("P", List.of(value)));
  }
}
