package io.domainflow.rest.order;

import static io.domainflow.rest.ProblemDetails.problem;
import static io.domainflow.rest.ProblemDetails.rejected;

import io.domainflow.order.intake.CancellationRefused;
import io.domainflow.order.intake.DuplicateOrder;
import io.domainflow.order.intake.IdempotentResponses.KeyInUse;
import io.domainflow.order.intake.IdempotentResponses.KeyOfAnotherRequest;
import io.domainflow.order.intake.InputRefused;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.order.limits.TooManyOpenOrders;
import io.domainflow.rest.LoginAccess;
import io.domainflow.rest.OrderLink;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Translates errors of requests about orders into problem details. */
@RestControllerAdvice(basePackageClasses = OrderProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class OrderProblems {

  private final LoginAccess access;

  OrderProblems(LoginAccess access) {
    this.access = access;
  }

  @ExceptionHandler
  ProblemDetail orderRejected(OrderRejected e) {
    return rejected(
        "order-rejected",
        "The order cannot be accepted as it is",
        "Nothing was stored and nothing was bought. Correct what is listed and send it again",
        e);
  }

  @ExceptionHandler
  ProblemDetail duplicate(DuplicateOrder e, Authentication login) {
    boolean otherContent = e.kind() != DuplicateOrder.Kind.NAME_BUSY;
    boolean shown =
        e.kind() != DuplicateOrder.Kind.NO_LONGER_YOURS
            && access.caller(login).maySee(e.earlier().owner());
    ProblemDetail problem =
        problem(
            otherContent ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT,
            otherContent ? "reference-used" : "name-busy",
            otherContent
                ? "The reference belongs to another order"
                : "Another order is working on this name",
            "Nothing was stored and nothing was bought: "
                + e.getMessage()
                + (shown && !otherContent ? ", or cancel it first." : "."));
    if (shown) {
      problem.setProperty("order", OrderLink.of(e.earlier()));
    }
    return problem;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooManyOpen(TooManyOpenOrders e) {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, "600")
        .body(
            problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-open-orders",
                "Too many orders are open",
                "Nothing was stored and nothing was bought: " + e.getMessage() + "."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> keyInUse(KeyInUse e) {
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .header(HttpHeaders.RETRY_AFTER, "1")
        .body(
            problem(
                HttpStatus.CONFLICT,
                "request-in-flight",
                "The same request is just being answered",
                "This one has done nothing. Send it again in a moment: it gets the answer of the"
                    + " first."));
  }

  @ExceptionHandler
  ProblemDetail keyUsed(KeyOfAnotherRequest e) {
    return problem(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "idempotency-key-used",
        "The idempotency key belongs to another request",
        "Nothing was done and nothing was bought: the key was sent before with another request, and"
            + " is kept for 30 days. Use a new key for a new request.");
  }

  @ExceptionHandler
  ProblemDetail cancellationRefused(CancellationRefused e) {
    return problem(
        HttpStatus.CONFLICT,
        "cancellation-refused",
        "The order cannot be cancelled now",
        "Nothing was changed: " + e.getMessage() + ".");
  }

  @ExceptionHandler
  ProblemDetail inputRefused(InputRefused e) {
    return problem(
        HttpStatus.CONFLICT,
        "input-refused",
        "The order does not wait for this",
        "Nothing was changed: " + e.getMessage() + ".");
  }

  @ExceptionHandler
  ProblemDetail noClaimsNotice(NoClaimsNotice e) {
    return problem(
        HttpStatus.NOT_FOUND, "no-claims-notice", "No trademark notice", e.getMessage() + ".");
  }

  @ExceptionHandler
  ProblemDetail noAuthCode(NoAuthCode e) {
    return switch (e.why()) {
      case NOT_THERE ->
          problem(
              HttpStatus.CONFLICT,
              "no-auth-code",
              "The order has no auth code",
              "Only a completed order for an auth code has one. The state of the order says what it"
                  + " waits for, or how it has ended.");
      case WITH_HOLDER ->
          problem(
              HttpStatus.CONFLICT,
              "no-auth-code",
              "The auth code goes to the holder",
              "It is sent to the holder of the domain, and is not handed over here.");
      case OF_ANOTHER ->
          problem(
              HttpStatus.FORBIDDEN,
              "auth-code-of-another",
              "The auth code was ordered by somebody else",
              "Staff read only the codes that they have ordered themselves. Nothing was handed over,"
                  + " and nothing has changed for the login that ordered the code.");
      case OF_OWNER ->
          problem(
              HttpStatus.FORBIDDEN,
              "auth-code-of-another",
              "The auth code belongs to the owner of the domain",
              "The domain has an owner, and no approver has agreed that staff passes its code on."
                  + " Nothing was handed over; the owner of the domain can read the code.");
      case OVER ->
          problem(
              HttpStatus.GONE,
              "auth-code-gone",
              "The auth code is no longer here",
              "It is handed over once: to the login that reads it first, and to the same login again"
                  + " for ten minutes. A code that nobody reads is deleted on the day that the"
                  + " order's remark names, and any code when the domain leaves, is disputed or gets"
                  + " another owner, registrant or code. Nothing was changed. Order the code again"
                  + " if the domain is still here.");
    };
  }

  @ExceptionHandler
  ProblemDetail notFound(OrderNotFound e) {
    return problem(HttpStatus.NOT_FOUND, "order-not-found", "No such order", e.getMessage() + ".");
  }

  @ExceptionHandler
  ProblemDetail ambiguous(AmbiguousReference e) {
    return problem(
        HttpStatus.CONFLICT,
        "reference-ambiguous",
        "Several orders have this reference",
        "Nothing was changed: " + e.getMessage() + ".");
  }
}
