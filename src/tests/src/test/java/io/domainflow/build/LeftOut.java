package io.domainflow.build;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips the marked tests in the short build, so that they are counted and reported. */
final class LeftOut implements ExecutionCondition {

  private static final Pattern CASE = Pattern.compile("\\[test-template-invocation:#(\\d+)]$");

  /** In the name of a case, as JUnit makes it from its parameters. */
  private static final Pattern READING = Pattern.compile("\\bprofile ?= ?\"?(\\w)\\b");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (BuildSize.current() != BuildSize.SHORT) {
      return enabled("everything is tried");
    }
    if (findAnnotation(context.getElement(), OnlyInFull.class).isPresent()) {
      return disabled(BuildReport.ONLY_IN_FULL);
    }
    int number = number(context);
    boolean secondReading =
        number == 2
            && findAnnotation(context.getElement(), BothReadings.class)
                .filter(readings -> !readings.alwaysBoth())
                .isPresent();
    if (secondReading || isCaseOfSecondReading(context)) {
      return disabled(BuildReport.SECOND_READING);
    }
    boolean further =
        findAnnotation(context.getElement(), FirstCases.class)
            .filter(first -> number > first.value())
            .isPresent();
    return further ? disabled(BuildReport.FURTHER_CASES) : enabled("in every build");
  }

  private static boolean isCaseOfSecondReading(ExtensionContext context) {
    if (number(context) == 0
        || findAnnotation(context.getElement(), FirstReading.class).isEmpty()) {
      return false;
    }
    Matcher reading = READING.matcher(context.getDisplayName());
    if (!reading.find()) {
      throw new IllegalStateException("the case does not name it: " + context.getDisplayName());
    }
    return reading.group(1).equals("B");
  }

  /** The number of a case of a parameterized test, from 1; 0 for the test as a whole. */
  private static int number(ExtensionContext context) {
    Matcher number = CASE.matcher(context.getUniqueId());
    return number.find() ? Integer.parseInt(number.group(1)) : 0;
  }
}
