package io.domainflow.analysis;

import io.domainflow.analysis.FigureHead.Filter;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The orders behind the numbers: those that were placed in a period, and those that ended in it.
 */
@Configuration(proxyBeanMethods = false)
class OrderLists {

  @Bean
  Figure placedOneByOne(JdbcClient jdbc) {
    return new OrderListing(
        "placed-orders",
        "Orders that were placed",
        "created_at",
        "Placed",
        FigureHead.OF_ORDERS,
        jdbc);
  }

  @Bean
  Figure endedOneByOne(JdbcClient jdbc) {
    return new OrderListing(
        "ended-orders",
        "Orders that have ended",
        "ended_at",
        "Ended",
        Set.of(Filter.values()),
        jdbc);
  }
}
