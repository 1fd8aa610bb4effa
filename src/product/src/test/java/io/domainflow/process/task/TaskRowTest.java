package io.domainflow.process.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.process.text.CallerInstructions;
import org.junit.jupiter.api.Test;

/** A row of the task list shows only what fits in it. */
class TaskRowTest {

  @Test
  void keepsAShortSentence() {
    String text = "example.com is a premium name: accept the price with «acceptPrice»";

    assertThat(TaskRow.sentence(text)).isEqualTo(text);
  }

  @Test
  void leavesOutWhatTheRegistrarSays() {
    assertThat(TaskRow.sentence("the registrar refuses it: «no phone +49.301234567». Nothing"))
        .isEqualTo("the registrar refuses it: «…». Nothing");
    assertThat(TaskRow.sentence("the registrar refuses it: «Lovelace». Nothing"))
        .as("a single word may be a name")
        .isEqualTo("the registrar refuses it: «…». Nothing");
  }

  @Test
  void endsWithAWholeSentence() {
    String first = "a".repeat(150) + ".";

    assertThat(TaskRow.sentence(first + " " + "b".repeat(100))).isEqualTo(first);
  }

  @Test
  void endsWithASentenceThatSaysEnough() {
    String first = "a".repeat(40) + ".";
    String tooShort = "a".repeat(39) + ".";

    assertThat(TaskRow.sentence(first + " " + "b".repeat(TaskRow.LONGEST))).isEqualTo(first);
    assertThat(TaskRow.sentence(tooShort + " word".repeat(60))).endsWith("word…");
  }

  @Test
  void leavesWholeWhatJustFits() {
    String longest = "a".repeat(TaskRow.LONGEST);

    assertThat(TaskRow.sentence(longest)).isEqualTo(longest);
  }

  @Test
  void cutsALongSentenceBetweenWords() {
    assertThat(TaskRow.sentence("word ".repeat(60)))
        .hasSizeLessThanOrEqualTo(TaskRow.LONGEST)
        .endsWith("word…");
  }

  @Test
  void leavesOutWhatCallersOfTheOrderApiAreTold() {
    assertThat(
            TaskRow.sentence(
                "a.com cannot be transferred yet: it is locked. Nothing was bought. Give new values"
                    + " as input"
                    + CallerInstructions.orAnOperator("decides")))
        .isEqualTo("a.com cannot be transferred yet: it is locked. Nothing was bought.");
  }
}
