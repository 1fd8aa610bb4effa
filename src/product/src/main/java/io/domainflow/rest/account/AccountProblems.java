package io.domainflow.rest.account;

import static io.domainflow.rest.ProblemDetails.problem;
import static io.domainflow.rest.ProblemDetails.rejected;

import io.domainflow.order.removal.AccountInUse;
import io.domainflow.rest.AccountNotFound;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Translates errors of requests about accounts into problem details. */
@RestControllerAdvice(assignableTypes = {AccountController.class, AuthorizationController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccountProblems {

  @ExceptionHandler
  ProblemDetail accountRejected(AccountRejected e) {
    return rejected(
        "account-rejected",
        "The account cannot be taken as it is",
        "Nothing was changed. Correct what is listed and send it again",
        e);
  }

  @ExceptionHandler
  ProblemDetail notFound(AccountNotFound e) {
    return problem(HttpStatus.NOT_FOUND, "account-not-found", "No such account", sentence(e));
  }

  @ExceptionHandler
  ProblemDetail authorizationNotFound(AuthorizationNotFound e) {
    return problem(
        HttpStatus.NOT_FOUND, "authorization-not-found", "No such authorisation", sentence(e));
  }

  @ExceptionHandler
  ProblemDetail exists(AccountExists e) {
    return problem(HttpStatus.CONFLICT, "account-exists", "The name is taken", sentence(e));
  }

  @ExceptionHandler
  ProblemDetail configured(AccountIsConfigured e) {
    return problem(
        HttpStatus.CONFLICT,
        "account-configured",
        "The account comes from the configuration",
        sentence(e));
  }

  @ExceptionHandler
  ProblemDetail inUse(AccountInUse e) {
    return problem(
        HttpStatus.CONFLICT, "account-in-use", "The account has open orders", sentence(e));
  }

  private static String sentence(Exception e) {
    return "Nothing was changed: " + e.getMessage() + ".";
  }
}
