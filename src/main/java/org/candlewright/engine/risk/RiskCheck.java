package org.candlewright.engine.risk;

import java.util.function.Supplier;

/**
 * One check with its limit and what it was compared with, in plain decimals. The texts are made
 * when somebody reads them: of most refusals nobody wants to know more than the name.
 */
public final class RiskCheck {
  private final String name;
  private final Supplier<String> limit;
  private final Supplier<String> value;
  private final boolean passed;

  /**
   * @param limit made of values that do not change
   * @param value likewise, or asked for before they do
   */
  RiskCheck(String name, Supplier<String> limit, Supplier<String> value, boolean passed) {
    this.name = name;
    this.limit = limit;
    this.value = value;
    this.passed = passed;
  }

  public String name() {
    return name;
  }

  public String limit() {
    return limit.get();
  }

  public String value() {
    return value.get();
  }

  public boolean passed() {
    return passed;
  }

  @Override
  public String toString() {
    return name + ": " + value() + ", limit " + limit() + (passed ? "" : ", failed");
  }
}
