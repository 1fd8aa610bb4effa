package io.domainflow.process.worker;

import io.domainflow.registrar.RegistrarProperties;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Refuses settings with which one step could be worked on twice at the same time: a call must end
 * well before its lock does.
 */
@Configuration
@EnableConfigurationProperties(WorkerProperties.class)
class WorkerConfiguration {

  WorkerConfiguration(WorkerProperties worker, RegistrarProperties registrar) {
    if (registrar.callTimeout().multipliedBy(2).compareTo(worker.lockTime()) >= 0) {
      throw new IllegalStateException(
          "domainflow.worker.lock-time ("
              + worker.lockTime()
              + ") must be more than twice domainflow.ispapi.call-timeout ("
              + registrar.callTimeout()
              + "): otherwise a step could run twice while its first call is still running");
    }
    if (registrar.connectTimeout().compareTo(registrar.callTimeout()) >= 0) {
      throw new IllegalStateException(
          "domainflow.ispapi.connect-timeout must be shorter than domainflow.ispapi.call-timeout");
    }
  }

  @Bean
  RetrySchedule retrySchedule(WorkerProperties worker) {
    return new RetrySchedule(
        worker.retryPauses(),
        worker.longestOutagePause(),
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
