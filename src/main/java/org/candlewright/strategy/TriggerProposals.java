package org.candlewright.strategy;

/** What the rules propose in one pass, best first: by conviction, then by the run's order. */
final class TriggerProposals {
  private final int[] instrument;
  private final int[] rule;
  private final double[] conviction;
  private final double[] confidence;
  private int count;

  TriggerProposals(int instruments) {
    this.instrument = new int[instruments];
    this.rule = new int[instruments];
    this.conviction = new double[instruments];
    this.confidence = new double[instruments];
  }

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  /** Puts a proposal into its place; instruments come in the run's order. */
  void add(int ofInstrument, int byRule, double withConviction, double withConfidence) {
    int at = count++;
    while (at > 0 && conviction[at - 1] < withConviction) {
      instrument[at] = instrument[at - 1];
      rule[at] = rule[at - 1];
      conviction[at] = conviction[at - 1];
      confidence[at] = confidence[at - 1];
      at--;
    }
    instrument[at] = ofInstrument;
    rule[at] = byRule;
    conviction[at] = withConviction;
    confidence[at] = withConfidence;
  }

  int instrument(int place) {
    return instrument[place];
  }

  int rule(int place) {
    return rule[place];
  }

  double conviction(int place) {
    return conviction[place];
  }

  double confidence(int place) {
    return confidence[place];
  }
}
