package io.domainflow.process.listener;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares listeners that only earlier models name, whose instances may still be running. */
@Configuration
class ListenerConfiguration {

  /** Does nothing: {@link OrderCancelledListener}, at the same end events, checks what it did. */
  @Bean({"commandInFlightListener", "cancelDeletionListener"})
  ExecutionListener checkedWhenCancelled() {
    return execution -> {};
  }
}
