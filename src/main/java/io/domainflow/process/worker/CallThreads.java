package io.domainflow.process.worker;

import io.domainflow.database.KeptPlans;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which steps are worked, apart for each account: where the registrar takes long to
 * answer one account, its steps wait for each other and not those of other accounts for them.
 */
class CallThreads {

  private static final long IDLE_MINUTES = 1;

  private final int ofEach;
  private final Map<String, ExecutorService> byAccount = new ConcurrentHashMap<>();

  /**
   * None yet.
   *
   * @param ofEach how many an account has at most
   */
  CallThreads(int ofEach) {
    this.ofEach = ofEach;
  }

  void execute(String account, Runnable work) {
    byAccount.computeIfAbsent(account, name -> threads()).execute(work);
  }

  private ExecutorService threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            ofEach,
            ofEach,
            IDLE_MINUTES,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            work -> new Thread(KeptPlans.during(work), "registrar-call"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /**
   * Begins nothing new and waits for what has begun.
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
