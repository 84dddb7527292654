package org.candlewright.strategy;

import java.util.List;

/** What a carry enters and leaves on, once a settled rate of its perpetual is known. */
sealed interface CarrySignal permits CarryThreshold, CarryComposite {
  /** Reason codes by number. */
  List<String> reasons();

  /** Whether the pair is worth entering now; returns the reason's number, -1 if it is not. */
  int enters(CarryMoment moment);

  /** How sure it is of an entry now, 0 to 1. */
  double conviction(CarryMoment moment);

  /** Whether that says more than that it enters. */
  boolean statesConviction();

  /** Whether a held pair should be closed now; returns the reason's number, -1 to hold on. */
  int leaves(CarryMoment moment);

  /** What it saw and why it is for or against the pair. */
  Explanation explain(CarryMoment moment);
}
