package org.candlewright.strategy;

import java.util.List;

/** Numbers of the reasons that stops and targets have, behind those of the rules. */
record ExitReasons(int stop, int target, int trailing, int breakEven) {
  /** Appends the reasons that the exits can have. */
  static ExitReasons append(ExitRules exits, List<String> reasons) {
    boolean ranges = exits.stop().map(ExitRules.Ranges.class::isInstance).orElse(false);
    int stop = exits.stop().isPresent() ? add(reasons, ranges ? "atr_sl" : "stop_loss") : -1;
    boolean targetRanges =
        exits.targets().stream()
            .anyMatch(
                target ->
                    target.level() instanceof ExitRules.Ranges
                        || (ranges && target.level() instanceof ExitRules.Reward));
    int target =
        exits.targets().isEmpty() ? -1 : add(reasons, targetRanges ? "atr_tp" : "take_profit");
    int trailing = exits.trailing().isPresent() ? add(reasons, "trailing_stop") : -1;
    int breakEven = exits.breakEven().isPresent() ? add(reasons, "breakeven_sl") : -1;
    return new ExitReasons(stop, target, trailing, breakEven);
  }

  private static int add(List<String> reasons, String reason) {
    reasons.add(reason);
    return reasons.size() - 1;
  }
}
