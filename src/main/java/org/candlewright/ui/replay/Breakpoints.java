package org.candlewright.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where playback stops by itself: at the first of these that is hit. */
public record Breakpoints(List<Breakpoint> all) {
  static final Breakpoints NONE = new Breakpoints(List.of());
  static final Breakpoint ORDER = new Breakpoint.OnEvent(Breakpoint.Event.ORDER);

  /** Where playback stopped, and why. */
  record Hit(int row, Breakpoint breakpoint) {}

  public Breakpoints {
    all = List.copyOf(all);
  }

  /** The earliest hit after {@code from} and up to {@code to}. */
  Optional<Hit> first(LoadedRun run, int from, int to) {
    Optional<Hit> earliest = Optional.empty();
    int until = to;
    for (Breakpoint each : all) {
      OptionalInt row = each.first(run, from, until);
      if (row.isPresent() && (earliest.isEmpty() || row.getAsInt() < earliest.get().row())) {
        earliest = Optional.of(new Hit(row.getAsInt(), each));
        until = row.getAsInt();
      }
    }
    return earliest;
  }

  /** With one more in place of those it replaces. */
  Breakpoints with(Breakpoint added, Predicate<Breakpoint> replaced) {
    List<Breakpoint> now = new ArrayList<>(without(replaced).all);
    now.add(added);
    return new Breakpoints(now);
  }

  Breakpoints without(Predicate<Breakpoint> removed) {
    return new Breakpoints(all.stream().filter(removed.negate()).toList());
  }

  Breakpoints toggled(Breakpoint one) {
    return all.contains(one) ? without(one::equals) : with(one, one::equals);
  }

  /** Those that mean the same in every run. */
  Breakpoints ofAnyRun() {
    return without(each -> !each.ofAnyRun());
  }

  /** All of them in words. */
  String words() {
    return all.isEmpty()
        ? "nothing"
        : all.stream().map(Breakpoint::words).collect(Collectors.joining(", "));
  }
}
