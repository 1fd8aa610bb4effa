package io.domainflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.NeededTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates and amounts as all pages write them, and dates as people type them. */
class SharedScriptTest {

  private static final Path SHARED =
      Path.of("src", "product", "src", "main", "resources", "pages", "shared.js");

  @TempDir private Path folder;

  @Test
  void readsADayInIsoInTheWayOfTheLocaleAndAsItIsSaidBack() throws Exception {
    assertThat(
            of(
                """
                [readDay('2027-01-13'), readDay(' 2027-1-3 '), readDay('2027/01/13'),
                  readDay('13.01.2027', 'de'), readDay('13.1.2027', 'en-US'), readDay('13. 1. 2027', 'cs'),
                  readDay('1/13/2027', 'en-US'), readDay('13/01/2027', 'en-GB'), readDay('13-1-2027', 'nl'),
                  readDay('13 January 2027'), readDay('13 jan 2027'), readDay('29 Feb 2028')]
                """))
        .isEqualTo(
            "2027-01-13 2027-01-03 2027-01-13"
                + " 2027-01-13 2027-01-13 2027-01-13"
                + " 2027-01-13 2027-01-13 2027-01-13"
                + " 2027-01-13 2027-01-13 2028-02-29");
  }

  /** The 13th month, a day that no calendar has, an order that could be another one. */
  @Test
  void readsNoDayInWhatIsNone() throws Exception {
    assertThat(
            of(
                """
                ['', 'tomorrow', '2027', '2027-13-01', '2027-02-29', '2027-01-1300', '20270113', '13.01.27',
                  '31.04.2027', '13.13.2027', '0027-01-13', '1899-12-31', '3027-01-13', '2027-01-13T10:00Z', '-13',
                  '13 Foo 2027', '13-01/2027', '2027-01-13 or so'].map((text) => readDay(text, 'en-US')).filter(Boolean).concat(
                  readDay('13/01/2027', 'en-US') || '-', readDay('1/13/2027', 'en-GB') || '-',
                  readDay('1-13-2027', 'en-US') || '-', readDay('01/02/2027', 'de') || '-')
                """))
        .isEqualTo("- - - -");
  }

  @Test
  void saysADayBackInWordsWithHowFarItIsAway() throws Exception {
    assertThat(
            of(
                """
                ['2027-01-13', '2026-12-04', '2026-12-03', '2026-12-02', '2026-11-01', '1980-05-01', '2036-12-04']
                  .map((day) => '\\n' + dayInWords(day, '2026-12-03T23:59:59Z'))
                  .concat('\\n' + dayInWords('2027-01-13', '2026-12-03T00:00:00Z', '10:00 UTC'))
                """))
        .isEqualTo(
            """
            13 January 2027, in 41 days\s
            4 December 2026, tomorrow\s
            3 December 2026, today\s
            2 December 2026, yesterday\s
            1 November 2026, 32 days ago\s
            1 May 1980, 46 years ago\s
            4 December 2036, in 10 years\s
            13 January 2027, 10:00 UTC, in 41 days""");
  }

  @Test
  void writesTimesAndAmounts() throws Exception {
    assertThat(
            of(
                """
                [time('2027-01-13T10:05:59.123Z'), day('2027-01-13T10:05:59Z'), time(null),
                  ...['1000000', '999.5', '-1234.567', '0'].map(amount), money({amount: '1000000.00', currency: 'EUR'})]
                """))
        .isEqualTo(
            "2027-01-13 10:05 2027-01-13  1,000,000.00 999.50 -1,234.567 0.00 1,000,000.00 EUR");
  }

  private String of(String list) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("shared.mjs"), Files.readString(SHARED));
    Path script = folder.resolve("of.mjs");
    Files.writeString(
        script,
        "import {amount, day, dayInWords, money, readDay, time} from './shared.mjs';\n"
            + "process.stdout.write(("
            + list
            + ").join(' '));");
    ProcessBuilder node = new ProcessBuilder("node", script.toString()).redirectErrorStream(true);
    NeededTool.require(hasNode(), "node", "Node 20");
    Process run = node.start();
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(output).isZero();
    return output.strip();
  }

  private static boolean hasNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
