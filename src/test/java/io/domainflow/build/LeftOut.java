package io.domainflow.build;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves out of the short build what its marks say, so that it is counted and told. */
final class LeftOut implements ExecutionCondition {

  private static final String SECOND = "[test-template-invocation:#2]";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (BuildSize.current() != BuildSize.SHORT) {
      return enabled("everything is tried");
    }
    if (AnnotationSupport.isAnnotated(context.getElement(), OnlyInFull.class)) {
      return disabled(BuildReport.ONLY_IN_FULL);
    }
    boolean secondReading =
        context.getUniqueId().endsWith(SECOND)
            && AnnotationSupport.findAnnotation(context.getElement(), BothReadings.class)
                .filter(readings -> !readings.alwaysBoth())
                .isPresent();
    return secondReading ? disabled(BuildReport.SECOND_READING) : enabled("in every build");
  }
}
