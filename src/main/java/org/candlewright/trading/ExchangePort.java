package org.candlewright.trading;

/** Where orders go. */
public interface ExchangePort {
  /** Sends an order; one that is known by its client id is not taken a second time. */
  void send(OrderIntent intent);

  /** Whether an order of that client id has come. */
  boolean knows(String clientId);
}
