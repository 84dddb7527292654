package org.candlewright.engine.risk;

import java.util.List;
import java.util.Optional;

/**
 * What the checks make of a proposal.
 *
 * @param lots what is left of it
 * @param checks in their order, all of them
 * @param cuts caps that it was cut to, in their order
 */
public record Verdict(long lots, List<RiskCheck> checks, List<Cut> cuts) {

  /** A cap that cut the entry, and the lots that were left. */
  public record Cut(String name, long lots) {}

  /** The first check that failed. */
  public Optional<RiskCheck> refusal() {
    return checks.stream().filter(check -> !check.passed()).findFirst();
  }
}
