package io.domainflow.lineprotocol;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * An HTTP server on a bare socket that can misbehave in every way. It reads each request whole,
 * counts it, and then plays its script.
 */
public final class ScriptedServer implements AutoCloseable {

  /** What the server does once it has read a request. */
  @FunctionalInterface
  public interface Script {
    void play(Exchange exchange) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final Script script;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  public ScriptedServer(Script script) {
    this(ServerSocketFactory.getDefault(), script);
  }

  public ScriptedServer(ServerSocketFactory sockets, Script script) {
    this.script = script;
    try {
      socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::acceptConnections);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public Endpoint endpoint() {
    return new Endpoint(URI.create("http://127.0.0.1:" + port() + "/api/call.cgi"), "1234");
  }

  /** Header and body of every request that arrived whole. */
  public List<String> requests() {
    return requests;
  }

  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }

  private void acceptConnections() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      // Else header and body of an answer are 40 ms apart.
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (String request = read(in); request != null; request = read(in)) {
        requests.add(request);
        script.play(new Exchange(connection, request));
        if (connection.isClosed()) {
          return;
        }
      }
    } catch (IOException e) {
      // the client hung up, as some scripts make it do
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder header = new StringBuilder();
    while (header.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      header.append((char) next);
    }
    int length =
        header
            .toString()
            .lines()
            .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    return header + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** One request, and the ways to treat it. */
  public final class Exchange {

    private final Socket connection;
    private final String request;

    private Exchange(Socket connection, String request) {
      this.connection = connection;
      this.request = request;
    }

    public String request() {
      return request;
    }

    public void answer(int status, String body) throws IOException {
      answer(status, "", body.getBytes(StandardCharsets.UTF_8));
    }

    public void answer(int status, String moreHeaders, byte[] body) throws IOException {
      write(
          "HTTP/1.1 %d Some Reason\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n%s\r\n"
              .formatted(status, body.length, moreHeaders));
      write(body);
    }

    public void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.UTF_8));
    }

    public void write(byte[] bytes) throws IOException {
      OutputStream out = connection.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    public void hangUp() throws IOException {
      connection.close();
    }

    /** Closes with a TCP reset instead of an orderly end. */
    public void reset() throws IOException {
      connection.setSoLinger(true, 0);
      connection.close();
    }

    /** Waits until the test is over. */
    public void keepSilent() throws InterruptedException {
      closed.await();
    }

    /** Waits a little; false when the test is over. */
    public boolean pause(long milliseconds) throws InterruptedException {
      return !closed.await(milliseconds, TimeUnit.MILLISECONDS);
    }
  }
}
