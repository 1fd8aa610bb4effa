package io.domainflow.ote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResponseParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison finds real differences between two answers, and only those. */
class ComparisonTest {

  private static final String DONE = "CODE=200\nDESCRIPTION=Command completed successfully\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1                     | YES                     | zero or one     | yes or no
          1                     | 1.50                    | zero or one     | decimal number
          2027-03-01 10:00:00   | 2027-03-01 10:00:00.0   | date and time   | date and time with fraction
          2027-03-01 10:00:00   | 2027-03-01              | date and time   | text
          1Y                    | 365d                    | years or months | days
          210 Available         | 210                     | code and text   | whole number
          It%20is%20a%20mark    | It is a mark            | percent encoded | text
          """)
  void aValueWrittenAnotherWayIsADifference(
      String theirs, String ours, String theirFormat, String ourFormat) {
    assertThat(
            between(
                DONE + "PROPERTY[X][0]=" + theirs + "\n", DONE + "PROPERTY[X][0]=" + ours + "\n"))
        .containsExactly(new Difference("format of X", theirFormat, ourFormat));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1                   | 0
          1                   | 57
          2027-03-01 10:00:00 | 0000-00-00 00:00:00
          1Y                  | 6M
          ACTIVE              | REQUESTEDCREATE
          12.00               |
          """)
  void ignoresAnyOtherValue(String theirs, String ours) {
    assertThat(
            between(
                DONE + "PROPERTY[X][0]=" + theirs + "\n",
                DONE + "PROPERTY[X][0]=" + (ours == null ? "" : ours) + "\n"))
        .isEmpty();
  }

  @Test
  void reportsPropertiesThatOnlyOneSideStates() {
    assertThat(
            between(
                DONE + "PROPERTY[A][0]=1\nPROPERTY[B][0]=1\nPROPERTY[C][0]=1\n",
                DONE + "PROPERTY[B][0]=1\nPROPERTY[D][0]=1\n"))
        .containsExactly(new Difference("properties only one of them states", "A, C", "D"));
  }

  @Test
  void anotherCodeIsTheOnlyDifference() {
    assertThat(between("CODE=545\nDESCRIPTION=Object not found\n", DONE + "PROPERTY[A][0]=1\n"))
        .containsExactly(
            new Difference(
                "code",
                "545 Object not found (refused)",
                "200 Command completed successfully (success)"));
  }

  @Test
  void namesAndNumbersInATextAreNone() {
    String text = "CODE=541\nDESCRIPTION=Invalid attribute value; %s has %d faults\n";

    assertThat(between(text.formatted("a.example", 2), text.formatted("a.example", 13))).isEmpty();
    assertThat(between(text.formatted("a.example", 2), "CODE=541\nDESCRIPTION=Invalid value\n"))
        .extracting(Difference::what)
        .containsExactly("text");
  }

  @Test
  void treatsTextsOfDifferentMeaningAsDifferent() {
    assertThat(
            between(
                "CODE=531\nDESCRIPTION=Authorization failed; Operation forbidden by ACL\n",
                "CODE=531\nDESCRIPTION=Authorization failed\n"))
        .extracting(Difference::what, Difference::ote)
        .contains(tuple("class of the code", "login refused"));
  }

  @Test
  void aPendingAnswerIsADifference() {
    assertThat(between(DONE + "PENDING=1\n", DONE))
        .containsExactly(new Difference("completeness", "PENDING=1", "complete"));
  }

  @Test
  void comparesThePropertiesThatDomainflowReads() {
    assertThat(
            Comparison.between(
                answered(DONE + "PROPERTY[MODE][0]=RENEW\n"),
                answered(DONE + "PROPERTY[MODE][0]=OTHER\n"),
                answer -> answer.first("MODE").filter("RENEW"::equals).isPresent()))
        .containsExactly(new Difference("what Domainflow reads", "true", "false"));
  }

  private static List<Difference> between(String ote, String sandbox) {
    return Comparison.between(answered(ote), answered(sandbox), answer -> "");
  }

  private static Answered<RegistrarResponse> answered(String lines) {
    return new Answered<>(
        new Cases.Raw("StatusDomain", Map.of("DOMAIN", "a.example")).said(),
        ResponseParser.parse("[RESPONSE]\n" + lines + "EOF\n"));
  }
}
