package io.domainflow.sandbox.control;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.clock.NotSettled;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Problems of control calls, as {@code application/problem+json}. */
@RestControllerAdvice(basePackageClasses = ControlProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnSandbox
class ControlProblems {

  @ExceptionHandler
  ProblemDetail badControl(BadControl problem) {
    ProblemDetail detail = problem(HttpStatus.BAD_REQUEST, "bad-control", problem.getMessage());
    problem.wrong().ifPresent(wrong -> detail.setProperty("errors", List.of(wrong)));
    return detail;
  }

  @ExceptionHandler
  ProblemDetail notSettled(NotSettled problem) {
    ProblemDetail detail = problem(HttpStatus.GATEWAY_TIMEOUT, "not-settled", problem.getMessage());
    detail.setProperty("unfinished", problem.unfinished());
    return detail;
  }

  private static ProblemDetail problem(HttpStatus status, String type, @Nullable String message) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, message);
    detail.setType(URI.create("urn:domainflow:sandbox:" + type));
    return detail;
  }
}
