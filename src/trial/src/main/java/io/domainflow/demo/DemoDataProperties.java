package io.domainflow.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo data, which is created once the application is ready. For the profile {@code
 * demo} only.
 *
 * @param orders how many orders to create; 0 for none, otherwise at least as many as are needed to
 *     show every state
 * @param seed number that decides which names and people appear; the same number gives the same
 *     ones
 */
@ConfigurationProperties("domainflow.demo-data")
record DemoDataProperties(@DefaultValue("0") int orders, @DefaultValue("1") long seed) {

  static final int MOST = 5_000;

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if there cannot be that many orders
   */
  DemoDataProperties {
    if (orders < 0 || orders > MOST) {
      throw new IllegalArgumentException(
          "domainflow.demo-data.orders must be from 0 to " + MOST + ", not " + orders);
    }
  }
}
