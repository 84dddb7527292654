package org.candlewright.parity;

/**
 * A recorded list and the settings its script ran with.
 *
 * @param name of the list, and of the strategy file that says the same
 * @param from first day of the chart, and of the run
 * @param atClose whether orders fill at the close they are decided on
 * @param capital in the account's currency
 */
record ParityList(String name, String from, String capital, boolean atClose) {
  static ParityList of(String name) {
    return new ParityList(name, "2025-03-31", "1000000", false);
  }

  ParityList since(String day) {
    return new ParityList(name, day, capital, atClose);
  }

  ParityList filledAtClose() {
    return new ParityList(name, from, capital, true);
  }

  @Override
  public String toString() {
    return name;
  }
}
