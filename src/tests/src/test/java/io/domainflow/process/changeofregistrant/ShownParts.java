package io.domainflow.process.changeofregistrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.commons.annotation.Testable;

/**
 * The parts of the model that the stories of a class show. Whether they do can be checked when all
 * of them have been told.
 */
final class ShownParts {

  private static final Path MODEL = Path.of("processes", "ChangeOfRegistrantProcess.bpmn");

  private final Set<String> parts;
  private final Set<String> told = new HashSet<>();

  private ShownParts(Set<String> parts) {
    this.parts = parts;
  }

  static ShownParts of(String... parts) {
    return new ShownParts(Set.of(parts));
  }

  /** What none of the others show, so that all of them together show every part of the model. */
  static ShownParts allBut(ShownParts... others) {
    Set<String> parts =
        Bpmn.readModelFromFile(MODEL.toFile()).getModelElementsByType(FlowNode.class).stream()
            .map(FlowNode::getId)
            .collect(Collectors.toSet());
    for (ShownParts shownElsewhere : others) {
      parts.removeAll(shownElsewhere.parts);
    }
    return new ShownParts(parts);
  }

  /** Records that a story has been told. */
  void told(TestInfo story) {
    told.add(name(story));
  }

  /** Checks that processes have passed all these parts, unless some stories have been left out. */
  void areReached(TestInfo test, ChangeStories changes) {
    assumeTrue(told.containsAll(otherStories(test)), "the other stories have not been told");

    assertThat(changes.reached()).containsAll(parts);
  }

  private static List<String> otherStories(TestInfo test) {
    return Arrays.stream(test.getTestClass().orElseThrow().getDeclaredMethods())
        .filter(method -> isAnnotated(method, Testable.class))
        .map(Method::getName)
        .filter(story -> !story.equals(name(test)))
        .toList();
  }

  private static String name(TestInfo story) {
    return story.getTestMethod().orElseThrow().getName();
  }
}
