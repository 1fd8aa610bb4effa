package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Ends connections as a broken network does. */
@Component("sandboxTcpConnections")
@ConditionalOnSandbox
class TcpConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private volatile @Nullable ResettableHttp11Protocol protocol;

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

  /** Resets the connection of a request. */
  void reset(HttpServletRequest request) {
    end(request, true);
  }

  /** Closes the connection of a request, even if more was announced. */
  void cut(HttpServletRequest request) {
    end(request, false);
  }

  private void end(HttpServletRequest request, boolean reset) {
    Objects.requireNonNull(protocol, "a server that takes requests has its protocol")
        .end(request.getRemotePort(), request.getLocalPort(), reset);
  }
}
