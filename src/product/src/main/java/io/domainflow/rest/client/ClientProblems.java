package io.domainflow.rest.client;

import io.domainflow.order.removal.ClientHasOrders;
import io.domainflow.rest.ProblemDetails;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Translates errors of requests about API clients into problem details. */
@RestControllerAdvice(assignableTypes = ClientController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClientProblems {

  @ExceptionHandler
  ProblemDetail notFound(ClientNotFound e) {
    return problem(HttpStatus.NOT_FOUND, "client-not-found", "No such client", e);
  }

  @ExceptionHandler
  ProblemDetail tokenNotFound(TokenNotFound e) {
    return problem(HttpStatus.NOT_FOUND, "token-not-found", "No such token", e);
  }

  @ExceptionHandler
  ProblemDetail exists(ClientExists e) {
    return problem(HttpStatus.CONFLICT, "client-exists", "The name is taken", e);
  }

  @ExceptionHandler
  ProblemDetail hasOrders(ClientHasOrders e) {
    return problem(HttpStatus.CONFLICT, "client-has-orders", "The client has orders", e);
  }

  private static ProblemDetail problem(
      HttpStatus status, String type, String title, RuntimeException e) {
    return ProblemDetails.problem(
        status, type, title, "Nothing was changed: " + e.getMessage() + ".");
  }
}
