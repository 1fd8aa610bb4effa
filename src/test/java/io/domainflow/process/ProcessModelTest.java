package io.domainflow.process;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every model follows our rules, and model, Java and forms agree. No engine: such a mistake would
 * otherwise show only when an instance reaches it.
 */
class ProcessModelTest {

  private static final Path PROCESSES = Path.of("processes");
  private static final Path FORMS = Path.of("forms");
  private static final Pattern WORD_START = Pattern.compile("(?:^|-)(.)");
  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern WORD = Pattern.compile("[A-Z][a-z]{2,}|[a-z]{3,}|[A-Z]{3,}");
  private static final Pattern FACT = Pattern.compile("\\$\\{(!?)(\\w+)}");
  private static final Pattern COMPARISON = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'}");

  @ParameterizedTest
  @MethodSource("models")
  void isNamedLikeItsFile(Path file) {
    Process process = process(file);

    assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
    assertThat(process.getId()).endsWith("Process");
    assertThat(process.getName()).isNotBlank();
    assertThat(process.isExecutable()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasAVersionAndALimitForItsHistory(Path file) {
    Process process = process(file);

    assertThat(process.getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
  }

  /** Otherwise its steps would precede those of a single order, however many orders there are. */
  @ParameterizedTest
  @MethodSource("models")
  void hasTheOrdersPriority(Path file) throws IOException, ClassNotFoundException {
    Process process = process(file);
    String id = process.getId();
    Class<?> contract = Class.forName("io.domainflow.process." + packagesOf(id).get(0) + "." + id);

    assertThat(process.getCamundaTaskPriority())
        .isEqualTo(AccountProcess.class.isAssignableFrom(contract) ? null : "${priority}");
  }

  /** The caller who has placed an order must be able to cancel it, as long as that is possible. */
  @ParameterizedTest
  @MethodSource("models")
  void canBeCancelledIfItCarriesOutAnOrder(Path file) throws Exception {
    String id = process(file).getId();
    Class<?> process = Class.forName("io.domainflow.process." + packagesOf(id).get(0) + "." + id);

    assertThat(Files.readString(file).contains("name=\"Msg_OrderCancelled\""))
        .isEqualTo(ProcessContract.class.isAssignableFrom(process));
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasAPackageAndATest(Path file) throws IOException {
    String id = process(file).getId();

    assertThat(packagesOf(id)).as("packages with a class %s", id).hasSize(1);
    assertThat(packagesOf(id + "Test")).isEqualTo(packagesOf(id));
  }

  @ParameterizedTest
  @MethodSource("models")
  void isDrawnCompletely(Path file) {
    BpmnModelInstance model = read(file);

    assertThat(all(model, FlowNode.class))
        .allSatisfy(node -> assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
    assertThat(all(model, SequenceFlow.class))
        .allSatisfy(flow -> assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull())
        .filteredOn(flow -> flow.getName() != null)
        .allSatisfy(
            flow ->
                assertThat(flow.getDiagramElement().getBpmnLabel())
                    .as("place of the label of %s", flow.getId())
                    .isNotNull());
  }

  /** A save point there would accept an order before it is checked. */
  @ParameterizedTest
  @MethodSource("models")
  void startsInTheTransactionOfItsCaller(Path file) {
    assertThat(all(read(file), StartEvent.class))
        .noneMatch(StartEvent::isCamundaAsyncBefore)
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void tellsPeopleWhatToDo(Path file) {
    assertThat(all(read(file), UserTask.class))
        .allSatisfy(
            task -> {
              String id = task.getId();
              assertThat(task.getCamundaCandidateGroups()).as("group of %s", id).isNotBlank();
              assertThat(task.getDocumentations()).as("documentation of %s", id).isNotEmpty();
              assertThat(task.getCamundaFormRef()).as("form of %s", id).isNotBlank();
              assertThat(task.getCamundaFormRefBinding())
                  .as("binding of the form of %s", id)
                  .isEqualTo("latest");
            });
  }

  /**
   * People's deadlines are policy, see TaskPolicy.dmn; a model may only name a day that it knows.
   */
  @ParameterizedTest
  @MethodSource("models")
  void leavesDeadlinesToThePolicy(Path file) {
    assertThat(all(read(file), UserTask.class))
        .allMatch(task -> task.getCamundaFollowUpDate() == null)
        .extracting(UserTask::getCamundaDueDate)
        .allMatch(due -> due == null || FACT.matcher(due).matches());
  }

  @ParameterizedTest
  @MethodSource("models")
  void refersToFormsThatExist(Path file) {
    assertThat(all(read(file), UserTask.class))
        .map(UserTask::getCamundaFormRef)
        .filteredOn(form -> !form.startsWith("${"))
        .allSatisfy(form -> assertThat(form(form).path("id").asText()).isEqualTo(form));
  }

  @ParameterizedTest
  @MethodSource("models")
  void offersTheDecisionsThatItsFormOffers(Path file) {
    assertThat(all(read(file), UserTask.class))
        .filteredOn(task -> !task.getCamundaFormRef().startsWith("${"))
        .allSatisfy(
            task ->
                assertThat(decisions(task))
                    .as("decisions of %s", task.getId())
                    .isNotEmpty()
                    .isEqualTo(choices(form(task.getCamundaFormRef()))));
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasAWayOutForEveryDecision(Path file) {
    assertThat(all(read(file), UserTask.class))
        // with a single decision there is nothing to choose
        .filteredOn(task -> decisions(task).size() > 1)
        .allSatisfy(
            task ->
                assertThat(ways(task))
                    .as("ways out after %s", task.getId())
                    .isEqualTo(decisions(task)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasOneWorkerForEveryTopic(Path file) throws IOException {
    List<String> classes = classesIn("io.domainflow.process..");

    assertThat(all(read(file), ServiceTask.class))
        .filteredOn(task -> "external".equals(task.getCamundaType()))
        .extracting(task -> pascalCase(task.getCamundaTopic()) + "Worker")
        .allSatisfy(worker -> assertThat(classes).containsOnlyOnce(worker));
  }

  @ParameterizedTest
  @MethodSource("models")
  void namesOnlyBeansThatExist(Path file) throws IOException {
    Set<String> beans =
        classesIn("io.domainflow.process..").stream()
            .map(ProcessModelTest::decapitalised)
            .collect(toSet());

    assertThat(camundaAttributes(read(file), "delegateExpression"))
        .allMatch(expression -> BEAN.matcher(expression).matches(), "names a bean")
        .extracting(expression -> BEAN.matcher(expression).replaceFirst("$1"))
        .isSubsetOf(beans);
  }

  @ParameterizedTest
  @MethodSource("models")
  void leavesTheWorkToBeansAndWorkers(Path file) {
    BpmnModelInstance model = read(file);

    assertThat(camundaAttributes(model, "class")).isEmpty();
    assertThat(camundaAttributes(model, "expression")).isEmpty();
    assertThat(all(model, ScriptTask.class)).isEmpty();
    assertThat(all(model, ServiceTask.class))
        .allMatch(
            task ->
                "external".equals(task.getCamundaType())
                    || task.getCamundaDelegateExpression() != null);
  }

  /** A called process works on the same order: the key is passed on, and variables one by one. */
  @ParameterizedTest
  @MethodSource("models")
  void callsProcessesThatExistWithWhatItNames(Path file) {
    assertThat(all(read(file), CallActivity.class))
        .allSatisfy(
            call -> {
              List<CamundaIn> mapped =
                  call.getExtensionElements()
                      .getElementsQuery()
                      .filterByType(CamundaIn.class)
                      .list();
              assertThat(PROCESSES.resolve(call.getCalledElement() + ".bpmn")).exists();
              assertThat(call.getCamundaCalledElementBinding()).isNotBlank();
              assertThat(mapped)
                  .allMatch(in -> in.getCamundaVariables() == null)
                  .anyMatch(in -> in.getCamundaBusinessKey() != null);
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void usesEveryMessageAndEveryErrorThatItNames(Path file) {
    BpmnModelInstance model = read(file);
    Stream<Message> received =
        Stream.concat(
            all(model, ReceiveTask.class).stream().map(ReceiveTask::getMessage),
            all(model, MessageEventDefinition.class).stream()
                .map(MessageEventDefinition::getMessage));

    assertThat(received.map(Message::getName).collect(toSet()))
        .containsExactlyInAnyOrderElementsOf(names(all(model, Message.class), Message::getName));
    assertThat(
            names(
                all(model, ErrorEventDefinition.class),
                definition -> definition.getError().getErrorCode()))
        .containsExactlyInAnyOrderElementsOf(names(all(model, Error.class), Error::getErrorCode));
  }

  @ParameterizedTest
  @MethodSource("models")
  void catchesEveryErrorThatItThrows(Path file) {
    BpmnModelInstance model = read(file);

    assertThat(all(model, EndEvent.class))
        .allSatisfy(
            end ->
                assertThat(caughtAround(model, end))
                    .as("errors caught around %s", end.getId())
                    .containsAll(codes(end)));
  }

  /** A condition and its label must share a word, so that no answer leads the wrong way. */
  @ParameterizedTest
  @MethodSource("models")
  void answersItsQuestionsCorrectly(Path file) {
    assertThat(all(read(file), ExclusiveGateway.class))
        .flatMap(ExclusiveGateway::getOutgoing)
        .filteredOn(flow -> flow.getConditionExpression() != null)
        .allSatisfy(ProcessModelTest::assertThatLabelAndConditionAgree);
  }

  private static void assertThatLabelAndConditionAgree(SequenceFlow flow) {
    String condition = flow.getConditionExpression().getTextContent();
    String question = flow.getSource().getName();
    Matcher fact = FACT.matcher(condition);
    Matcher comparison = COMPARISON.matcher(condition);

    if (fact.matches()) {
      assertThat(shareAWord(question, fact.group(2))).as("«%s» %s", question, condition).isTrue();
      assertThat(flow.getName())
          .as("«%s» %s", question, condition)
          .isEqualTo(fact.group(1).isEmpty() ? "Yes" : "No");
    } else {
      assertThat(comparison.matches()).as("understood: %s", condition).isTrue();
      String value = comparison.group(2);
      assertThat(flow.getName())
          .as("«%s» %s", question, condition)
          .matches(
              label ->
                  switch (label) {
                    case "Yes" -> shareAWord(question, value);
                    case "No" -> !shareAWord(question, value);
                    default -> shareAWord(label, value);
                  });
    }
  }

  /** «Difference accepted?» and ACCEPT share a word: one begins with the other. */
  private static boolean shareAWord(String text, String identifier) {
    return words(text).stream()
        .anyMatch(
            word ->
                words(identifier).stream()
                    .anyMatch(other -> word.startsWith(other) || other.startsWith(word)));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(word -> word.group().toLowerCase(Locale.ROOT)).toList();
  }

  private static Set<String> decisions(UserTask task) {
    return Stream.ofNullable(task.getExtensionElements())
        .flatMap(
            extensions ->
                extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> property.getCamundaName().equals("decisions"))
        .map(CamundaProperty::getCamundaValue)
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> choices(JsonNode form) {
    return FormChoices.of(form).stream()
        .map(FormChoices.Choice::value)
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> ways(UserTask task) {
    return task.getSucceedingNodes().list().stream()
        // one that only joins decides nothing
        .flatMap(
            next ->
                next.getOutgoing().size() == 1
                    ? next.getSucceedingNodes().list().stream()
                    : Stream.of(next))
        .flatMap(next -> next.getOutgoing().stream())
        .filter(flow -> flow.getConditionExpression() != null)
        .map(flow -> COMPARISON.matcher(flow.getConditionExpression().getTextContent()))
        .filter(condition -> condition.matches() && condition.group(1).equals("decision"))
        .map(condition -> condition.group(2))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> caughtAround(BpmnModelInstance model, FlowNode node) {
    Set<String> caught = new TreeSet<>();
    for (ModelElementInstance scope = node.getParentElement();
        scope instanceof SubProcess;
        scope = scope.getParentElement()) {
      ModelElementInstance host = scope;
      all(model, BoundaryEvent.class).stream()
          .filter(event -> event.getAttachedTo().equals(host))
          .forEach(event -> caught.addAll(codes(event)));
    }
    return caught;
  }

  private static Set<String> codes(FlowNode event) {
    return names(
        event.getChildElementsByType(ErrorEventDefinition.class),
        definition -> definition.getError().getErrorCode());
  }

  private static <T> Set<String> names(Collection<T> elements, Function<T, String> name) {
    return elements.stream().map(name).collect(toCollection(TreeSet::new));
  }

  /** All values of one of the engine's attributes. */
  private static List<String> camundaAttributes(BpmnModelInstance model, String name) {
    return elements(model.getDocument().getRootElement())
        .map(element -> attribute(element, name))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Stream<DomElement> elements(DomElement root) {
    return Stream.concat(
        Stream.of(root), root.getChildElements().stream().flatMap(ProcessModelTest::elements));
  }

  /** Listeners carry the attribute without a prefix, tasks with one. */
  private static Optional<String> attribute(DomElement element, String name) {
    return Stream.of(
            element.getAttribute(CAMUNDA_NS, name),
            CAMUNDA_NS.equals(element.getNamespaceURI()) ? element.getAttribute(name) : null)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The packages below process that have a class of this name. */
  private static List<String> packagesOf(String className) throws IOException {
    Resource[] classes =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:io/domainflow/process/*/" + className + ".class");
    return Arrays.stream(classes)
        .map(ProcessModelTest::path)
        .map(path -> path.getParent().getFileName().toString())
        .toList();
  }

  private static Path path(Resource resource) {
    try {
      return resource.getFile().toPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Simple names of the classes in a package; two dots at the end include the packages below. */
  private static List<String> classesIn(String packageName) throws IOException {
    String folder = packageName.replace("..", ".**").replace('.', '/');
    Resource[] classes =
        new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.class");
    return Arrays.stream(classes)
        .map(Resource::getFilename)
        .filter(Objects::nonNull)
        .map(name -> name.substring(0, name.length() - ".class".length()))
        .toList();
  }

  private static String pascalCase(String topic) {
    return WORD_START.matcher(topic).replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
  }

  private static String decapitalised(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static JsonNode form(String id) {
    try {
      return new ObjectMapper().readTree(FORMS.resolve(id + ".form").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("form " + id, e);
    }
  }

  private static Process process(Path file) {
    Collection<Process> processes = all(read(file), Process.class);
    assertThat(processes).as("processes in %s", file).hasSize(1);
    return processes.iterator().next();
  }

  private static BpmnModelInstance read(Path file) {
    return Bpmn.readModelFromFile(file.toFile());
  }

  private static <T extends ModelElementInstance> Collection<T> all(
      BpmnModelInstance model, Class<T> type) {
    return model.getModelElementsByType(type);
  }

  static Stream<Named<Path>> models() throws IOException {
    try (Stream<Path> files = Files.list(PROCESSES)) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .sorted()
          .map(file -> Named.of(file.getFileName().toString(), file))
          .toList()
          .stream();
    }
  }
}
