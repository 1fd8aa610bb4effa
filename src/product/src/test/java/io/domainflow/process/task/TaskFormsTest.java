package io.domainflow.process.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.process.FormChoices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each form tells an operator everything that is needed to decide its task. No engine. */
class TaskFormsTest {

  private static final Path PROCESSES = Path.of("processes");
  private static final Path FORMS = Path.of("forms");
  private static final Path SOURCES = Path.of("src/product/src/main/java/io/domainflow");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The possible costs of a decision: nothing, for now or at all, or a price given to the form. */
  private static final String COSTS =
      "nothing|nothing (more|now|in itself)|nothing in itself, then as Retry"
          + "|nothing except the price of privacy, where that is set"
          + "|what the registry charges for it, usually nothing"
          + "|\\{\\{(price|orderPrice|totalPrice)}}"
          + "|\\{\\{orderPrice}}, (once the registrar accepts it|if it can be renewed)";

  private static final Pattern EMPTY_ROW = Pattern.compile("\\|\\s*\\|\\s*\\|\\n");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]\\w+)\"");
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.+?)}}");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");
  private static final Set<String> WORDS_OF_FEEL =
      Set.of("if", "then", "else", "null", "or", "and", "true", "false");

  /** Fields without which a choice is refused. */
  private static final Set<String> NEEDED =
      Set.of(
          "evidenceReference",
          "reason",
          "proof",
          "question",
          "confirmDomain",
          "optOutReference",
          "optOutGivenAt",
          "neededAuthCode",
          "until");

  private static final Set<String> NAMES_IN_SOURCES = namesInSources();
  private static final List<BpmnModelInstance> MODELS = models();

  /** Tasks about an account, or one of its names, without an order. */
  private static final Set<String> OF_ACCOUNTS =
      Set.of(
          "account-finding",
          "account-names",
          "account-names-to-look-after",
          "account-out-of-credit",
          "settle-drift",
          "answer-outgoing-transfer",
          "webhook-trouble");

  @ParameterizedTest
  @MethodSource("taskForms")
  void tellsOfTheOrderInTheSameWay(String form) {
    if (OF_ACCOUNTS.contains(form)) {
      assertThat(texts(form).get(0)).startsWith("# ").contains("taskTimes");
    } else {
      assertThat(texts(form).get(0)).isEqualTo(texts("registration-price").get(0));
    }
  }

  /** Head, situation, question, facts; Tasklist's plugin folds the facts. */
  @ParameterizedTest
  @MethodSource("taskForms")
  void asksBeforeItTellsEverything(String form) {
    List<JsonNode> components = new ArrayList<>();
    read(form).path("components").forEach(components::add);
    List<String> ids = components.stream().map(each -> each.path("id").asText()).toList();

    assertThat(ids).startsWith("Text_Order", "Text_Situation").endsWith("Group_Facts");
    assertThat(components.get(components.size() - 1).path("label").asText()).isEqualTo("Facts");
    assertThat(components.subList(2, components.size() - 1))
        .filteredOn(each -> each.path("type").asText().equals("text"))
        .as("only what is not always there")
        .allMatch(each -> each.has("conditional") || form.contains("/"));
    assertThat(
            components.stream()
                .filter(each -> each.has("key") || isOfFields(each))
                .map(each -> each.path("key").asText())
                .findFirst())
        .hasValueSatisfying(
            first -> assertThat(form.contains("/") || first.equals("decision")).isTrue());
  }

  private static boolean isOfFields(JsonNode component) {
    return component.path("type").asText().equals("group")
        && !component.path("id").asText().equals("Group_Facts");
  }

  /** More than two lines are not taken in at a glance. */
  @ParameterizedTest
  @MethodSource("taskForms")
  void saysWhatHappenedInTwoLines(String form) {
    assertThat(texts(form).get(1).split("\n+")).hasSizeLessThanOrEqualTo(2);
    assertThat(texts(form).get(1)).doesNotContain("|");
  }

  @ParameterizedTest
  @MethodSource("taskForms")
  void saysWhatEachDecisionDoesAndCosts(String form) {
    assertThat(FormChoices.of(read(form)))
        .allSatisfy(choice -> assertThat(choice.costs()).matches(COSTS));
  }

  /**
   * With two values exchanged, somebody would decide what they did not choose; and the timeline
   * names a decision by its value.
   */
  @ParameterizedTest
  @MethodSource("taskForms")
  void decidesWhatIsChosen(String form) {
    assertThat(FormChoices.of(read(form)))
        .allSatisfy(
            choice ->
                assertThat(choice.name().toUpperCase(Locale.ROOT).replace(' ', '_'))
                    .isEqualTo(choice.value()));
  }

  /** While another change is under way, its form has no fields for the new registrant. */
  @Test
  void speakOfFieldsBelowOnlyWhereTheyAreShown() {
    assertThat(FormChoices.of(read("change-correct")))
        .filteredOn(choice -> choice.does().contains("below"))
        .extracting(FormChoices.Choice::possible)
        .containsExactly("otherChangeRuns != true");
    assertThat(read("change-correct").findParents("key"))
        .filteredOn(field -> field.get("key").asText().startsWith("new"))
        .extracting(field -> field.at("/conditional/hide").asText())
        .containsOnly("=decision != \"RETRY\" or otherChangeRuns = true");
  }

  /** The fields of a choice are shown below it, only if it is chosen, and are required. */
  @ParameterizedTest
  @MethodSource("taskForms")
  void requiresWhatAChoiceNeeds(String form) {
    assertThat(read(form).findParents("key"))
        .filteredOn(field -> NEEDED.contains(field.path("key").asText()))
        .allMatch(field -> field.at("/validate/required").asBoolean())
        .allMatch(field -> field.at("/conditional/hide").asText().contains("decision != "));
  }

  @ParameterizedTest
  @MethodSource("taskForms")
  void speaksOfMoney(String form) {
    assertThat(String.join("\n", written(form)).toLowerCase(Locale.ROOT))
        .containsAnyOf("costs", "charged", "money");
  }

  /** An empty row at the top of a table looks like an error, and is read out as one. */
  @ParameterizedTest
  @MethodSource("allForms")
  void headsItsTables(String form) {
    assertThat(texts(form)).noneMatch(text -> EMPTY_ROW.matcher(text).find());
  }

  @ParameterizedTest
  @MethodSource("taskForms")
  void showsOnlyWhatIsGivenToIt(String form) {
    Set<String> known = keys(form);
    known.addAll(NAMES_IN_SOURCES);

    assertThat(written(form).stream().flatMap(TaskFormsTest::namesShown)).isSubsetOf(known);
    assertThat(FormChoices.of(read(form)).stream().flatMap(choice -> names(choice.possible())))
        .isSubsetOf(known);
  }

  @Test
  void letCountriesAndPeriodsBeChosen() {
    Set<String> lists =
        taskForms()
            .flatMap(form -> read(form).findParents("valuesKey").stream())
            .map(field -> field.get("valuesKey").asText())
            .collect(Collectors.toSet());
    List<JsonNode> countries =
        Stream.of("registration-correct", "change-correct")
            .flatMap(form -> read(form).findParents("key").stream())
            .filter(field -> field.get("key").asText().endsWith("Country"))
            .toList();

    assertThat(lists)
        .containsExactlyInAnyOrder("countries", "registrationPeriods", "transferPeriods");
    assertThat(countries)
        .hasSize(5)
        .allMatch(field -> field.path("valuesKey").asText().equals("countries"));
  }

  @Test
  void areAllForTasksAndStarts() {
    Set<String> used = taskForms().collect(Collectors.toCollection(TreeSet::new));
    MODELS.stream()
        .flatMap(model -> model.getModelElementsByType(StartEvent.class).stream())
        .map(StartEvent::getCamundaFormRef)
        .filter(form -> form != null)
        .forEach(used::add);

    assertThat(allForms().filter(form -> !form.contains("/"))).allMatch(used::contains);
  }

  static Stream<String> taskForms() {
    Stream<String> named =
        MODELS.stream()
            .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
            .map(UserTask::getCamundaFormRef)
            .filter(form -> !form.startsWith("${"));
    return Stream.concat(
            named,
            Stream.concat(
                Stream.of("registration-correct"), allForms().filter(form -> form.contains("/"))))
        .distinct();
  }

  static Stream<String> allForms() {
    try (Stream<Path> files = Files.walk(FORMS)) {
      return files
          .map(file -> FORMS.relativize(file).toString())
          .filter(file -> file.endsWith(".form"))
          .map(file -> file.substring(0, file.length() - ".form".length()))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<BpmnModelInstance> models() {
    try (Stream<Path> files = Files.list(PROCESSES)) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .map(file -> Bpmn.readModelFromFile(file.toFile()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(String form) {
    return read(form).findParents("text").stream().map(node -> node.path("text").asText()).toList();
  }

  private static Set<String> keys(String form) {
    return read(form).findParents("key").stream()
        .map(node -> node.path("key").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The texts and choices of a form. */
  private static List<String> written(String form) {
    return Stream.concat(
            texts(form).stream(),
            FormChoices.of(read(form)).stream().map(FormChoices.Choice::label))
        .toList();
  }

  private static Stream<String> namesShown(String text) {
    return TEMPLATE.matcher(text).results().flatMap(template -> names(template.group(1)));
  }

  private static Stream<String> names(String feel) {
    return NAME.matcher(QUOTED.matcher(feel).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS_OF_FEEL.contains(name));
  }

  /** Every text in the sources that can be the key of a fact or the name of a variable. */
  private static Set<String> namesInSources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<String> names = new TreeSet<>();
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        LITERAL.matcher(Files.readString(file)).results().forEach(hit -> names.add(hit.group(1)));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String form) {
    try {
      return JSON.readTree(FORMS.resolve(form + ".form").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
