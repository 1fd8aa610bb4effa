package io.domainflow.seconddialect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The registrar of the second dialect. A request is {@code verb name} and lines of {@code key:
 * value}; an answer is a number, and lines of the same form.
 */
final class NoticeBoard implements AutoCloseable {

  static final int DONE = 1000;
  static final int UNKNOWN_VERB = 2000;
  static final int NOBODY_HAS_IT = 2303;
  static final int SOMEBODY_HAS_IT = 2302;

  private final HttpServer server;
  private final Map<String, Map<String, String>> names = new ConcurrentHashMap<>();
  private final Map<String, String> people = new ConcurrentHashMap<>();
  private final List<String> bought = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicReference<String> unanswered = new AtomicReference<>("");

  NoticeBoard() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/");
  }

  /** The names that were paid for, once for each payment. */
  List<String> bought() {
    return bought;
  }

  /** Every request, as {@code verb name}. */
  List<String> asked() {
    return asked;
  }

  /** Carries out the next request with this verb without answering it. */
  void answerNothingTo(String verb) {
    unanswered.set(verb);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request =
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).strip();
    String first = request.lines().findFirst().orElse("");
    asked.add(first);
    String verb = first.split(" ", 2)[0];
    byte[] answer = answer(verb, first, values(request)).getBytes(StandardCharsets.UTF_8);
    if (unanswered.compareAndSet(verb, "")) {
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String answer(String verb, String first, Map<String, String> values) {
    String what = first.substring(verb.length()).strip();
    return switch (verb) {
      case "vacant" -> DONE + "\nvacant: " + (names.containsKey(what) ? "no" : "yes");
      case "introduce" -> introduce(values);
      case "who" ->
          people.containsKey(what) ? DONE + "\n" + people.get(what) : String.valueOf(NOBODY_HAS_IT);
      case "claim" -> claim(what, values);
      case "show" ->
          names.containsKey(what) ? DONE + lines(names.get(what)) : String.valueOf(NOBODY_HAS_IT);
      default -> String.valueOf(UNKNOWN_VERB);
    };
  }

  private String introduce(Map<String, String> values) {
    String person = lines(values).strip();
    String known =
        people.entrySet().stream()
            .filter(each -> each.getValue().equals(person))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("N" + (people.size() + 1));
    people.put(known, person);
    return DONE + "\nperson: " + known;
  }

  private synchronized String claim(String name, Map<String, String> values) {
    if (names.containsKey(name)) {
      return String.valueOf(SOMEBODY_HAS_IT);
    }
    Instant now = Instant.now();
    Map<String, String> kept = new LinkedHashMap<>(values);
    kept.put("since", now.toString());
    kept.put(
        "until",
        now.atOffset(ZoneOffset.UTC)
            .plusMonths(Integer.parseInt(values.get("months")))
            .toInstant()
            .toString());
    names.put(name, kept);
    bought.add(name);
    return DONE + lines(kept);
  }

  static Map<String, String> values(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    text.lines()
        .skip(1)
        .map(line -> line.split(": ", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> values.put(pair[0], pair[1]));
    return values;
  }

  private static String lines(Map<String, String> values) {
    StringBuilder lines = new StringBuilder();
    values.forEach((key, value) -> lines.append('\n').append(key).append(": ").append(value));
    return lines.toString();
  }
}
