package io.domainflow.proof;

import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.lineprotocol.Credentials;
import io.domainflow.lineprotocol.Endpoint;
import io.domainflow.lineprotocol.LineProtocolClient;
import io.domainflow.lineprotocol.LineProtocolHttp;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.CallFailed;
import io.domainflow.registrar.command.SetRenewalMode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the client of the registrar in a separate JVM with little memory. It writes one line for
 * each address: the results of its calls, the longest one in milliseconds, and the highest use of
 * the heap in MiB.
 */
public final class TamperedAnswersCaller {

  private TamperedAnswersCaller() {}

  /**
   * Calls each address several times at once.
   *
   * @param args file for the lines, calls at the same time, milliseconds for a call, addresses
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    int calls = Integer.parseInt(args[1]);
    LineProtocolClient client =
        new LineProtocolClient(
            LineProtocolHttp.create(Duration.ofSeconds(1)),
            Duration.ofMillis(Long.parseLong(args[2])));
    ExecutorService threads = Executors.newFixedThreadPool(calls);
    List<String> lines = new ArrayList<>();
    for (String address : List.of(args).subList(3, args.length)) {
      heap().forEach(MemoryPoolMXBean::resetPeakUsage);
      List<Future<String>> ends = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < calls; i++) {
        ends.add(threads.submit(() -> call(client, new Endpoint(URI.create(address), "1234"))));
      }
      Set<String> distinct = new TreeSet<>();
      for (Future<String> end : ends) {
        distinct.add(end.get());
      }
      long milliseconds = Duration.ofNanos(System.nanoTime() - start).toMillis();
      long peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      lines.add(String.join(" / ", distinct) + "\t" + milliseconds + "\t" + (peak >> 20));
    }
    threads.shutdown();
    Files.write(Path.of(args[0]), lines);
  }

  private static String call(LineProtocolClient client, Endpoint endpoint) {
    try {
      SetRenewalMode command =
          new SetRenewalMode(DomainName.of("example.com"), RenewalMode.AUTOEXPIRE);
      return "answered "
          + client
              .send(endpoint, new Credentials("login", "password"), IspapiCodecs.encode(command))
              .code();
    } catch (CallFailed e) {
      return e.getClass().getSimpleName() + ": " + e.reason();
    }
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
