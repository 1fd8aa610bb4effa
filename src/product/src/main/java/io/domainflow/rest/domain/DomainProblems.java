package io.domainflow.rest.domain;

import static io.domainflow.rest.ProblemDetails.problem;

import io.domainflow.order.domain.DomainHasOpenOrder;
import io.domainflow.order.domain.DomainNotHere;
import io.domainflow.rest.OrderLink;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Translates errors of requests about names into problem details. */
@RestControllerAdvice(basePackageClasses = DomainProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DomainProblems {

  @ExceptionHandler
  ProblemDetail domainHasOpenOrder(DomainHasOpenOrder e) {
    ProblemDetail problem =
        problem(
            HttpStatus.CONFLICT,
            "name-busy",
            "An order is working on this name",
            "Nothing was changed: " + e.getMessage() + ".");
    problem.setProperty("order", OrderLink.of(e.order()));
    return problem;
  }

  @ExceptionHandler
  ProblemDetail domainNotHere(DomainNotHere e) {
    return problem(
        HttpStatus.CONFLICT,
        "domain-not-here",
        "The registrar does not show the domain in the account",
        "What was read before stays: "
            + e.getMessage()
            + ". If it has left, «gone» of the domain says how; if that is not known yet, the daily"
            + " check of the account finds out where it is.");
  }

  @ExceptionHandler
  ProblemDetail holdNotFound(HoldNotFound e) {
    return problem(HttpStatus.NOT_FOUND, "hold-not-found", "No hold", e.getMessage() + ".");
  }

  @ExceptionHandler
  ProblemDetail severalAccounts(SeveralAccounts e) {
    ProblemDetail problem =
        problem(
            HttpStatus.CONFLICT,
            "several-accounts",
            "The domain is known in several accounts",
            e.getMessage() + ".");
    problem.setProperty("accounts", e.accounts());
    return problem;
  }
}
