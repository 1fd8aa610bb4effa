package io.domainflow.analysis;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures that differ only in their dimension. */
@Configuration(proxyBeanMethods = false)
class SuccessConfiguration {

  @Bean
  Figure successByOperation(EndedOrders orders) {
    return new Success(
        "success-by-operation", "Success by operation", "operation", "Operation", orders);
  }

  @Bean
  Figure successByTld(EndedOrders orders) {
    return new Success("success-by-tld", "Success by TLD", "tld", "TLD", orders);
  }

  @Bean
  Figure successByAccount(EndedOrders orders) {
    return new Success("success-by-account", "Success by account", "account", "Account", orders);
  }
}
