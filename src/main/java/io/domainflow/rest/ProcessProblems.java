package io.domainflow.rest;

import static io.domainflow.rest.Problems.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what is wrong with a request about processes. */
@RestControllerAdvice(assignableTypes = {ProcessController.class, FailedStepsController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProcessProblems {

  @ExceptionHandler
  ProblemDetail notFound(ProcessNotFound e) {
    return problem(HttpStatus.NOT_FOUND, "process-not-found", "Not found", e.getMessage() + ".");
  }
}
