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
   * @param perAddress how many threads one address may keep busy
   * @param inAll how many threads all addresses together may keep busy
   */
  public ThreadsPerAddress(int perAddress, int inAll) {
    this.perAddress = Math.max(1, perAddress);
    this.inAll = Math.max(1, inAll);
  }

  /** Counts a thread that is busy from now on; false if it must not be. */
  public synchronized boolean begin(String address) {
    int already = busy.getOrDefault(address, 0);
    if (already >= perAddress || sum >= inAll) {
      return false;
    }
    busy.put(address, already + 1);
    sum++;
    return true;
  }

  /** Counts a thread as free again. */
  public synchronized void end(String address) {
    busy.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    sum--;
  }
}
