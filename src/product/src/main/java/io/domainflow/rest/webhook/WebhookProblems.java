package io.domainflow.rest.webhook;

import static io.domainflow.rest.ProblemDetails.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Translates errors of requests about webhooks into problem details. */
@RestControllerAdvice(assignableTypes = {WebhookController.class, DeliveryController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class WebhookProblems {

  @ExceptionHandler
  ProblemDetail notFound(WebhookNotFound e) {
    return problem(HttpStatus.NOT_FOUND, "webhook-not-found", "No such webhook", sentence(e));
  }

  @ExceptionHandler
  ProblemDetail deliveryNotFound(DeliveryNotFound e) {
    return problem(HttpStatus.NOT_FOUND, "delivery-not-found", "No such delivery", sentence(e));
  }

  @ExceptionHandler
  ProblemDetail refused(WebhookRefused e) {
    return problem(HttpStatus.CONFLICT, e.type(), e.title(), sentence(e));
  }

  private static String sentence(Exception e) {
    return "Nothing was changed: " + e.getMessage() + ".";
  }
}
