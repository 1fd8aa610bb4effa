package io.domainflow.security;

import io.domainflow.server.ThreadsPerAddress;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request from the connection. Reading fails when the body becomes too large,
 * when it has kept its thread waiting for too long, or when too many other bodies are waited for.
 */
class ArrivingBody implements InputBuffer {

  static final long LIMIT = 1 << 20;

  /** A caller that is still sending reads no answer, and would only see a broken connection. */
  private static final long READ_AFTER_THE_ANSWER = 2 * LIMIT;

  private final Request request;
  private final InputBuffer connection;
  private final String address;
  private final ThreadsPerAddress waiting;
  private final Duration time;
  private long count;
  private long waited;
  private @Nullable Problem refusal;

  ArrivingBody(Request request, String address, ThreadsPerAddress waiting, Duration time) {
    this.request = request;
    this.connection = request.getInputBuffer();
    this.address = address;
    this.waiting = waiting;
    this.time = time;
  }

  /** Why it was not read to its end; null if there was no problem. */
  @Nullable Problem refusal() {
    return refusal;
  }

  @Override
  public int doRead(ApplicationBufferHandler target) throws IOException {
    int read = read(target);
    if (count > LIMIT) {
      throw refused(Problem.TOO_LARGE);
    }
    return read;
  }

  /**
   * Reads and discards the rest of the body after the answer.
   *
   * @return whether the end was reached
   */
  boolean forgetTheRest() {
    try {
      Forgotten nowhere = new Forgotten();
      while (!request.isFinished() && count <= LIMIT + READ_AFTER_THE_ANSWER) {
        if (read(nowhere) < 0) {
          return true;
        }
      }
      return request.isFinished();
    } catch (IOException e) {
      return false;
    }
  }

  private int read(ApplicationBufferHandler target) throws IOException {
    int read = isThere() ? connection.doRead(target) : waitFor(target);
    count += Math.max(read, 0);
    return read;
  }

  private boolean isThere() {
    if (request.isFinished()) {
      return true;
    }
    request.action(ActionCode.AVAILABLE, true);
    return request.getAvailable() > 0;
  }

  private int waitFor(ApplicationBufferHandler target) throws IOException {
    if (waited > time.toNanos()) {
      throw refused(Problem.TOO_SLOW);
    }
    if (!waiting.begin(address)) {
      throw refused(Problem.TOO_MANY_BODIES);
    }
    long start = System.nanoTime();
    try {
      return connection.doRead(target);
    } catch (SocketTimeoutException e) {
      throw refused(Problem.TOO_SLOW);
    } finally {
      waited += System.nanoTime() - start;
      waiting.end(address);
    }
  }

  private IOException refused(Problem problem) {
    if (refusal == null) {
      refusal = problem;
    }
    return new IOException("the body of the request was refused: " + problem);
  }

  @Override
  public int available() {
    return connection.available();
  }

  /** Receives the bytes that are discarded. */
  private static final class Forgotten implements ApplicationBufferHandler {

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {
      throw new UnsupportedOperationException("bytes that are forgotten take no room");
    }
  }
}
