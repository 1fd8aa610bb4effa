package io.domainflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class FeelConditionsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FeelConditions feel = new FeelConditions();

  /**
   * Each line is a form, a condition, variables and what form-js 1.8.7 made of them in Chromium:
   * every combination of the values that the variables can have, null and absent included; of
   * countries some that the condition names and some that it does not.
   */
  @Test
  void hidesExactlyWhatTheBrowserHides() throws IOException {
    List<String> lines = browserCases();

    assertThat(lines).hasSizeGreaterThan(800);
    assertThat(lines)
        .allSatisfy(
            line -> {
              String[] parts = line.split("\t", -1);
              assertThat(feel.holds(parts[1], variables(parts[2])))
                  .isEqualTo(parts[3].equals("hidden"));
            });
  }

  @Test
  void wasComparedWithTheBrowserOnEveryConditionOfEveryForm() throws IOException {
    Set<String> inForms = new TreeSet<>();
    for (Resource form :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:additional-fields/*.form")) {
      String name = form.getFilename().replace(".form", "");
      JSON.readTree(form.getContentAsString(StandardCharsets.UTF_8))
          .findValuesAsText("hide")
          .forEach(condition -> inForms.add(name + "\t" + condition));
    }

    assertThat(browserCases())
        .extracting(line -> line.substring(0, line.indexOf('\t', line.indexOf('\t') + 1)))
        .containsAll(inForms)
        .allMatch(inForms::contains);
  }

  @Test
  void takesAVariableThatIsNotThereForNull() {
    assertThat(feel.holds("=nobody = null", Map.of())).isTrue();
    assertThat(feel.holds("=nobody != \"A\"", Map.of())).isTrue();
  }

  @Test
  void takesWhatIsNotTrueForFalse() {
    assertThat(feel.holds("=nobody", Map.of())).isFalse();
    assertThat(feel.holds("=nobody > 3", Map.of())).isFalse();
    assertThat(feel.holds("=\"true\"", Map.of())).isFalse();
  }

  @Test
  void namesAnExpressionThatIsNotFeel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> feel.holds("=caLegalType =", Map.of()))
        .withMessageContaining("caLegalType =");
  }

  private static List<String> browserCases() throws IOException {
    return text("tld/browser-conditions.tsv").lines().toList();
  }

  private static Map<String, Object> variables(String json) throws JsonProcessingException {
    return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
  }

  private static String text(String resource) throws IOException {
    return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
  }
}
