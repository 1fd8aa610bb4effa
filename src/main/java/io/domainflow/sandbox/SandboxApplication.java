package io.domainflow.sandbox;

import io.domainflow.model.MovableClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;

/**
 * The sandbox alone, without engine or database (profile {@code sandbox}). Not a {@code
 * Configuration}, so that the whole application does not find it when it scans its packages.
 */
@EnableAutoConfiguration
@ComponentScan
public class SandboxApplication {

  @Bean
  MovableClock clock() {
    return new MovableClock();
  }

  @Bean
  AloneAnnouncement aloneAnnouncement(Environment settings) {
    return new AloneAnnouncement(settings);
  }

  @Bean
  LoopbackOnlyFilter loopbackOnlyFilter() {
    return new LoopbackOnlyFilter();
  }
}
