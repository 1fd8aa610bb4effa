package io.domainflow.wire;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request body that is handed out once at most, and that knows whether it was.
 *
 * <p>The HTTP client asks for the body when the connection stands and the header is on its way. As
 * long as it has not asked, the command cannot have been executed, whatever went wrong; from then
 * on it may have been. A second request for it, for whatever reason, gets an error instead.
 */
final class OneTimeBody implements BodyPublisher {

  private enum State {
    KEPT,
    HANDED_OUT,
    WITHDRAWN
  }

  private final BodyPublisher body;
  private final AtomicReference<State> state = new AtomicReference<>(State.KEPT);

  OneTimeBody(String text) {
    body = HttpRequest.BodyPublishers.ofString(text);
  }

  /**
   * Makes sure that the body is no longer handed out.
   *
   * @return whether that came in time, that is, nothing of it has left
   */
  boolean withdraw() {
    state.compareAndSet(State.KEPT, State.WITHDRAWN);
    return state.get() == State.WITHDRAWN;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (state.compareAndSet(State.KEPT, State.HANDED_OUT)) {
      body.subscribe(subscriber);
      return;
    }
    subscriber.onSubscribe(NOTHING);
    subscriber.onError(new IOException("The body of a command is sent once."));
  }

  private static final Flow.Subscription NOTHING =
      new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
      };
}
