package io.domainflow.demo;

/** The stories of one process. */
interface Stories {

  /**
   * Adds the stories. The content of an order is decided here, so that the same seed gives the same
   * orders; what happens to it follows at its time.
   */
  void write(DemoTimeline timeline, OrderBook book, Shop shop);
}
