package io.domainflow.security;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the threads that wait for bodies of requests. Each address may keep some of them waiting,
 * and all addresses together half of them, so that there are always free threads for callers who
 * send their bodies at once.
 */
class WaitingBodies {

  private final int perAddress;
  private final int inAll;
  private final Map<String, Integer> waiting = new HashMap<>();
  private int sum;

  WaitingBodies(int perAddress, int threads) {
    this.perAddress = perAddress;
    this.inAll = Math.max(1, threads / 2);
  }

  /** Counts a thread that begins to wait; false if it must not. */
  synchronized boolean begin(String address) {
    int already = waiting.getOrDefault(address, 0);
    if (already >= perAddress || sum >= inAll) {
      return false;
    }
    waiting.put(address, already + 1);
    sum++;
    return true;
  }

  synchronized void end(String address) {
    waiting.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    sum--;
  }
}
