package io.domainflow.server;

import io.domainflow.server.AnswerLimits.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one connection. A write of which nothing was taken is followed by a wait of the
 * thread, until Tomcat tries again or gives up.
 */
final class LimitedWrites {

  private final AnswerLimits limits;
  private Answer outsideOfRequests = new Answer("");
  private @Nullable Answer waitingFor;
  private long since;

  LimitedWrites(AnswerLimits limits) {
    this.limits = limits;
  }

  /**
   * The connection is now that of another caller.
   *
   * @param channel null while it is nobody's
   */
  synchronized void connected(@Nullable SocketChannel channel) throws IOException {
    closed();
    outsideOfRequests =
        new Answer(
            channel != null && channel.getRemoteAddress() instanceof InetSocketAddress peer
                ? peer.getAddress().getHostAddress()
                : "");
  }

  /**
   * Notes what a write has achieved.
   *
   * @param count the bytes that were taken
   * @param more whether there is more to write
   * @throws IOException if the thread must not wait for the reader, or not any longer
   */
  synchronized void wrote(int count, boolean more) throws IOException {
    Answer answer = Objects.requireNonNullElse(limits.current(), outsideOfRequests);
    answer.written(Math.max(count, 0));
    if (waitingFor != null) {
      long now = limits.now();
      answer.waited(now - since);
      since = now;
    }
    if (count != 0 || !more) {
      closed();
    } else if (waitingFor == null) {
      if (!limits.beginWaiting(answer)) {
        throw new IOException("too many threads already wait for callers that do not read");
      }
      waitingFor = answer;
      since = limits.now();
    }
    if (more && limits.isTooSlow(answer)) {
      throw new IOException("the caller reads the answer too slowly");
    }
  }

  /** Nobody waits for the reader any longer. */
  synchronized void closed() {
    if (waitingFor != null) {
      limits.endWaiting(waitingFor);
      waitingFor = null;
    }
  }
}
