package io.domainflow.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.collections.SynchronizedStack;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 with {@link AnswerLimits}. Only a connection itself knows when a write has to
 * wait: filters and valves see neither the headers of an answer nor its end being written. Public
 * with a public constructor because Tomcat creates it by name.
 */
public class LimitedHttp11Protocol extends Http11NioProtocol {

  /** Without limits until it is told them. */
  public LimitedHttp11Protocol() {
    super(new Endpoint());
  }

  /** Sets the limits, before the first connection. */
  public void limit(AnswerLimits limits) {
    ((Endpoint) getEndpoint()).limits = limits;
  }

  private static final class Endpoint extends NioEndpoint {

    private @Nullable AnswerLimits limits;

    /**
     * Tomcat takes the channel of a new connection from those that earlier connections have left,
     * and otherwise creates one that has no limits. So there is always one.
     */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
      SynchronizedStack<NioChannel> left = getNioChannels();
      if (limits != null && left != null) {
        NioChannel next = left.pop();
        left.push(next == null ? channel(limits) : next);
      }
      return super.setSocketOptions(socket);
    }

    private NioChannel channel(AnswerLimits limits) {
      SocketBufferHandler buffers =
          new SocketBufferHandler(
              socketProperties.getAppReadBufSize(),
              socketProperties.getAppWriteBufSize(),
              socketProperties.getDirectBuffer());
      LimitedWrites writes = new LimitedWrites(limits);
      return isSSLEnabled()
          ? new SecureChannel(buffers, this, writes)
          : new PlainChannel(buffers, writes);
    }
  }

  private static final class PlainChannel extends NioChannel {

    private final LimitedWrites writes;

    PlainChannel(SocketBufferHandler buffers, LimitedWrites writes) {
      super(buffers);
      this.writes = writes;
    }

    @Override
    public void reset(@Nullable SocketChannel channel, @Nullable NioSocketWrapper wrapper)
        throws IOException {
      super.reset(channel, wrapper);
      writes.connected(channel);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      int count = super.write(source);
      writes.wrote(count, source.hasRemaining());
      return count;
    }

    @Override
    public void close() throws IOException {
      writes.closed();
      super.close();
    }
  }

  private static final class SecureChannel extends SecureNioChannel {

    private final LimitedWrites writes;

    SecureChannel(SocketBufferHandler buffers, NioEndpoint endpoint, LimitedWrites writes) {
      super(buffers, endpoint);
      this.writes = writes;
    }

    @Override
    public void reset(@Nullable SocketChannel channel, @Nullable NioSocketWrapper wrapper)
        throws IOException {
      super.reset(channel, wrapper);
      writes.connected(channel);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      int count = super.write(source);
      writes.wrote(count, source.hasRemaining() || getOutboundRemaining() > 0);
      return count;
    }

    @Override
    public void close() throws IOException {
      writes.closed();
      super.close();
    }
  }
}
