package org.candlewright.trading;

import java.util.HashSet;
import java.util.Set;

/**
 * The exchange of paper sessions. The simulated exchange inside the engine works the orders; what
 * is left for this one is to take each order once. It is asked by one thread.
 */
public final class PaperExchange implements ExchangePort {
  private final Set<String> known = new HashSet<>();

  @Override
  public void send(OrderIntent intent) {
    known.add(intent.clientId());
  }

  @Override
  public boolean knows(String clientId) {
    return known.contains(clientId);
  }
}
