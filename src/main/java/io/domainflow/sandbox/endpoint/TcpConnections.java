package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Ends connections the way a broken network does. */
@Component("sandboxTcpConnections")
@ConditionalOnSandbox
class TcpConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private volatile ResettableHttp11Protocol protocol;

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(ResettableHttp11Protocol.class.getName());
    factory.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof ResettableHttp11Protocol ours) {
            protocol = ours;
          }
        });
  }

  /** Resets the connection a request came by. */
  void reset(HttpServletRequest request) {
    protocol.end(request.getRemotePort(), request.getLocalPort(), true);
  }

  /** Closes the connection of a request, even if more was announced. */
  void cut(HttpServletRequest request) {
    protocol.end(request.getRemotePort(), request.getLocalPort(), false);
  }
}
