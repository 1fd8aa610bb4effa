package io.domainflow.sandbox.endpoint;

import io.domainflow.server.LimitedHttp11Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1, with access to a single connection, because the servlet API can neither reset
 * nor cut one, and with support for requests that Tomcat alone would refuse. Public with a public
 * constructor because Tomcat creates it by name.
 */
public class ResettableHttp11Protocol extends LimitedHttp11Protocol {

  @Override
  protected Processor createProcessor() {
    return new ExpectingProcessor(this);
  }

  /**
   * Ends a connection at once.
   *
   * @param reset by a TCP reset instead of an orderly end
   * @return whether there was such a connection
   */
  boolean end(int remotePort, int localPort, boolean reset) {
    for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
      if (connection.getRemotePort() == remotePort && connection.getLocalPort() == localPort) {
        end(connection, reset);
        return true;
      }
    }
    return false;
  }

  private static void end(SocketWrapperBase<NioChannel> connection, boolean reset) {
    try {
      if (reset) {
        // With a linger time of zero, the system resets the connection for all pending data.
        connection.getSocket().getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connection.close();
    // The selector frees the descriptor, and would otherwise do so a second later.
    if (connection instanceof NioEndpoint.NioSocketWrapper nio) {
      nio.getPoller().getSelector().wakeup();
    }
  }
}
