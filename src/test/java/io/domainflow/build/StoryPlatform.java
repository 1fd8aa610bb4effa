package io.domainflow.build;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import io.domainflow.account.Platform;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

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
      return enabled("its stories decide");
    }
    Optional<OnlyAtIspapi> notHere = findAnnotation(context.getElement(), OnlyAtIspapi.class);
    if (notHere.isPresent()) {
      return disabled(BuildReport.NOT_AT_CNR + ": " + notHere.get().value());
    }
    boolean mainWay =
        findAnnotation(context.getElement(), BothReadings.class)
            .filter(BothReadings::alwaysBoth)
            .isPresent();
    return mainWay || BuildSize.current() != BuildSize.SHORT
        ? enabled("told on both platforms")
        : disabled(BuildReport.SECOND_PLATFORM);
  }
}
