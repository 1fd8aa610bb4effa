package io.domainflow.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.order.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.StringUtils;

/**
 * The handbook describes every task, decision and reason for a failure. Its section on a task is
 * generated from the model's documentation and the form's choices: {@code mvn test
 * -Dtest=HandbookTest -Dhandbook.write=true}.
 */
class HandbookTest {

  private static final Path HANDBOOK = Path.of("docs", "handbook.md");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How a task's documentation refers to its form; in the handbook the choices follow. */
  private static final String LEADS_TO_FORM =
      " The form says what each choice does and what it costs.";

  private static final Pattern SECTION = Pattern.compile("(?ms)^### (.+?)$(.*?)(?=^##|\\z)");
  private static final Pattern PICTURE = Pattern.compile("\\]\\((pictures/[^)]+)\\)");

  @ParameterizedTest
  @MethodSource("tasks")
  void saysOfTheTaskWhatModelAndFormSay(UserTask task) throws IOException {
    if (Boolean.getBoolean("handbook.write")) {
      Files.writeString(HANDBOOK, written(task));
    }
    assertThat(handbook()).contains(part(task));
    assertThat(section(task.getName())).contains("<!-- " + task.getId() + ",");
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void explainsEachDecisionOfTheTask(UserTask task) throws IOException {
    assertThat(decisions(task))
        .allSatisfy(decision -> assertThat(section(task.getName())).contains("\n| **" + decision));
  }

  @Test
  void describesOnlyExistingTasks() throws IOException {
    Set<String> named =
        Pattern.compile("<!-- (Task_\\w+),")
            .matcher(handbook())
            .results()
            .map(match -> match.group(1))
            .collect(toSet());

    assertThat(named).isEqualTo(tasks().map(each -> each.getPayload().getId()).collect(toSet()));
  }

  @Test
  void explainsWhyOrdersFail() throws IOException {
    Set<String> explained =
        Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$")
            .matcher(handbook())
            .results()
            .map(match -> match.group(1))
            .collect(toSet());

    assertThat(explained)
        .isEqualTo(Arrays.stream(Failure.Reason.values()).map(Enum::name).collect(toSet()));
  }

  @Test
  void showsPicturesThatExist() throws IOException {
    assertThat(PICTURE.matcher(handbook()).results().map(match -> match.group(1)))
        .isNotEmpty()
        .allSatisfy(picture -> assertThat(Path.of("docs", picture)).exists());
  }

  private static String written(UserTask task) throws IOException {
    return Pattern.compile("(?s)<!-- " + task.getId() + ",.*?<!-- end -->")
        .matcher(handbook())
        .replaceFirst(Matcher.quoteReplacement(part(task)));
  }

  private static String part(UserTask task) throws IOException {
    String documentation =
        task.getDocumentations().iterator().next().getTextContent().replace(LEADS_TO_FORM, "");
    StringBuilder part = new StringBuilder();
    part.append("<!-- ").append(task.getId()).append(", from the model and the form -->\n");
    part.append(documentation).append('\n');
    List<String> rows = FormChoices.of(form(task)).stream().map(HandbookTest::row).toList();
    if (!rows.isEmpty()) {
      part.append("\n| you choose | what happens | it costs |\n|---|---|---|\n");
      part.append(String.join("\n", rows)).append('\n');
    }
    return part.append("<!-- end -->").toString();
  }

  private static String row(FormChoices.Choice choice) {
    return "| **%s** | %s | %s |"
        .formatted(choice.name(), plain(choice.does()), plain(choice.costs()));
  }

  /** Values that the form shows of one order are described in general. */
  private static String plain(String text) {
    return text.replaceAll("\\{\\{(price|orderPrice|totalPrice)}}", "the price in the form")
        .replaceAll("\\{\\{days}} days", "some days")
        .replaceAll("\\{\\{\\w+}}", "")
        .strip();
  }

  /** The task's form; empty if the order's domain selects the form. */
  private static JsonNode form(UserTask task) throws IOException {
    String form =
        task.getCamundaFormRef().equals("${correctionForm}")
            ? "registration-correct"
            : task.getCamundaFormRef();
    return form.startsWith("${")
        ? JSON.createObjectNode()
        : JSON.readTree(Path.of("forms", form + ".form").toFile());
  }

  private static String section(String title) throws IOException {
    return SECTION
        .matcher(handbook())
        .results()
        .filter(match -> match.group(1).strip().equals(title))
        .map((MatchResult match) -> match.group(2))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no section «" + title + "»"));
  }

  private static String handbook() throws IOException {
    return Files.readString(HANDBOOK);
  }

  /** The decisions as the forms write them: {@code KEEP_WAITING} is «Keep waiting». */
  private static List<String> decisions(UserTask task) {
    if (task.getExtensionElements() == null) {
      return List.of();
    }
    return task
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .list()
        .stream()
        .map(CamundaProperties::getCamundaProperties)
        .flatMap(Collection::stream)
        .filter(property -> property.getCamundaName().equals("decisions"))
        .flatMap(property -> Arrays.stream(property.getCamundaValue().split(",")))
        .map(each -> StringUtils.capitalize(each.toLowerCase(Locale.ROOT).replace('_', ' ')))
        .toList();
  }

  private static Stream<Named<UserTask>> tasks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream()
          .map(file -> Bpmn.readModelFromFile(file.toFile()))
          .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
          .map(task -> Named.of(task.getId(), task));
    }
  }
}
