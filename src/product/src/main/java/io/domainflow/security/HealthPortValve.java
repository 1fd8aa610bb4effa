package io.domainflow.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Answers nothing but health checks on the port for them. */
class HealthPortValve extends ValveBase {

  private final Connector port;

  HealthPortValve(Connector port) {
    super(true);
    this.port = port;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (request.getConnector() == port && !CallerValve.isAboutHealth(request)) {
      Problem.NO_SUCH_ADDRESS.send(response.getResponse());
    } else {
      getNext().invoke(request, response);
    }
  }
}
