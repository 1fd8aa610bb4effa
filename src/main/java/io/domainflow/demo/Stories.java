package io.domainflow.demo;

/** The stories of one process. */
interface Stories {

  /**
   * Writes them down to be told. What an order says is decided here, so that the same seed gives
   * the same orders; what happens to it is told at its time.
   */
  void write(Timeline told, OrderBook book, Shop shop);
}
