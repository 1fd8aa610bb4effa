package io.domainflow.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

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

/** The handbook speaks of every task, decision and reason for a failure that there is. */
class HandbookTest {

  private static final Path HANDBOOK = Path.of("docs", "handbook.md");
  private static final Pattern SECTION = Pattern.compile("(?ms)^### (.+?)$(.*?)(?=^##|\\z)");
  private static final Pattern PICTURE = Pattern.compile("\\]\\((pictures/[^)]+)\\)");

  @ParameterizedTest
  @MethodSource("tasks")
  void explainsTheTask(UserTask task) throws IOException {
    assertThat(section(task.getName()))
        .as("%s has a section with its id in it", task.getName())
        .contains("`" + task.getId() + "`");
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void explainsEachDecisionOfTheTask(UserTask task) throws IOException {
    String section = section(task.getName());
    String explained =
        section.contains("The choices are those of *Approve for new registrant*")
            ? section("Approve for new registrant")
            : section;

    assertThat(decisions(task))
        .allSatisfy(decision -> assertThat(explained).contains("\n| " + decision + " | "));
  }

  @Test
  void knowsNoTaskThatThereIsNot() throws IOException {
    Set<String> named =
        Pattern.compile("`(Task_\\w+)`")
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

  /** As the forms write them: {@code KEEP_WAITING} is «Keep waiting». */
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
