package io.domainflow.browser;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.demo.DemoData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The pictures of the handbook are of the forms as they are. What is written on each is kept beside
 * this class, without figures and names; a form that says something else needs a new picture:
 * {@code mvn test -Dtest=HandbookPicturesTest -Dpictures=draw} makes both anew.
 */
@DomainflowTest
class HandbookPicturesTest {

  private static final Path PICTURES = Path.of("docs", "pictures", "handbook");
  private static final Path WRITTEN =
      Path.of("src", "test", "resources", "io", "domainflow", "browser", "handbook");
  private static final boolean DRAW = "draw".equals(System.getProperty("pictures"));

  private static final String OPERATOR = "operator";
  private static final String APPROVER = "approver2";

  /** One for all top-level domains. */
  private static final String ADDITIONAL_FIELDS = "additional-fields";

  private static final String SHOWN_ADDITIONAL_FIELDS = "additional-fields-ca";

  private final int port;
  private final DemoData demo;
  private final Caller admin;
  private Browser browser;

  @Autowired
  HandbookPicturesTest(@LocalServerPort int port, DemoData demo) {
    this.port = port;
    this.demo = demo;
    this.admin = new Caller(port, "admin");
  }

  @BeforeEach
  void open() {
    browser = Browser.open();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void areOfTheFormsAsTheyAre() throws IOException {
    demo.fill(0);
    Map<String, JsonNode> tasks = oneTaskOfEachForm();
    assertThat(tasks.keySet()).containsAll(forms().toList());

    SoftAssertions all = new SoftAssertions();
    for (String login : List.of(OPERATOR, APPROVER)) {
      Tasklist tasklist = Tasklist.logIn(browser, port, login);
      if (DRAW && login.equals(OPERATOR)) {
        browser.picture(PICTURES.resolve("tasklist.png"), browser.driver());
      }
      for (Map.Entry<String, JsonNode> task : tasks.entrySet()) {
        if (login.equals(APPROVER) == task.getKey().equals("change-approve")) {
          look(task.getKey(), task.getValue(), tasklist, login, all);
        }
      }
      browser.close();
      browser = Browser.open();
    }
    all.assertAll();
  }

  private void look(
      String form, JsonNode task, Tasklist tasklist, String login, SoftAssertions all)
      throws IOException {
    String id = task.get("id").asText();
    Caller worker = new Caller(port, login);
    worker.post("/engine-rest/task/" + id + "/claim", "{'userId': '%s'}".formatted(login));
    tasklist.openTask(id);
    String written = withoutFigures(tasklist.form());
    all.assertThat(Axe.findings(browser)).as(form).isEmpty();
    if (DRAW) {
      tasklist.picture(PICTURES.resolve(form + ".png"));
      Files.createDirectories(WRITTEN);
      Files.writeString(WRITTEN.resolve(form + ".txt"), written);
    } else {
      all.assertThat(written)
          .as("what is written on the form %s; -Dpictures=draw makes its picture anew", form)
          .isEqualTo(Files.readString(WRITTEN.resolve(form + ".txt")));
    }
  }

  /** Dates, prices and references are other ones each time. */
  private static String withoutFigures(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> line.replaceAll("\\d+", "0"))
        .map(line -> line + "\n")
        .reduce("", String::concat);
  }

  private Map<String, JsonNode> oneTaskOfEachForm() {
    JsonNode open =
        admin.get("/engine-rest/task?maxResults=1000&sortBy=created&sortOrder=asc").body();
    return StreamSupport.stream(open.spliterator(), false)
        .filter(task -> task.get("assignee").isNull() || isWorkers(task.get("assignee").asText()))
        .filter(task -> picture(task) != null)
        .collect(
            toMap(
                HandbookPicturesTest::picture,
                task -> task,
                (first, second) -> first,
                TreeMap::new));
  }

  private static boolean isWorkers(String assignee) {
    return assignee.equals(OPERATOR) || assignee.equals(APPROVER);
  }

  /** Name of the picture of this task's form; null if another form has it. */
  private static String picture(JsonNode task) {
    String form = task.at("/camundaFormRef/key").asText();
    if (!form.startsWith(ADDITIONAL_FIELDS)) {
      return form;
    }
    return form.equals(SHOWN_ADDITIONAL_FIELDS) ? ADDITIONAL_FIELDS : null;
  }

  private static Stream<String> forms() {
    try (Stream<Path> files = Files.list(Path.of("forms"))) {
      return Stream.concat(
          Stream.of(ADDITIONAL_FIELDS),
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".form") && !file.endsWith("-start.form"))
              .map(file -> file.replace(".form", ""))
              .toList()
              .stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
