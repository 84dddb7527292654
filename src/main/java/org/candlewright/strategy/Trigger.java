package org.candlewright.strategy;

/** Looks at one instrument at one bar for a reason to look closer. */
@FunctionalInterface
interface Trigger {
  /** Whether something is to be seen; if so, what is written into the sight. */
  boolean see(TriggerMoment moment, TriggerSight sight);
}
