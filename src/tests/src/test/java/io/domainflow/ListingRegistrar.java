package io.domainflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A registrar that only lists an account's names, open transfers and events, as many and as odd as
 * a test needs. It answers in the form of the registrar's own examples.
 */
public final class ListingRegistrar implements AutoCloseable {

  private static final String DONE = "[RESPONSE]\nCODE=200\nDESCRIPTION=Command completed\n";

  private final HttpServer server;
  private final Map<String, String> transfers = new LinkedHashMap<>();
  private final Map<String, Event> events = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> names = new LinkedHashMap<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private int awayBehind = Integer.MAX_VALUE;

  private record Event(String type, String subtype, String data, String at) {}

  public ListingRegistrar() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/call.cgi";
  }

  /** Lists a transfer, replacing its earlier state. */
  public synchronized void transfer(String domain, String state) {
    transfers.put(domain, state);
  }

  /** Removes a name from the list of transfers. */
  public synchronized void gone(String domain) {
    transfers.remove(domain);
  }

  /** Lists a name with these properties, replacing its earlier ones. */
  public synchronized void name(String domain, Map<String, String> properties) {
    names.put(domain, properties);
  }

  /** No longer lists a name. */
  public synchronized void nameGone(String domain) {
    names.remove(domain);
  }

  /** Fails for requests for names after the first ones, until {@link #begin}. */
  public synchronized void awayBehind(int names) {
    awayBehind = names;
  }

  /** Lists an event that names this domain. */
  public void event(String id, String domain, String subtype) {
    event(id, "DOMAIN_TRANSFER", subtype, "domain:" + domain);
  }

  /** Lists an event of any kind. */
  public synchronized void event(String id, String type, String subtype, String data) {
    events.put(id, new Event(type, subtype, data, "2026-01-05 10:00:00"));
  }

  /** The ids of the listed events. */
  public synchronized List<String> events() {
    return List.copyOf(events.keySet());
  }

  /** Loses the listed events. */
  public synchronized void loseEvents() {
    events.clear();
  }

  /** Answers a command with this code instead, until {@link #begin}. */
  public synchronized void refuse(String command, int code) {
    refusals.put(command, code);
  }

  /** Answers everything again. */
  public synchronized void accept() {
    refusals.clear();
    awayBehind = Integer.MAX_VALUE;
  }

  /** The commands it was asked, in their order. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  public synchronized void forgetCalls() {
    calls.clear();
  }

  /** Returns to the empty initial state. */
  public synchronized void begin() {
    transfers.clear();
    events.clear();
    names.clear();
    refusals.clear();
    awayBehind = Integer.MAX_VALUE;
    calls.clear();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] answer =
          answer(
                  command(
                      new String(
                          exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII)))
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static Map<String, String> command(String form) {
    String text =
        Arrays.stream(form.split("&"))
            .map(field -> field.split("=", 2))
            .filter(field -> field[0].equals("s_command"))
            .map(field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8))
            .findFirst()
            .orElseThrow();
    return text.lines()
        .map(line -> line.split("=", 2))
        .filter(line -> line.length == 2)
        .collect(
            Collectors.toMap(
                line -> line[0].strip().toUpperCase(Locale.ROOT), line -> line[1].strip()));
  }

  private synchronized String answer(Map<String, String> command) {
    String name = command.get("COMMAND");
    calls.add(name);
    if (refusals.containsKey(name)) {
      return "[RESPONSE]\nCODE=%d\nDESCRIPTION=no\nEOF\n".formatted(refusals.get(name));
    }
    return switch (name) {
      case "QueryDomainList" -> command.containsKey("WIDE") ? names(command) : transfers(command);
      case "StatusAccount" -> DONE + "EOF\n";
      case "GetEnvironment" -> DONE + "PROPERTY[ENVIRONMENTVALUE][0]=AUTOEXPIRE\nEOF\n";
      case "QueryEventList" -> events(command);
      case "DeleteEvent" ->
          events.remove(command.get("EVENT")) == null
              ? "[RESPONSE]\nCODE=545\nDESCRIPTION=Object does not exist\nEOF\n"
              : DONE + "EOF\n";
      default -> "[RESPONSE]\nCODE=500\nDESCRIPTION=Invalid command name\nEOF\n";
    };
  }

  private String names(Map<String, String> command) {
    if (!"2".equals(command.get("VERSION")) || command.containsKey("PROPERTIES")) {
      return "[RESPONSE]\nCODE=541\nDESCRIPTION=Invalid attribute value\nEOF\n";
    }
    if (Integer.parseInt(command.get("FIRST")) >= awayBehind) {
      return "[RESPONSE]\nCODE=421\nDESCRIPTION=Command failed\nEOF\n";
    }
    List<Map.Entry<String, Map<String, String>>> part =
        part(List.copyOf(names.entrySet()), command);
    StringBuilder answer = new StringBuilder(DONE);
    property(answer, "TOTAL", List.of(Integer.toString(names.size())));
    property(answer, "OBJECTID", part.stream().map(Map.Entry::getKey).toList());
    part.stream()
        .flatMap(name -> name.getValue().keySet().stream())
        .distinct()
        .forEach(
            key ->
                property(
                    answer,
                    key,
                    part.stream().map(name -> name.getValue().getOrDefault(key, "")).toList()));
    return answer.append("EOF\n").toString();
  }

  private String transfers(Map<String, String> command) {
    if (!"2".equals(command.get("VERSION"))
        || !"TRANSFER".equals(command.get("PROPERTIES"))
        || !"IN".equals(command.get("TRANSFER-DIRECTION"))) {
      return "[RESPONSE]\nCODE=541\nDESCRIPTION=Invalid attribute value\nEOF\n";
    }
    List<Map.Entry<String, String>> part = part(List.copyOf(transfers.entrySet()), command);
    StringBuilder answer = new StringBuilder(DONE);
    property(answer, "TOTAL", List.of(Integer.toString(transfers.size())));
    property(answer, "OBJECTID", part.stream().map(Map.Entry::getKey).toList());
    property(answer, "TRANSFER-STATUS", part.stream().map(Map.Entry::getValue).toList());
    return answer.append("EOF\n").toString();
  }

  private String events(Map<String, String> command) {
    List<Map.Entry<String, Event>> part = part(List.copyOf(events.entrySet()), command);
    List<Event> rows = part.stream().map(Map.Entry::getValue).toList();
    StringBuilder answer = new StringBuilder(DONE);
    property(answer, "EVENT", part.stream().map(Map.Entry::getKey).toList());
    property(answer, "EVENTCLASS", rows.stream().map(Event::type).toList());
    property(answer, "EVENTSUBCLASS", rows.stream().map(Event::subtype).toList());
    property(answer, "EVENTDATE", rows.stream().map(Event::at).toList());
    property(answer, "EVENTDATA0", rows.stream().map(Event::data).toList());
    return answer.append("EOF\n").toString();
  }

  private static <T> List<T> part(List<T> all, Map<String, String> command) {
    int first = Math.min(Integer.parseInt(command.getOrDefault("FIRST", "0")), all.size());
    int limit = Integer.parseInt(command.get("LIMIT"));
    return all.subList(first, Math.min(all.size(), first + limit));
  }

  private static void property(StringBuilder answer, String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      answer.append("PROPERTY[%s][%d]=%s\n".formatted(name, i, values.get(i)));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
