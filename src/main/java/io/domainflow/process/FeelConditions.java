package io.domainflow.process;

import io.domainflow.tld.Conditions;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Conditions of forms, evaluated by the engine's own FEEL. */
@Component
class FeelConditions implements Conditions {

  private final FeelEngine feel = new ScalaFeelEngine(List.of());

  @Override
  public boolean holds(String feelExpression, Map<String, Object> variables) {
    String expression =
        feelExpression.startsWith("=") ? feelExpression.substring(1) : feelExpression;
    try {
      Object result =
          feel.evaluateSimpleExpression(
              expression, Variables.fromMap(variables).asVariableContext());
      return Boolean.TRUE.equals(result);
    } catch (FeelException e) {
      throw new IllegalArgumentException("not a FEEL expression: " + expression, e);
    }
  }
}
