package io.domainflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A billing system that receives webhooks, with answers set by the test. */
public final class WebhookReceiver implements AutoCloseable {

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile Answering answering = status(200);

  /** Starts the receiver, which accepts everything. */
  public WebhookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /** A received request. */
  public record Received(HttpHeaders headers, String body) {

    /** The value of a header that must be present once. */
    public String header(String name) {
      List<String> values = headers.allValues(name);
      if (values.size() != 1) {
        throw new IllegalStateException(name + " came " + values.size() + " times");
      }
      return values.get(0);
    }

    public String id() {
      return header("webhook-id");
    }
  }

  /** The receiver's way of answering. */
  @FunctionalInterface
  public interface Answering {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** A bare status, with headers in pairs if any. */
  public static Answering status(int status, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** No answer at all. */
  public static Answering never() {
    return exchange -> Thread.currentThread().join();
  }

  public void answer(Answering newAnswering) {
    answering = newAnswering;
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hooks?from=domainflow";
  }

  public List<Received> received() {
    return received;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(
          new Received(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
      answering.answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
