package io.domainflow.security;

import io.domainflow.server.ThreadsPerAddress;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/**
 * Protects the application from requests that are larger than any order can be, and from those that
 * arrive so slowly that they would block threads. Unlike a filter, it also runs before the server's
 * own parsing of forms, and it answers whatever the application made of an incomplete body.
 */
class BodyValve extends ValveBase {

  private final ThreadsPerAddress waiting;
  private final Duration time;

  BodyValve(ThreadsPerAddress waiting, Duration time) {
    super(true);
    this.waiting = waiting;
    this.time = time;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request connection = request.getCoyoteRequest();
    ArrivingBody body = new ArrivingBody(connection, request.getRemoteAddr(), waiting, time);
    if (request.getContentLengthLong() > ArrivingBody.LIMIT) {
      Problem.TOO_LARGE.send(response.getResponse());
    } else {
      var before = connection.getInputBuffer();
      connection.setInputBuffer(body);
      try {
        getNext().invoke(request, response);
      } finally {
        connection.setInputBuffer(before);
      }
      if (body.refusal() != null && !response.isCommitted()) {
        answer(body.refusal(), request, response);
      }
    }
    if (!request.isAsync() && !isComplete(body)) {
      boolean answered = !response.isErrorReportRequired();
      if (answered) {
        response.finishResponse();
      }
      // otherwise the server itself would read the rest, for as long as it takes
      connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      if (answered) {
        response.setErrorReported();
      }
    }
  }

  private static boolean isComplete(ArrivingBody body) {
    return (body.refusal() == null || body.refusal() == Problem.TOO_LARGE) && body.forgetTheRest();
  }

  private void answer(Problem refusal, Request request, Response response) throws IOException {
    request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
    response.setSuspended(false);
    response.reset();
    if (refusal == Problem.TOO_MANY_BODIES) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(time.toSeconds()));
    }
    refusal.send(response.getResponse());
  }
}
