package io.domainflow.rest;

import io.domainflow.model.ValuesRejected;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Builds problem details (RFC 9457) in the form that all answers of the API have. */
public final class ProblemDetails {

  private ProblemDetails() {}

  /**
   * A problem with a type that callers can rely on.
   *
   * @param type last part of the URN, such as {@code order-not-found}
   * @param detail what happened, whether anything was done and what to do
   */
  public static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:domainflow:problem:" + type));
    problem.setTitle(title);
    return problem;
  }

  /**
   * A problem of values, each of which it lists as far as an answer does.
   *
   * @param before what was done, and what to do; the problems follow
   */
  public static ProblemDetail rejected(
      String type, String title, String before, ValuesRejected rejected) {
    ProblemDetail problem =
        problem(HttpStatus.BAD_REQUEST, type, title, before + ": " + rejected.getMessage());
    problem.setProperty("errors", rejected.problems());
    if (rejected.more() > 0) {
      problem.setProperty("moreErrors", rejected.more());
    }
    return problem;
  }
}
