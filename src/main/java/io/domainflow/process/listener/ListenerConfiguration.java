package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import io.domainflow.registrar.CommandJournal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the listeners under the names that the models use. */
@Configuration
class ListenerConfiguration {

  // The second name is used by models that may still be running.
  @Bean({"commandInFlightListener", "cancelDeletionListener"})
  CommandInFlightListener commandInFlight(Orders orders, CommandJournal journal) {
    return new CommandInFlightListener(orders, journal);
  }
}
