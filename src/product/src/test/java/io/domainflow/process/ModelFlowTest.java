package io.domainflow.process;

import static io.domainflow.process.ProcessModels.COMPARISON;
import static io.domainflow.process.ProcessModels.FACT;
import static io.domainflow.process.ProcessModels.all;
import static io.domainflow.process.ProcessModels.names;
import static io.domainflow.process.ProcessModels.read;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages, errors and conditions lead through every model as their names and labels say. */
class ModelFlowTest {

  private static final Pattern WORD = Pattern.compile("[A-Z][a-z]{2,}|[a-z]{3,}|[A-Z]{3,}");

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
        .allSatisfy(ModelFlowTest::assertThatLabelAndConditionAgree);
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

  static Stream<Named<Path>> models() throws IOException {
    return ProcessModels.files();
  }
}
