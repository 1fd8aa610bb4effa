package io.domainflow.security;

import io.domainflow.server.AnswerLimits;
import io.domainflow.server.ThreadsPerAddress;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/**
 * Protects the server from callers who keep its threads busy: one address has only some of them at
 * the same time, and one that does not read an answer does not get the rest of it. Health checks
 * are answered even if their address has no thread left.
 */
class CallerValve extends ValveBase {

  private static final Set<String> HEALTH =
      Set.of("/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness");

  private static final String SECONDS = "1";

  private final ThreadsPerAddress working;
  private final ThreadsPerAddress healthChecks;
  private final AnswerLimits answers;

  CallerValve(ThreadsPerAddress working, ThreadsPerAddress healthChecks, AnswerLimits answers) {
    super(true);
    this.working = working;
    this.healthChecks = healthChecks;
    this.answers = answers;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String address = request.getRemoteAddr();
    answers.begin(address);
    try {
      ThreadsPerAddress counted = isAboutHealth(request) ? healthChecks : working;
      if (counted.begin(address)) {
        try {
          getNext().invoke(request, response);
        } finally {
          counted.end(address);
        }
      } else {
        refuse(request, response);
      }
      if (!request.isAsync() && !response.isErrorReportRequired()) {
        // the last of the answer, which the server would write outside the limits
        response.finishResponse();
      }
    } finally {
      answers.end();
    }
  }

  static boolean isAboutHealth(Request request) {
    // null if the server could not read it
    String path = request.getRequestURI();
    return path != null && HEALTH.contains(path);
  }

  private static void refuse(Request request, Response response) throws IOException {
    // reading the rest of the request would take a thread, too
    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
    Problem.TOO_MANY_AT_ONCE.send(response.getResponse());
  }
}
