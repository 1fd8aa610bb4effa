package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.ScriptedServer;
import io.domainflow.lineprotocol.ScriptedServer.Exchange;
import io.domainflow.lineprotocol.ScriptedServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever harmful answers arrive, eight simultaneous calls in a JVM with 192 MiB of heap end with
 * a typed failure within their time and are not repeated.
 */
class TamperedAnswersTest {

  private static final int CALLS = 8;
  private static final int HEAP_MIB = 192;
  private static final int BUDGET_MS = 4_000;

  /** The tolerance for a busy machine. */
  private static final int TOLERANCE_MS = 8_000;

  private static final String HEAD = "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\n";
  private static final byte[] BLOCK = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);

  private final Map<String, Case> cases = new LinkedHashMap<>();

  private record Case(String end, Script script) {}

  @Test
  void endsEveryCallInTimeAndInBoundedMemory(@TempDir Path directory) throws Exception {
    writeCases();
    List<ScriptedServer> servers = new ArrayList<>();
    try {
      cases.values().forEach(each -> servers.add(new ScriptedServer(each.script())));
      List<String> lines = callAll(servers, directory);

      assertThat(lines).hasSize(cases.size());
      List<String> figures = new ArrayList<>();
      figures.add(
          "%d calls at a time in a heap of %d MiB; the peaks of its parts, garbage included, are added"
              .formatted(CALLS, HEAP_MIB));
      List<String> ends = new ArrayList<>();
      int i = 0;
      for (String name : cases.keySet()) {
        String[] line = lines.get(i).split("\t", -1);
        figures.add(
            "%-34s %-50s %5s ms, %3s MiB, %d requests for %d calls"
                .formatted(
                    name, line[0], line[1], line[2], servers.get(i).requests().size(), CALLS));
        ends.add(name + ": " + line[0]);
        assertThat(Integer.parseInt(line[1])).as(name).isLessThan(BUDGET_MS + TOLERANCE_MS);
        assertThat(servers.get(i).requests()).as(name).hasSize(CALLS);
        i++;
      }
      Figures.write("tampered-answers", figures.toArray(String[]::new));
      assertThat(ends)
          .containsExactlyElementsOf(
              cases.entrySet().stream().map(c -> c.getKey() + ": " + c.getValue().end()).toList());
    } finally {
      for (ScriptedServer server : servers) {
        server.close();
      }
    }
  }

  private void writeCases() throws IOException {
    byte[] bomb = bomb();
    add(
        "100 MB, announced",
        "NoAnswer: the answer is too large",
        exchange -> flood(exchange, 1_600));
    add("without an end", "NoAnswer: the answer is too large", exchange -> flood(exchange, -1));
    answer(
        "2 MiB on one line", "NoAnswer: the answer ends too early", HEAD + "A=" + fill(2_000_000));
    answer("2 MiB of spaces", "NoAnswer: the answer ends too early", HEAD + " ".repeat(2_000_000));
    answer(
        "a list with the index 2000000000",
        "answered 200",
        HEAD + "PROPERTY[X][2000000000]=x\nEOF\n");
    answer(
        "a list with the index 999999999",
        "NoAnswer: the answer has a list that is too long",
        HEAD + "PROPERTY[X][999999999]=x\nEOF\n");
    answer(
        "an index 100 000 deep",
        "answered 200",
        HEAD + "PROPERTY" + "[0]".repeat(100_000) + "=x\nEOF\n");
    answer("20 000 lists", "NoAnswer: the answer has too many values", lists());
    add(
        "100 MB packed in 100 kB",
        "NoAnswer: the answer does not start like one",
        exchange -> exchange.answer(200, "Content-Encoding: gzip\r\n", bomb));
    add(
        "another character set",
        "NoAnswer: the answer does not start like one",
        exchange -> exchange.answer(200, "", (HEAD + "EOF\n").getBytes(StandardCharsets.UTF_16)));
    add(
        "a redirect to itself",
        "NoAnswer: HTTP 307",
        exchange -> exchange.answer(307, "Location: /api/call.cgi\r\n", new byte[0]));
    add("a slow drip", "NoAnswer: no answer in time", TamperedAnswersTest::drip);
    add(
        "header lines without an end",
        "NoAnswer: connection lost",
        exchange -> headers(exchange, "X: y\r\n"));
    add(
        "a header line without an end",
        "NoAnswer: connection lost",
        exchange -> headers(exchange, ""));
    add("chunks without an end", "NoAnswer: the answer is too large", TamperedAnswersTest::chunks);
    add(
        "interim answers without an end",
        "NoAnswer: connection lost",
        TamperedAnswersTest::interim);
  }

  private void add(String name, String end, Script script) {
    cases.put(name, new Case(end, script));
  }

  private void answer(String name, String end, String body) {
    add(name, end, exchange -> exchange.answer(200, body));
  }

  private static void flood(Exchange exchange, int blocks)
      throws IOException, InterruptedException {
    String length =
        blocks < 0 ? "Connection: close" : "Content-Length: " + (long) blocks * BLOCK.length;
    exchange.write("HTTP/1.1 200 OK\r\n" + length + "\r\n\r\n" + HEAD);
    for (int i = 0; i != blocks && exchange.pause(0); i++) {
      exchange.write(BLOCK);
    }
  }

  private static void drip(Exchange exchange) throws IOException, InterruptedException {
    exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    while (exchange.pause(20)) {
      exchange.write("[");
    }
  }

  private static void headers(Exchange exchange, String lineEnd)
      throws IOException, InterruptedException {
    exchange.write("HTTP/1.1 200 OK\r\nX-More: ");
    String block = lineEnd.isEmpty() ? fill(65_536) : lineEnd.repeat(10_000);
    while (exchange.pause(0)) {
      exchange.write(block);
    }
  }

  private static void chunks(Exchange exchange) throws IOException, InterruptedException {
    exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    while (exchange.pause(0)) {
      exchange.write("10000\r\n");
      exchange.write(BLOCK);
      exchange.write("\r\n");
    }
  }

  private static void interim(Exchange exchange) throws IOException, InterruptedException {
    while (exchange.pause(1)) {
      exchange.write("HTTP/1.1 100 Continue\r\n\r\n");
    }
  }

  private static String lists() {
    StringBuilder answer = new StringBuilder(HEAD);
    for (int i = 0; i < 20_000; i++) {
      answer.append("PROPERTY[L").append(i).append("][10000]=x\n");
    }
    return answer.append("EOF\n").toString();
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 1_600; i++) {
        out.write(BLOCK);
      }
    }
    return packed.toByteArray();
  }

  private static String fill(int length) {
    return "x".repeat(length);
  }

  private static List<String> callAll(List<ScriptedServer> servers, Path directory)
      throws IOException, InterruptedException {
    Path lines = directory.resolve("lines");
    Path log = directory.resolve("log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MIB + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                TamperedAnswersCaller.class.getName(),
                lines.toString(),
                Integer.toString(CALLS),
                Integer.toString(BUDGET_MS)));
    servers.forEach(server -> command.add(server.endpoint().url().toString()));
    Process caller =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = caller.waitFor(3, TimeUnit.MINUTES);
    caller.destroyForcibly();
    assertThat(ended).as("the caller ended without a signal").isTrue();
    assertThat(caller.exitValue()).as(Files.readString(log)).isZero();
    return Files.readAllLines(lines);
  }
}
