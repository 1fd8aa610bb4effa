package io.domainflow.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Replaces an Alertmanager: it receives the alerts that Prometheus sends. */
final class AlertReceiver implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();

  private AlertReceiver(HttpServer server) {
    this.server = server;
  }

  static AlertReceiver open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AlertReceiver receiver = new AlertReceiver(server);
    server.createContext("/api/v2/alerts", receiver::take);
    server.start();
    return receiver;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JSON.readTree(exchange.getRequestBody()).forEach(received::add);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** Its address in Prometheus's format for Alertmanagers. */
  String target() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** All alerts so far, as Prometheus has sent them. */
  List<JsonNode> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
