package io.domainflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The orders of the shop. */
class OrderBookTest {

  @Test
  void areTheSameForTheSameSeed() {
    assertThat(new OrderBook(new Customers(7), 1).registration("example.com"))
        .isEqualTo(new OrderBook(new Customers(7), 1).registration("example.com"));
    assertThat(new Customers(7).name("com")).isEqualTo(new Customers(7).name("com"));
  }

  @Test
  void haveANameEachHoweverManyThereAre() {
    Customers customers = new Customers(1);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      names.add(customers.name("com"));
    }
    assertThat(names).hasSize(5_000);
  }
}
