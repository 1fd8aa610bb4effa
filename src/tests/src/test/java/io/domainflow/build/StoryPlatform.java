package io.domainflow.build;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;
import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;
import static org.junit.platform.commons.support.ReflectionSupport.findMethods;

import io.domainflow.account.Platform;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Knows the platform for the stories of the current test class. */
public final class StoryPlatform
    implements BeforeAllCallback, AfterAllCallback, ExecutionCondition {

  private static volatile Platform current = Platform.ISPAPI;

  /** The current platform. */
  public static Platform current() {
    return current;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    current = Platform.CNR;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    current = Platform.ISPAPI;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      return classCondition(context.getRequiredTestClass());
    }
    return condition(context.getRequiredTestMethod());
  }

  /** Without a story in this build, no application is started for the class. */
  private static ConditionEvaluationResult classCondition(Class<?> stories) {
    List<Method> methods =
        findMethods(
            stories,
            method -> isAnnotated(method, Testable.class),
            HierarchyTraversalMode.TOP_DOWN);
    return methods.stream()
            .map(StoryPlatform::condition)
            .allMatch(ConditionEvaluationResult::isDisabled)
        ? disabled(BuildReport.SECOND_PLATFORM)
        : enabled("its stories decide");
  }

  private static ConditionEvaluationResult condition(Method story) {
    Optional<OnlyAtIspapi> notHere = findAnnotation(story, OnlyAtIspapi.class);
    if (notHere.isPresent()) {
      return disabled(BuildReport.NOT_AT_CNR + ": " + notHere.get().value());
    }
    boolean mainWay =
        findAnnotation(story, BothReadings.class).filter(BothReadings::alwaysBoth).isPresent();
    return mainWay || BuildSize.current() != BuildSize.SHORT
        ? enabled("told on both platforms")
        : disabled(BuildReport.SECOND_PLATFORM);
  }
}
