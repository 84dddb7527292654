package org.candlewright.strategy;

import java.util.List;
import java.util.Optional;

/** All signals by name. Adding one is its own file and one line here. */
final class Signals {
  static final List<SignalKind> ALL =
      List.of(RsiSignal.KIND, MovingAverageSignal.KIND, MacdSignal.KIND);

  private Signals() {}

  static Optional<SignalKind> find(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
