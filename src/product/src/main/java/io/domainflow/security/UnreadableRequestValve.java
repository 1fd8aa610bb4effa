package io.domainflow.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests that the server refuses before the application sees them, such as one whose
 * address has letters beyond ASCII that are not percent-encoded. The server itself would answer
 * with a page for browsers.
 */
public class UnreadableRequestValve extends ErrorReportValve {

  private static final Logger log = LoggerFactory.getLogger(UnreadableRequestValve.class);

  /** Created by the server, by its class name. */
  public UnreadableRequestValve() {
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    if (response.getStatus() != HttpServletResponse.SC_BAD_REQUEST
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      super.report(request, response, throwable);
      return;
    }
    try {
      Problem.UNREADABLE.send(request.getRequest(), response.getResponse());
      response.finishResponse();
    } catch (IOException e) {
      log.debug("the caller of an unreadable request has gone", e);
    }
  }
}
