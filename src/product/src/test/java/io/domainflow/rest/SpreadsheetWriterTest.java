package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetWriterTest {

  /** However a spreadsheet splits the row, no cell begins like a formula. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        " =1+1",
        "\t=1+1",
        "＝1+1",
        "Shop;=1+1",
        "Shop; =1+1",
        "Shop;\"=1+1",
        "Shop;;@SUM(1)",
        "Shop|+1",
        "Shop\t-1",
        "Shop\r\n=1+1"
      })
  void writesNoFormula(String text) {
    assertThat(written(text).split("[,;|\\t\\r\\n]"))
        .allMatch(cell -> cell.replaceAll("^[\\s\"]+", "").matches("(?s)([^=+\\-@＝＋－＠].*)?"));
  }

  @Test
  void keepsACellWithASemicolonTogether() {
    assertThat(written("Shop;=1+1")).isEqualTo("text,end\r\n\"Shop;'=1+1\",end\r\n");
  }

  @Test
  void leavesOtherTextAsItIs() {
    assertThat(written("Müller & Co. - a+b=c"))
        .isEqualTo("text,end\r\nMüller & Co. - a+b=c,end\r\n");
  }

  private static String written(String text) {
    return new Table().text(text);
  }

  private static final class Table extends SpreadsheetWriter<String> {

    Table() {
      super(String.class);
    }

    @Override
    protected String fileName(String answer) {
      return "table";
    }

    @Override
    protected Stream<String> columns(String answer) {
      return Stream.of("text", "end");
    }

    @Override
    protected Stream<Stream<String>> rows(String answer) {
      return Stream.of(Stream.of(SpreadsheetCell.harmless(answer), "end"));
    }
  }
}
