package io.domainflow;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on which nobody listens, for a process that is started later, and again after a kill. They
 * are outside the range from which the operating system gives ports to connections and to servers
 * that ask for any: those could take the port in between.
 */
public final class FreePort {

  // Linux gives 32768 to 60999, others 49152 to 65535.
  private static final int FIRST = 15_000;
  private static final int END = 32_000;

  private FreePort() {}

  /** A port that is free on all addresses of this machine; at random, so that no two agree. */
  public static int find() {
    int port = ThreadLocalRandom.current().nextInt(FIRST, END);
    return isFree(port) ? port : find();
  }

  private static boolean isFree(int port) {
    try (ServerSocket nobodyElse = new ServerSocket(port)) {
      return nobodyElse.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
