package io.domainflow.server;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the threads that are busy for each address, so that there are always free ones for other
 * callers.
 */
public final class ThreadsPerAddress {

  private final int perAddress;
  private final int inAll;
  private final Map<String, Integer> busy = new HashMap<>();
  private int sum;

  /**
   * Begins with no busy thread.
   *
   * @param perAddress how many threads one address may keep busy, or one {@link CallerNetwork}
   * @param inAll how many threads all addresses together may keep busy
   */
  public ThreadsPerAddress(int perAddress, int inAll) {
    this.perAddress = Math.max(1, perAddress);
    this.inAll = Math.max(1, inAll);
  }

  /** Counts a thread that is busy from now on; false if it must not be. */
  public synchronized boolean begin(String address) {
    String caller = CallerNetwork.of(address);
    int already = busy.getOrDefault(caller, 0);
    if (already >= perAddress || sum >= inAll) {
      return false;
    }
    busy.put(caller, already + 1);
    sum++;
    return true;
  }

  /** Counts a thread as free again. */
  public synchronized void end(String address) {
    busy.computeIfPresent(CallerNetwork.of(address), (key, count) -> count == 1 ? null : count - 1);
    sum--;
  }
}
