package org.candlewright.engine.risk;

/** One check with its limit and what it was compared with, in plain decimals. */
public record RiskCheck(String name, String limit, String value, boolean passed) {}
