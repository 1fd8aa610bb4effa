package io.domainflow.rest;

import static io.domainflow.rest.ProblemDetails.problem;
import static io.domainflow.rest.ProblemDetails.rejected;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.domainflow.client.OutOfScope;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.intake.PreviewUnavailable;
import io.domainflow.owner.NotTheOwner;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.tld.TldUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Translates errors that any request can cause into problem details, in the words of the caller and
 * never in those of the implementation. Errors of one subject are handled in its package, which
 * comes first.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private static final Set<HttpStatus> REFUSED_BY_THE_FRAMEWORK =
      EnumSet.of(
          HttpStatus.NOT_FOUND,
          HttpStatus.METHOD_NOT_ALLOWED,
          HttpStatus.NOT_ACCEPTABLE,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE);

  private final Clock clock;

  Problems(Clock clock) {
    this.clock = clock;
  }

  @ExceptionHandler
  ProblemDetail outOfScope(OutOfScope e) {
    ProblemDetail problem =
        problem(
            HttpStatus.FORBIDDEN,
            "out-of-scope",
            "Outside the scope of the client",
            "Nothing was stored or bought for this request: "
                + e.getMessage()
                + ". Ask an administrator if it should.");
    problem.setProperty(
        "errors", List.of(new FieldProblem(e.member(), "OUT_OF_SCOPE", "is outside your scope")));
    return problem;
  }

  @ExceptionHandler
  ProblemDetail requestRejected(RequestRejected e) {
    return rejected(
        "request-rejected",
        "The request cannot be served as it is",
        "Nothing was changed. Correct what is listed and send it again",
        e);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> previewUnavailable(PreviewUnavailable e) {
    return registrarAway(e, e.until().orElse(null));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> registrarFailed(RegistrarFailure e) {
    Instant until = e instanceof Unavailable away ? away.until().orElse(null) : null;
    return registrarAway(e, until);
  }

  @ExceptionHandler
  ProblemDetail accountNotFound(AccountNotFound e) {
    return problem(
        HttpStatus.NOT_FOUND, "account-not-found", "No such account", e.getMessage() + ".");
  }

  @ExceptionHandler
  ProblemDetail tldUnavailable(TldUnavailable e) {
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "tld-unavailable",
        "The top-level domain cannot be ordered now",
        "Nothing was changed or bought: " + e.getMessage() + ".");
  }

  private ResponseEntity<ProblemDetail> registrarAway(Exception why, @Nullable Instant until) {
    ProblemDetail problem =
        problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "registrar-unavailable",
            "The registrar cannot be asked at present",
            "Nothing was stored, changed or bought; it was only a query. Send it again later. "
                + why.getMessage());
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE);
    if (until != null) {
      long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
    return answer.body(problem);
  }

  @ExceptionHandler
  ProblemDetail domainNotFound(DomainNotFound e) {
    return problem(
        HttpStatus.NOT_FOUND,
        "domain-not-found",
        "Domain not known to you",
        "Nothing was changed and nothing was bought: "
            + e.getMessage()
            + ". Check the spelling; if it should be yours, ask the operators to give it to"
            + " you.");
  }

  // Callers must not learn whether the name belongs to another login or to nobody.
  @ExceptionHandler
  ProblemDetail notTheOwner(NotTheOwner e) {
    return domainNotFound(new DomainNotFound());
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ProblemDetail database(Exception e, HttpServletRequest request) {
    log.error("the database did not serve a request", e);
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "try-again",
        "The database does not serve requests at present",
        whatToDo(request));
  }

  // The exception's message contains what was sent: it goes neither to the log nor to the caller.
  @ExceptionHandler
  ProblemDetail parameterRefused(RequestRejectedException e) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "bad-path",
        "Address refused",
        "A parameter or header of this request contains characters that are not accepted."
            + " Nothing was changed.");
  }

  @ExceptionHandler
  ProblemDetail unforeseen(RuntimeException e, HttpServletRequest request) {
    log.error("a request failed", e);
    ProblemDetail problem =
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal-error",
            "Something went wrong on our side",
            whatToDo(request) + " The log has the details under the id of this request.");
    problem.setProperty("requestId", RequestIdFilter.current());
    return problem;
  }

  private static String whatToDo(HttpServletRequest request) {
    if (HttpMethod.GET.matches(request.getMethod())) {
      return "Nothing was changed or bought: it was only a query. Ask again later.";
    }
    return request.getRequestURI().equals(OrderLink.ORDERS)
        ? "Whether the order was stored is not known. Ask for its status; if there is none, send"
            + " the same order again: it is carried out once."
        : "Whether your request was carried out is not known. Read how it stands before you send it"
            + " again.";
  }

  /** Rewords what the framework refuses. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return super.createResponseEntity(
        body instanceof ProblemDetail problem && isRefusedByTheFramework(problem)
            ? ours(HttpStatus.valueOf(problem.getStatus()), request)
            : body,
        headers,
        status,
        request);
  }

  private static boolean isRefusedByTheFramework(ProblemDetail problem) {
    HttpStatus status = HttpStatus.resolve(problem.getStatus());
    return status != null && REFUSED_BY_THE_FRAMEWORK.contains(status);
  }

  // Addresses for programs do not help a person who is looking for a page.
  private static String whereAddressesAre(WebRequest request) {
    return request instanceof ServletWebRequest asked
            && asked.getRequest().getRequestURI().startsWith("/api/")
        ? " The addresses are in the specification, at /api-docs/."
        : "";
  }

  private static ProblemDetail ours(HttpStatus status, WebRequest request) {
    return switch (status) {
      case NOT_FOUND ->
          problem(
              HttpStatus.NOT_FOUND,
              "no-such-address",
              "Nothing at this address",
              "There is nothing at this address. Nothing was changed."
                  + whereAddressesAre(request));
      case METHOD_NOT_ALLOWED ->
          problem(
              HttpStatus.METHOD_NOT_ALLOWED,
              "method-not-offered",
              "Not offered here",
              "This method is not offered at this address; those in the header Allow are. Nothing"
                  + " was changed.");
      case NOT_ACCEPTABLE ->
          problem(
              HttpStatus.NOT_ACCEPTABLE,
              "not-acceptable",
              "Not in this form",
              "There is no answer in a form that the header Accept names. Ask for"
                  + " application/json.");
      default ->
          problem(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "no-form",
              "A body of this kind is not accepted here",
              "Nothing was changed. Send the body with the header Content-Type: application/json.");
    };
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return ResponseEntity.badRequest()
        .body(
            requestRejected(
                new RequestRejected(
                    List.of(new FieldProblem(e.getParameterName(), "REQUIRED", "is required")))));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String where =
        e.getCause() instanceof JsonProcessingException json && json.getLocation() != null
            ? " near line "
                + json.getLocation().getLineNr()
                + ", column "
                + json.getLocation().getColumnNr()
            : "";
    return ResponseEntity.badRequest()
        .body(
            problem(
                HttpStatus.BAD_REQUEST,
                "not-json",
                "The body is not JSON",
                "Nothing was stored and nothing was bought. The body must be one JSON object in"
                    + " UTF-8 without repeated members; it cannot be read"
                    + where
                    + "."));
  }
}
