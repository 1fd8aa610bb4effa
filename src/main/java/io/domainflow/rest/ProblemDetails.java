package io.domainflow.rest;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Problems by RFC 9457 as all answers of the API have them. */
public final class ProblemDetails {

  private ProblemDetails() {}

  /**
   * An answer of ours, whose type callers can rely on.
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
}
