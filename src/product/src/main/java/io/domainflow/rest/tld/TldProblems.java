package io.domainflow.rest.tld;

import static io.domainflow.rest.ProblemDetails.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Translates errors of requests about top-level domains into problem details. */
@RestControllerAdvice(basePackageClasses = TldProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class TldProblems {

  @ExceptionHandler
  ProblemDetail tldNotFound(TldNotFound e) {
    return problem(
        HttpStatus.NOT_FOUND, "tld-not-found", "No such top-level domain", e.getMessage() + ".");
  }
}
