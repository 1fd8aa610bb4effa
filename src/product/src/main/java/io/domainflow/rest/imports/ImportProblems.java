package io.domainflow.rest.imports;

import static io.domainflow.rest.ProblemDetails.problem;

import io.domainflow.imports.ImportRunning;
import io.domainflow.rest.AccountNotFound;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Translates errors of requests about imports into problem details. */
@RestControllerAdvice(assignableTypes = ImportController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImportProblems {

  @ExceptionHandler
  ProblemDetail accountNotFound(AccountNotFound e) {
    return problem(
        HttpStatus.NOT_FOUND,
        "account-not-found",
        "No such account",
        "Nothing was read or changed: " + e.getMessage() + ".");
  }

  @ExceptionHandler
  ProblemDetail notFound(ImportNotFound e) {
    return problem(
        HttpStatus.NOT_FOUND, "import-not-found", "No such import", e.getMessage() + ".");
  }

  @ExceptionHandler
  ProblemDetail running(ImportRunning e) {
    ProblemDetail problem =
        problem(
            HttpStatus.CONFLICT,
            "import-running",
            "An import of the account is running",
            "Nothing was started: " + e.getMessage() + ". Wait for its end.");
    problem.setProperty("import", Map.of("href", "/api/v1/imports/" + e.id()));
    return problem;
  }

  @ExceptionHandler
  ProblemDetail notCompleted(ImportNotCompleted e) {
    return problem(HttpStatus.CONFLICT, "import-not-completed", "There is no report", e.why());
  }
}
