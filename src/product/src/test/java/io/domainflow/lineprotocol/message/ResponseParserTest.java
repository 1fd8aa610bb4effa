package io.domainflow.lineprotocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {

  @Test
  void readsAnAnswerInAnyOrder() {
    RegistrarResponse response =
        ResponseParser.parse(
            """
            [RESPONSE]
            PROPERTY[EXPIRATIONDATE][0]=2027-03-01 10:00:00
            DESCRIPTION=Command completed successfully; action pending
            CODE=200
            PENDING=1

            QUEUETIME=0
            RUNTIME=0.412

            EOF
            """);

    assertThat(response.code()).isEqualTo(200);
    assertThat(response.description()).isEqualTo("Command completed successfully; action pending");
    assertThat(response.pending()).isTrue();
    assertThat(response.properties())
        .isEqualTo(Map.of("EXPIRATIONDATE", List.of("2027-03-01 10:00:00")));
  }

  @Test
  void readsTheSpacesTheDocumentsPrintAndKeysInAnyCase() {
    RegistrarResponse response =
        ResponseParser.parse(
            "\r\n[response]\r\ncode = 211\r\nDescription\t=  no \r\n"
                + " property[ Domain Check ][ 0 ] = a = b \r\nEOF");

    assertThat(response.code()).isEqualTo(211);
    assertThat(response.description()).isEqualTo("no");
    assertThat(response.pending()).isFalse();
    assertThat(response.first("DOMAINCHECK")).contains("a = b");
  }

  @Test
  void keepsAValueAtItsIndexAndAGapEmpty() {
    RegistrarResponse response =
        answer("PROPERTY[CLASS][3]=D", "PROPERTY[CLASS][1]=", "PROPERTY[X][0]=x");

    assertThat(response.properties().get("CLASS")).isEqualTo(Arrays.asList(null, "", null, "D"));
    assertThat(response.first("CLASS")).isEmpty();
    assertThat(response.at("CLASS", 1)).isEmpty();
    assertThat(response.at("CLASS", 3)).contains("D");
    assertThat(response.at("CLASS", 4)).isEmpty();
    assertThat(response.all("CLASS")).containsExactly("D");
    assertThat(response.all("UNKNOWN")).isEmpty();
  }

  @Test
  void skipsWhatNobodyKnowsAndEverythingAfterTheEnd() {
    RegistrarResponse response =
        ResponseParser.parse(
            "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\nNEW=1\nno key\n=x\nPROPERTY[X]=1\nEOF\nCODE=999\n");

    assertThat(response).isEqualTo(new RegistrarResponse(200, "ok", false, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "CODE=200\nDESCRIPTION=ok\nEOF\n",
        "<html><body>[RESPONSE] CODE=200 EOF</body></html>",
        "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\n",
        "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\nEO",
        "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\nX=EOF",
        "[RESPONSE]\nDESCRIPTION=ok\nEOF\n",
        "[RESPONSE]\nCODE=200\nEOF\n",
        "[RESPONSE]\nCODE=\nDESCRIPTION=ok\nEOF\n",
        "[RESPONSE]\nCODE=OK\nDESCRIPTION=ok\nEOF\n",
        "[RESPONSE]\nCODE=2000\nDESCRIPTION=ok\nEOF\n",
        "[RESPONSE]\nCODE=-20\nDESCRIPTION=ok\nEOF\n",
        "[RESPONSE]\nCODE=200\nCODE=545\nDESCRIPTION=ok\nEOF\n",
        "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\nDESCRIPTION=no\nEOF\n",
        "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\nPROPERTY[X][999999999]=1\nEOF\n",
        "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\nPROPERTY[X][10001]=1\nEOF\n"
      })
  void refusesAnIncompleteAnswer(String text) {
    assertThatExceptionOfType(MalformedResponse.class).isThrownBy(() -> ResponseParser.parse(text));
  }

  @Test
  void takesNoControlCharactersAndNoEndlessDescription() {
    RegistrarResponse response =
        ResponseParser.parse(
            "[RESPONSE]\nCODE=200\nDESCRIPTION="
                + "x".repeat(50_000)
                + "\nPROPERTY[CITY][0]=Ber\u0000lin\u001b[2J\u009b\tM\u202Eitte\nEOF\n");

    assertThat(response.first("CITY")).contains("Ber\uFFFDlin\uFFFD[2J\uFFFD\tM\uFFFDitte");
    assertThat(response.description()).hasSize(10_001);
  }

  @Test
  void countsADateBeyondEveryCalendarAsAbsent() {
    RegistrarResponse response =
        answer(
            "PROPERTY[A][0]=+999999999-01-01 00:00:00",
            "PROPERTY[B][0]=-0001-01-01 00:00:00",
            "PROPERTY[C][0]=9999-12-31 23:59:59",
            "PROPERTY[D][0]=0001-01-01 00:00:00",
            "PROPERTY[E][0]=0000-12-31 23:59:59");

    assertThat(response.instant("A")).isEmpty();
    assertThat(response.instant("B")).isEmpty();
    assertThat(response.instant("C")).isPresent();
    assertThat(response.instant("D")).isPresent();
    assertThat(response.instant("E")).isEmpty();
  }

  @Test
  void refusesManyListsThatAreLongOnlyByTheirIndex() {
    String[] lines =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "PROPERTY[P" + i + "][10000]=x")
            .toArray(String[]::new);

    assertThatExceptionOfType(MalformedResponse.class).isThrownBy(() -> answer(lines));
  }

  @Test
  void readsAsManyValuesAsAnAnswerMayHaveAndNotOneMore() {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> lines.add("PROPERTY[P" + i + "][9999]=x"));

    assertThat(answer(lines.toArray(String[]::new)).properties()).hasSize(20);

    lines.add("PROPERTY[Q][0]=x");
    assertThatExceptionOfType(MalformedResponse.class)
        .isThrownBy(() -> answer(lines.toArray(String[]::new)));
  }

  @Test
  void countsEachValueOfAListOnce() {
    String[] lines =
        IntStream.range(0, 1_000).mapToObj(i -> "PROPERTY[X][" + i + "]=x").toArray(String[]::new);

    assertThat(answer(lines).all("X")).hasSize(1_000);
  }

  @Test
  void skipsAnIndexThatIsNoNumberOfAnyUse() {
    assertThat(answer("PROPERTY[X][99999999999999999999]=1", "PROPERTY[X][-1]=1").properties())
        .isEmpty();
  }

  @Property(tries = 2_000)
  void readsBackWhateverAServerWrites(
      @ForAll("properties") Map<String, List<String>> properties,
      @ForAll boolean pending,
      @ForAll boolean spaces,
      @ForAll boolean windows,
      @ForAll Random random) {
    String equals = spaces ? " = " : "=";
    List<String> lines =
        properties.entrySet().stream()
            .flatMap(
                entry ->
                    IntStream.range(0, entry.getValue().size())
                        .mapToObj(
                            i ->
                                "PROPERTY[%s][%d]%s%s"
                                    .formatted(entry.getKey(), i, equals, entry.getValue().get(i))))
            .collect(Collectors.toList());
    lines.add("CODE" + equals + "200");
    lines.add("DESCRIPTION" + equals + "done; a=b");
    lines.add("PENDING" + equals + (pending ? "1" : "0"));
    Collections.shuffle(lines, random);
    String end = windows ? "\r\n" : "\n";

    RegistrarResponse response =
        ResponseParser.parse("[RESPONSE]" + end + String.join(end, lines) + end + "EOF" + end);

    assertThat(response).isEqualTo(new RegistrarResponse(200, "done; a=b", pending, properties));
  }

  @Property(tries = 10_000)
  void anyInputGivesAnAnswerOrATypedErrorOfBoundedSize(@ForAll("tampered") String text) {
    RegistrarResponse response;
    try {
      response = ResponseParser.parse(text);
    } catch (MalformedResponse e) {
      assertThat(e.getMessage()).startsWith("the answer ").doesNotContain("canary");
      return;
    }

    assertThat(response.code()).isBetween(0, 999);
    assertThat(response.description()).isNotNull();
    assertThat(response.properties().values().stream().mapToInt(List::size).sum())
        .isLessThanOrEqualTo(200_000);
    assertThat(response.properties().keySet()).allMatch(Objects::nonNull);
  }

  @Provide
  Arbitrary<Map<String, List<String>>> properties() {
    Arbitrary<String> name =
        Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> value =
        Arbitraries.strings().withCharRange('!', '~').withChars('ä', 'ß', '漢').ofMaxLength(20);
    return Arbitraries.maps(name, value.list().ofMinSize(1).ofMaxSize(5)).ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> tampered() {
    Arbitrary<String> line =
        Arbitraries.oneOf(
            Arbitraries.of(
                "[RESPONSE]",
                "CODE=200",
                "CODE=",
                "CODE=0x1",
                "DESCRIPTION=canary",
                "EOF",
                "EO",
                "PENDING=1",
                "PROPERTY[X][0]=canary",
                "PROPERTY[X][10000]=1",
                "PROPERTY[Y][10000]=1",
                "PROPERTY[X][10001]=1",
                "PROPERTY[X][2147483648]=1",
                "PROPERTY[X][-1]=1",
                "PROPERTY[][0]=1",
                "PROPERTY[X[0]][1]=1",
                "PROPERTY[X][",
                "=",
                "==",
                "\0",
                "\u2028"),
            Arbitraries.integers().between(0, 100).map(i -> "PROPERTY[P" + i + "][9999]=x"),
            Arbitraries.strings().ofMaxLength(10));
    return line.list()
        .ofMaxSize(40)
        .map(lines -> String.join("\n", lines))
        .flatMap(
            text ->
                Arbitraries.of(
                    text,
                    "[RESPONSE]\n" + text,
                    "[RESPONSE]\nCODE=200\nDESCRIPTION=canary\n" + text + "\nEOF"));
  }

  private static RegistrarResponse answer(String... lines) {
    return ResponseParser.parse(
        "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\n" + String.join("\n", lines) + "\nEOF\n");
  }
}
