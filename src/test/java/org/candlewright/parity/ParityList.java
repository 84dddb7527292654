package org.candlewright.parity;

/**
 * A recorded list and the settings its script ran with.
 *
 * @param name of the list, and of the strategy file that says the same
 * @param from first day of the chart, and of the run
 * @param capital in the account's currency
 */
record ParityList(String name, String from, String capital) {
  static ParityList of(String name) {
    return new ParityList(name, "2025-03-31", "1000000");
  }

  ParityList since(String day) {
    return new ParityList(name, day, capital);
  }

  @Override
  public String toString() {
    return name;
  }
}
