package io.domainflow.lineprotocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTextTest {

  @Test
  void writesOneLinePerParameterWithoutALastLineBreak() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", "example.com");
    parameters.put("X-CA-LEGALTYPE", "a=b; c");
    parameters.put("NAMESERVER0", "");

    assertThat(CommandText.encode("ModifyDomain", parameters))
        .isEqualTo("COMMAND=ModifyDomain\nDOMAIN=example.com\nX-CA-LEGALTYPE=a=b; c\nNAMESERVER0=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nCOMMAND=DeleteDomain",
        "a\rb",
        "\u0000",
        "\u0085",
        "\u2028",
        "\u2029",
        "\ud800"
      })
  void refusesAValueThatIsMoreThanOneLineAndDoesNotRepeatIt(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandText.encode("AddDomain", Map.of("DOMAIN", value)))
        .withMessage("Parameter DOMAIN must be one line without control characters.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "domain", "DOMAIN=x", "DOMAIN\n", "PROPERTY[X][0]", "X Y", "Ä", "COMMAND"})
  void refusesAKeyThatIsNotAParameterName(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandText.encode("AddDomain", Map.of(key, "x")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Add Domain", "AddDomain\nDOMAIN=x", "A=B"})
  void refusesANameThatIsNotACommand(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> CommandText.encode(name, Map.of()));
  }

  @Test
  void refusesAMissingValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandText.encode("AddDomain", Collections.singletonMap("DOMAIN", null)))
        .withMessage("Parameter DOMAIN has no value.");
  }

  @Property(tries = 10_000)
  void anyValueStaysOnItsLineOrIsRefused(@ForAll("hostile") List<String> values) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      parameters.put("FIELD" + i, values.get(i));
    }

    String text;
    try {
      text = CommandText.encode("AddDomain", parameters);
    } catch (IllegalArgumentException e) {
      assertThat(values).anyMatch(value -> !value.matches("[^\\p{Cc}\u2028\u2029\ud800]*"));
      return;
    }

    List<String> expected = new ArrayList<>(List.of("COMMAND=AddDomain"));
    parameters.forEach((key, value) -> expected.add(key + "=" + value));
    assertThat(text.split("\\R", -1)).containsExactlyElementsOf(expected);
  }

  @Property(tries = 10_000)
  void anyKeyIsEitherValidOrRefused(@ForAll("hostileText") String key) {
    String text;
    try {
      text = CommandText.encode("AddDomain", Map.of(key, "value"));
    } catch (IllegalArgumentException e) {
      return;
    }

    assertThat(key).matches("[A-Z0-9-]+").isNotEqualTo("COMMAND");
    assertThat(text).isEqualTo("COMMAND=AddDomain\n" + key + "=value");
  }

  @Provide
  Arbitrary<List<String>> hostile() {
    return hostileText().list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> hostileText() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "\n",
                "\r",
                "\r\n",
                "=",
                "EOF",
                "COMMAND=DeleteDomain",
                "PROPERTY[X][0]=1",
                "\0",
                "\u0085",
                "\u2028",
                "\u2029",
                "\u000b",
                "\f",
                "\t",
                "\ud800",
                "%0A",
                "&s_login=x"),
            Arbitraries.strings().withCharRange('A', 'Z').ofMaxLength(5),
            Arbitraries.strings()
                .ofMaxLength(5)
                .filter(text -> !text.matches("(?s).*[\ud800-\udfff].*")));
    return piece.list().ofMinSize(1).ofMaxSize(4).map(pieces -> String.join("", pieces));
  }
}
