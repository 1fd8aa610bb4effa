package io.domainflow.process;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A model that is wider than a page has an overview: {@code docs/overviews/<process>.bpmn} draws
 * its phases. The documentation of each phase and of each end names the steps and ends of the model
 * that it stands for, by their ids.
 */
class OverviewTest {

  /** The width that a page of the documentation shows without scaling, in pixels. */
  private static final int PAGE = 890;

  private static final Path MODELS = Path.of("processes");
  private static final Path OVERVIEWS = Path.of("docs", "overviews");
  private static final Path PICTURES = Path.of("docs", "pictures");
  private static final Path PICTURES_OF_OVERVIEWS = PICTURES.resolve("overviews");
  private static final Path GUIDE = Path.of("processes", "README.md");

  @ParameterizedTest
  @MethodSource("models")
  void existsForEveryModelWiderThanAPage(String process) throws IOException {
    assertThat(Files.exists(OVERVIEWS.resolve(process + ".bpmn")))
        .isEqualTo(width(PICTURES.resolve(process + ".svg")) > PAGE);
  }

  @ParameterizedTest
  @MethodSource("overviews")
  void isNoWiderThanAPage(String process) throws IOException {
    assertThat(width(PICTURES_OF_OVERVIEWS.resolve(process + ".svg"))).isLessThanOrEqualTo(PAGE);
  }

  @ParameterizedTest
  @MethodSource("overviews")
  void beginsAsTheModelDoes(String process) {
    assertThat(starts(overview(process))).isEqualTo(starts(model(process)));
  }

  @ParameterizedTest
  @MethodSource("overviews")
  void hasAPlaceForEachStepAndEachEnd(String process) {
    List<String> named =
        nodes(overview(process)).stream()
            .filter(node -> !(node instanceof StartEvent))
            .flatMap(phase -> standsFor(phase).stream())
            .toList();
    List<FlowNode> nodes = nodes(model(process));

    assertThat(named)
        .doesNotHaveDuplicates()
        .isSubsetOf(nodes.stream().map(FlowNode::getId).toList())
        .containsAll(nodes.stream().filter(OverviewTest::belongs).map(FlowNode::getId).toList());
  }

  @ParameterizedTest
  @MethodSource("overviews")
  void takesOnlyPathsOfTheModel(String process) {
    Map<String, FlowNode> nodes =
        nodes(model(process)).stream().collect(toMap(FlowNode::getId, Function.identity()));

    assertThat(overview(process).getModelElementsByType(SequenceFlow.class))
        .allSatisfy(
            flow ->
                assertThat(next(standsFor(flow.getSource()), process, nodes))
                    .as(flow.getId())
                    .containsAnyElementsOf(standsFor(flow.getTarget())));
  }

  @ParameterizedTest
  @MethodSource("overviews")
  void isALinkToTheWholePicture(String process) throws IOException {
    assertThat(Files.readString(GUIDE))
        .contains(
            "](../docs/pictures/overviews/%1$s.svg)](../docs/pictures/%1$s.svg)"
                .formatted(process));
  }

  @ParameterizedTest
  @MethodSource("models")
  void isDrawnAsItIsAndSoIsTheModel(String process) throws IOException {
    assertThat(drawn(PICTURES.resolve(process + ".svg"))).isEqualTo(elements(model(process)));
    if (Files.exists(OVERVIEWS.resolve(process + ".bpmn"))) {
      assertThat(drawn(PICTURES_OF_OVERVIEWS.resolve(process + ".svg")))
          .isEqualTo(elements(overview(process)));
    }
  }

  @Test
  void isNotLeftBehindByAModelThatIsGone() throws IOException {
    assertThat(models()).containsAll(overviews().toList());
  }

  /**
   * The nodes that a phase represents: those that its documentation names; a start represents
   * itself.
   */
  private static List<String> standsFor(FlowNode phase) {
    return phase instanceof StartEvent
        ? List.of(phase.getId())
        : phase.getDocumentations().stream()
            .flatMap(text -> Stream.of(text.getTextContent().split(" ")))
            .toList();
  }

  /** The first nodes of other phases that the model reaches from some nodes. */
  private static Set<String> next(List<String> from, String process, Map<String, FlowNode> nodes) {
    Set<String> named = new HashSet<>();
    nodes(overview(process)).forEach(phase -> named.addAll(standsFor(phase)));
    Set<String> next = new HashSet<>();
    Set<String> seen = new HashSet<>(from);
    Deque<String> ahead = new ArrayDeque<>(from);
    while (!ahead.isEmpty()) {
      for (FlowNode node : after(nodes.get(ahead.poll()), nodes.values())) {
        String id = node.getId();
        if (!seen.add(id)) {
          continue;
        }
        if (named.contains(id)) {
          next.add(id);
        } else {
          ahead.add(id);
        }
      }
    }
    return next;
  }

  private static List<FlowNode> after(FlowNode node, Collection<FlowNode> nodes) {
    return Stream.concat(
            node.getOutgoing().stream().map(SequenceFlow::getTarget),
            nodes.stream()
                .filter(each -> each instanceof BoundaryEvent at && at.getAttachedTo() == node))
        .toList();
  }

  /** Whether an overview must include the node; nodes that can happen at any time are left out. */
  private static boolean belongs(FlowNode node) {
    return node instanceof EndEvent
        || (node instanceof Activity
            && !(node instanceof SubProcess part && part.triggeredByEvent()));
  }

  private static Map<String, String> starts(BpmnModelInstance model) {
    return nodes(model).stream()
        .filter(StartEvent.class::isInstance)
        .collect(toMap(FlowNode::getId, FlowNode::getName));
  }

  /** The nodes of the process itself, without those in its sub-processes. */
  private static List<FlowNode> nodes(BpmnModelInstance model) {
    return model.getModelElementsByType(Process.class).iterator().next().getFlowElements().stream()
        .filter(FlowNode.class::isInstance)
        .map(FlowNode.class::cast)
        .toList();
  }

  private static Set<String> elements(BpmnModelInstance model) {
    Set<String> elements = new HashSet<>();
    model.getModelElementsByType(FlowElement.class).forEach(each -> elements.add(each.getId()));
    return elements;
  }

  private static Set<String> drawn(Path picture) throws IOException {
    Set<String> drawn = new HashSet<>();
    Matcher ids =
        Pattern.compile("data-element-id=\"((?!TextAnnotation|Association)\\w+?)(_label)?\"")
            .matcher(Files.readString(picture));
    while (ids.find()) {
      drawn.add(ids.group(1));
    }
    return drawn;
  }

  private static double width(Path picture) throws IOException {
    Matcher width =
        Pattern.compile("<svg [^>]*width=\"([\\d.]+)\"").matcher(Files.readString(picture));
    assertThat(width.find()).isTrue();
    return Double.parseDouble(width.group(1));
  }

  private static BpmnModelInstance model(String process) {
    return Bpmn.readModelFromFile(MODELS.resolve(process + ".bpmn").toFile());
  }

  private static BpmnModelInstance overview(String process) {
    return Bpmn.readModelFromFile(OVERVIEWS.resolve(process + ".bpmn").toFile());
  }

  private static Stream<String> models() throws IOException {
    return namesIn(MODELS);
  }

  private static Stream<String> overviews() throws IOException {
    return namesIn(OVERVIEWS);
  }

  private static Stream<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".bpmn"))
          .map(file -> file.substring(0, file.length() - ".bpmn".length()))
          .sorted()
          .toList()
          .stream();
    }
  }
}
