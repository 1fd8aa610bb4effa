package io.domainflow.process.worker;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads that work on steps, separate for each account: where the registrar answers slowly for
 * one account, only the steps of that account wait for each other.
 */
class CallThreads {

  private static final long IDLE_MINUTES = 1;

  private final int ofEach;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<String, ExecutorService> byAccount = new ConcurrentHashMap<>();

  /**
   * Creates no threads yet.
   *
   * @param ofEach the maximum for an account
   */
  CallThreads(int ofEach) {
    this.ofEach = ofEach;
  }

  /**
   * Works on a step once a thread of its account is free: the one with the highest priority first,
   * and among equals the oldest.
   */
  void execute(String account, long priority, Runnable work) {
    byAccount
        .computeIfAbsent(account, name -> threads())
        .execute(new Waiting(priority, numbers.incrementAndGet(), work));
  }

  private record Waiting(long priority, long number, Runnable work)
      implements Runnable, Comparable<Waiting> {

    @Override
    public void run() {
      work.run();
    }

    @Override
    public int compareTo(Waiting other) {
      return Comparator.comparingLong(Waiting::priority)
          .reversed()
          .thenComparingLong(Waiting::number)
          .compare(this, other);
    }
  }

  private ExecutorService threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            ofEach,
            ofEach,
            IDLE_MINUTES,
            TimeUnit.MINUTES,
            new PriorityBlockingQueue<>(),
            work -> new Thread(work, "registrar-call"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /**
   * Begins nothing new and waits for what is running.
   *
   * @return false if that takes longer
   */
  boolean end(Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    byAccount.values().forEach(ExecutorService::shutdown);
    boolean ended = true;
    for (ExecutorService threads : byAccount.values()) {
      ended &= threads.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    return ended;
  }
}
