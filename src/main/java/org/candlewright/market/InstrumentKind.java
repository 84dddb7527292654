package org.candlewright.market;

/** What kind of contract an instrument is. */
public enum InstrumentKind {
  /** Base currency is bought and held. */
  SPOT,
  /** Perpetual margined and settled in the quote currency, with funding. */
  LINEAR_PERPETUAL;

  public boolean isPerpetual() {
    return this == LINEAR_PERPETUAL;
  }
}
