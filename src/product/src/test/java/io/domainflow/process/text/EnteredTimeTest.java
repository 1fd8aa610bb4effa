package io.domainflow.process.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time that is entered is read as it was meant, or not at all. */
class EnteredTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2027-01-13,                2027-01-13T00:00:00Z",
    "2027-01-13T10:00,          2027-01-13T10:00:00Z",
    "2027-01-13T10:00:30,       2027-01-13T10:00:30Z",
    "2027-01-13T10:00Z,         2027-01-13T10:00:00Z",
    "2027-01-13T10:00:00+01:00, 2027-01-13T09:00:00Z"
  })
  void readsIsoInUtcUnlessItSaysOtherwise(String given, Instant time) {
    assertThat(EnteredTime.of(given)).isEqualTo(time);
  }

  @Test
  void readsADateOfTheEngine() {
    assertThat(EnteredTime.of(Date.from(Instant.EPOCH))).isEqualTo(Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "13.01.2027",
        "01/13/2027",
        "2027-13-01",
        "2027-02-29",
        "2027-1-13",
        "2027",
        "20270113",
        "2027-01-13 10:00",
        "2027-01-13T25:00",
        "1/13/2027"
      })
  void refusesWhatIsNoTime(String given) {
    assertThatThrownBy(() -> EnteredTime.of(given)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> EnteredTime.of(null)).isInstanceOf(DateTimeException.class);
  }
}
