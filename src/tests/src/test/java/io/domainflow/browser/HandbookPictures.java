package io.domainflow.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * The pictures of the handbook show the present forms. The text of each is stored among the
 * resources of this package, without its figures; a form with a different text needs a new picture.
 */
final class HandbookPictures {

  static final Path PICTURES = Path.of("docs", "pictures", "handbook");
  private static final Path WRITTEN =
      Path.of(
          "src", "tests", "src", "test", "resources", "io", "domainflow", "browser", "handbook");
  static final boolean DRAW = "draw".equals(System.getProperty("pictures"));

  /** One for all top-level domains. */
  private static final String ADDITIONAL_FIELDS = "additional-fields";

  private static final String SHOWN_ADDITIONAL_FIELDS = "additional-fields-ca";
  static final Set<String> FOR_APPROVERS =
      Set.of(
          "change-approve",
          "update-approve",
          "authcode-approve",
          "release-approve",
          "answer-outgoing-transfer");

  private final Browser browser;
  private final Caller admin;
  private final TasksOfDemoData tasks;

  HandbookPictures(Browser browser, Caller admin, TasksOfDemoData tasks) {
    this.browser = browser;
    this.admin = admin;
    this.tasks = tasks;
  }

  static List<String> forms() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("forms"))) {
      return Stream.concat(
              Stream.of(ADDITIONAL_FIELDS),
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> file.endsWith(".form") && !file.endsWith("-start.form"))
                  .map(file -> file.replace(".form", "")))
          .toList();
    }
  }

  Map<String, JsonNode> oneTaskOfEachForm() {
    Map<String, JsonNode> ofForms = new TreeMap<>();
    Map<String, String> keys = tasks.businessKeys();
    List<JsonNode> inOrder = new ArrayList<>();
    tasks.tasks("").forEach(inOrder::add);
    // The same task each time, however fast the others were created.
    inOrder.sort(Comparator.comparing(task -> keys.get(task.get("processInstanceId").asText())));
    for (JsonNode task : inOrder) {
      String form = task.at("/camundaFormRef/key").asText();
      if (form.equals(SHOWN_ADDITIONAL_FIELDS)) {
        ofForms.putIfAbsent(ADDITIONAL_FIELDS, task);
      } else if (!form.startsWith(ADDITIONAL_FIELDS)) {
        ofForms.putIfAbsent(form, task);
      }
    }
    return ofForms;
  }

  /** Compares an open task's form with its text, or draws its picture. */
  void look(String form, String task, Tasklist tasklist, String login, SoftAssertions all)
      throws IOException {
    admin.post("/engine-rest/task/" + task + "/assignee", "{'userId': '%s'}".formatted(login));
    tasklist.openTask(task);
    all.assertThat(tasklist.showsFacts()).as("the facts of " + form + " are open").isFalse();
    if (DRAW) {
      tasklist.picture(PICTURES.resolve(form + ".png"));
    }
    tasklist.pressFacts();
    String written = withoutFigures(tasklist.form());
    all.assertThat(Axe.findings(browser, Axe.FORMS)).as(form).isEmpty();
    if (DRAW) {
      Files.createDirectories(WRITTEN);
      Files.writeString(WRITTEN.resolve(form + ".txt"), written);
    } else {
      all.assertThat(written)
          .as("what is written on the form %s; -Dpictures=draw makes its picture anew", form)
          .isEqualTo(Files.readString(WRITTEN.resolve(form + ".txt")));
    }
    admin.post("/engine-rest/task/" + task + "/unclaim", "{}");
  }

  /** Dates, prices and references differ each time. */
  private static String withoutFigures(String text) {
    StringBuilder lines = new StringBuilder();
    text.lines()
        .map(line -> line.strip().replaceAll("\\d+", "0"))
        // the number of tries depends on the speed of this machine
        .filter(line -> !line.isEmpty() && !line.startsWith("Trouble "))
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }
}
