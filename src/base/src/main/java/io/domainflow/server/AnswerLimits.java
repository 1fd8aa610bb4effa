package io.domainflow.server;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits how long threads wait for callers that do not read their answers, and for how many of them
 * at the same time. Only the time spent waiting counts; an answer that fits into the buffers of the
 * connection costs none.
 */
public final class AnswerLimits {

  /** Who reads more slowly than this in the long run does not get the rest of a large answer. */
  static final long BYTES_PER_SECOND = 16 << 10;

  private static final ThreadLocal<Answer> CURRENT = new ThreadLocal<>();

  private final ThreadsPerAddress waiting;
  private final Duration time;
  private final LongSupplier nanoseconds;

  /**
   * Creates the limits.
   *
   * @param waiting the threads that wait for callers
   * @param time how long a thread may wait for one answer to be read, besides the time that reading
   *     it takes at 16 KiB a second
   */
  public AnswerLimits(ThreadsPerAddress waiting, Duration time) {
    this(waiting, time, System::nanoTime);
  }

  AnswerLimits(ThreadsPerAddress waiting, Duration time, LongSupplier nanoseconds) {
    this.waiting = waiting;
    this.time = time;
    this.nanoseconds = nanoseconds;
  }

  /**
   * From now on, this thread answers a request.
   *
   * @param address the caller, as a proxy may have named it
   */
  public void begin(String address) {
    CURRENT.set(new Answer(address));
  }

  /** This thread has answered the request. */
  public void end() {
    CURRENT.remove();
  }

  /** The answer that this thread writes; null if it writes outside a request. */
  @Nullable Answer current() {
    return CURRENT.get();
  }

  boolean beginWaiting(Answer answer) {
    return waiting.begin(answer.address);
  }

  void endWaiting(Answer answer) {
    waiting.end(answer.address);
  }

  boolean isTooSlow(Answer answer) {
    return answer.waited
        > time.plus(Duration.ofSeconds(answer.written / BYTES_PER_SECOND)).toNanos();
  }

  long now() {
    return nanoseconds.getAsLong();
  }

  /** What one answer has cost so far. */
  static final class Answer {

    private final String address;
    private long waited;
    private long written;

    Answer(String address) {
      this.address = address;
    }

    void waited(long time) {
      waited += time;
    }

    void written(long count) {
      written += count;
    }
  }
}
