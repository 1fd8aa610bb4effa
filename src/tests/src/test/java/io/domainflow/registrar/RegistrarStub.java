package io.domainflow.registrar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A web server whose answers a test computes from the form of each call. */
final class RegistrarStub implements AutoCloseable {

  /** An HTTP answer: status and body. */
  record Reply(int status, String body) {

    static Reply code(int code, String description) {
      return new Reply(
          200, "[RESPONSE]\nCODE=%d\nDESCRIPTION=%s\nEOF\n".formatted(code, description));
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  RegistrarStub(Function<Map<String, String>, Reply> script) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, script));
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/call.cgi");
  }

  private static void serve(HttpExchange exchange, Function<Map<String, String>, Reply> script)
      throws IOException {
    try (exchange) {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
      Reply reply =
          script.apply(
              Arrays.stream(form.split("&"))
                  .map(field -> field.split("=", 2))
                  .collect(Collectors.toMap(f -> f[0], f -> decoded(f[1]))));
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
