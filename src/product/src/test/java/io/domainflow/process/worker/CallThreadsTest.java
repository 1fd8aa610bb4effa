package io.domainflow.process.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CallThreadsTest {

  private final CallThreads threads = new CallThreads(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private final List<String> worked = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aSingleOrderGoesBeforeWhatIsReservedOfABulk() throws InterruptedException {
    threads.execute("shop", 0, this::awaitAnswer);
    threads.execute("shop", -2, () -> worked.add("bulk 1"));
    threads.execute("shop", -2, () -> worked.add("bulk 2"));
    threads.execute("shop", 0, () -> worked.add("single"));

    answer.countDown();

    assertThat(threads.end(Duration.ofMinutes(1))).isTrue();
    assertThat(worked).containsExactly("single", "bulk 1", "bulk 2");
  }

  @Test
  void anotherAccountIsWorkedWhileOneWaits() throws InterruptedException {
    CountDownLatch other = new CountDownLatch(1);
    threads.execute("slow", 0, this::awaitAnswer);
    threads.execute("other", 0, other::countDown);

    other.await();

    assertThat(threads.end(Duration.ZERO)).as("ended while a call was running").isFalse();
    answer.countDown();
    assertThat(threads.end(Duration.ofMinutes(1))).isTrue();
  }

  private void awaitAnswer() {
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
