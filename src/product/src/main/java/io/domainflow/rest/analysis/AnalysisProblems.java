package io.domainflow.rest.analysis;

import static io.domainflow.rest.ProblemDetails.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Translates errors of requests about processes and figures into problem details. */
@RestControllerAdvice(basePackageClasses = AnalysisProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnalysisProblems {

  @ExceptionHandler
  ProblemDetail notFound(ProcessNotFound e) {
    return problem(HttpStatus.NOT_FOUND, "process-not-found", "Not found", e.getMessage() + ".");
  }

  @ExceptionHandler
  ProblemDetail figureNotFound(FigureNotFound e) {
    return problem(
        HttpStatus.NOT_FOUND, "figure-not-found", "No such figure", e.getMessage() + ".");
  }
}
