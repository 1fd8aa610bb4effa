package io.domainflow.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class SingleUseBodyTest {

  private final SingleUseBody body = new SingleUseBody("s_command=ü");

  @Test
  void isHandedOutOnce() {
    Receiver first = new Receiver();
    Receiver second = new Receiver();

    body.subscribe(first);
    body.subscribe(second);

    assertThat(first.received).hasToString("s_command=ü");
    assertThat(first.failure).isNull();
    assertThat(second.received).isEmpty();
    assertThat(second.failure).isNotNull();
    assertThat(body.withdraw()).as("withdrawn in time").isFalse();
  }

  @Test
  void isNotHandedOutOnceWithdrawn() {
    Receiver late = new Receiver();

    assertThat(body.withdraw()).isTrue();
    body.subscribe(late);

    assertThat(late.received).isEmpty();
    assertThat(late.failure).isNotNull();
    assertThat(body.withdraw()).as("still withdrawn").isTrue();
  }

  private static final class Receiver implements Flow.Subscriber<ByteBuffer> {

    private final StringBuilder received = new StringBuilder();
    private Throwable failure;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
      received.append(StandardCharsets.UTF_8.decode(bytes));
    }

    @Override
    public void onError(Throwable newFailure) {
      failure = newFailure;
    }

    @Override
    public void onComplete() {}
  }
}
