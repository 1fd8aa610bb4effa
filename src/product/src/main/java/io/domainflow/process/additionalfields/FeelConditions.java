package io.domainflow.process.additionalfields;

import io.domainflow.tld.Conditions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.springframework.stereotype.Component;

/**
 * Evaluates conditions of forms with the engine's own FEEL. Each is parsed once: parsing takes much
 * longer than evaluation, and there are no more conditions than the forms have.
 */
@Component
class FeelConditions implements Conditions {

  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
  private final Map<String, ParsedExpression> read = new ConcurrentHashMap<>();

  @Override
  public boolean holds(String feelExpression, Map<String, Object> variables) {
    EvaluationResult result =
        feel.evaluate(read.computeIfAbsent(feelExpression, this::read), variables);
    return result.isSuccess() && Boolean.TRUE.equals(result.result());
  }

  private ParsedExpression read(String feelExpression) {
    String expression =
        feelExpression.startsWith("=") ? feelExpression.substring(1) : feelExpression;
    ParseResult result = feel.parseExpression(expression);
    if (result.isFailure()) {
      throw new IllegalArgumentException(
          "not a FEEL expression: " + expression + ": " + result.failure().message());
    }
    return result.parsedExpression();
  }
}
