package io.domainflow.security;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A bean that a foreign expression would call, and that shows whether one did. Public, because
 * expressions only reach methods of public classes.
 */
public class Probe {

  private final AtomicInteger hits = new AtomicInteger();

  /** Called from expressions. */
  public String hit() {
    hits.incrementAndGet();
    return "operator";
  }

  void reset() {
    hits.set(0);
  }

  int hits() {
    return hits.get();
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Configuration {
    @Bean
    Probe probe() {
      return new Probe();
    }
  }
}
