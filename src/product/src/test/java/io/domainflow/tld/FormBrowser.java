package io.domainflow.tld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.NeededTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Evaluates filled-in forms, their conditions and texts with form-js in Chromium. */
public final class FormBrowser {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DIRECTORY = Path.of("src/tests/forms");

  /**
   * The result for a form.
   *
   * @param data what is submitted, by key
   * @param errors keys of the fields with errors
   */
  record Submitted(Map<String, Object> data, List<String> errors) {}

  /** A condition that hides a field, and its variables. */
  record Condition(String hide, Map<String, Object> data) {}

  /** A text of a form, in Markdown with templates, and its variables. */
  public record Text(String text, Map<String, Object> data) {}

  /**
   * What people see of a text.
   *
   * @param elements names of the HTML elements it is made of
   */
  public record Shown(String words, List<String> elements) {}

  /** The results, in the order of the requests. */
  record Verdicts(List<Submitted> fillings, List<Boolean> conditions, List<Shown> texts) {}

  private FormBrowser() {}

  /**
   * Fills all forms in and evaluates all conditions in one browser.
   *
   * @param work directory for what goes there and back
   */
  static Verdicts verdicts(List<Filling> fillings, List<Condition> conditions, Path work)
      throws IOException, InterruptedException {
    Map<String, JsonNode> forms = new LinkedHashMap<>();
    List<Map<String, Object>> filled = new ArrayList<>();
    for (Filling filling : fillings) {
      String name = filling.form().id().replace("additional-fields-", "");
      if (!forms.containsKey(name)) {
        forms.put(name, JSON.readTree(Catalogues.resource("additional-fields/" + name + ".form")));
      }
      filled.add(Map.of("form", name, "data", filling.data()));
    }
    return ask(
        Map.of("forms", forms, "fillings", filled, "conditions", conditions, "texts", List.of()),
        work);
  }

  /**
   * Shows all texts in one browser.
   *
   * @param work directory for what goes there and back
   */
  public static List<Shown> shown(List<Text> texts, Path work)
      throws IOException, InterruptedException {
    return ask(
            Map.of(
                "forms", Map.of(), "fillings", List.of(), "conditions", List.of(), "texts", texts),
            work)
        .texts();
  }

  private static Verdicts ask(Map<String, Object> questions, Path work)
      throws IOException, InterruptedException {
    NeededTool.require(
        Files.exists(DIRECTORY.resolve("node_modules")), "form-js", "npm ci --prefix " + DIRECTORY);
    Path chromium = NeededTool.chromium();
    Path asked = work.resolve("asked.json");
    Path answered = work.resolve("answered.json");
    JSON.writeValue(asked.toFile(), questions);
    ProcessBuilder browser =
        new ProcessBuilder("node", DIRECTORY.resolve("browser.mjs").toString())
            .redirectInput(asked.toFile())
            .redirectOutput(answered.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    browser.environment().put("CHROMIUM", chromium.toString());
    Process run = browser.start();
    assertThat(run.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).isZero();
    return JSON.readValue(answered.toFile(), Verdicts.class);
  }
}
