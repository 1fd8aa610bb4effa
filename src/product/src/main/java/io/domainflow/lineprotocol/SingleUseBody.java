package io.domainflow.lineprotocol;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request body that is sent at most once, and that knows whether it was.
 *
 * <p>The HTTP client requests the body when the connection is established and the header is being
 * sent. Until then, the command cannot have been executed, whatever went wrong; after that it may
 * have been. Any second request for the body fails.
 */
final class SingleUseBody implements BodyPublisher {

  private enum State {
    KEPT,
    HANDED_OUT,
    WITHDRAWN
  }

  private final BodyPublisher body;
  private final AtomicReference<State> state = new AtomicReference<>(State.KEPT);

  SingleUseBody(String text) {
    body = HttpRequest.BodyPublishers.ofString(text);
  }

  /**
   * Prevents the body from being sent.
   *
   * @return whether that was in time, so that nothing of it has been sent
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
