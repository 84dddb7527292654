package org.candlewright.ui.replay;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.InputException;
import org.candlewright.market.Period;
import org.candlewright.replay.RuleTurns;
import org.candlewright.replay.WhyNot;
import org.candlewright.ui.work.BackgroundWork;

/** Sets the breakpoints of playback; what a rule does is looked up when it is first wanted. */
public final class BreakpointsViewModel {
  private final ReplayViewModel model;
  private final BackgroundWork work;
  private final Consumer<Throwable> failures;
  private Optional<Known> known = Optional.empty();

  private record Known(LoadedRun run, RuleTurns turns) {}

  public BreakpointsViewModel(
      ReplayViewModel model, BackgroundWork work, Consumer<Throwable> failures) {
    this.model = model;
    this.work = work;
    this.failures = failures;
  }

  /** What playback stops at now. */
  public Breakpoints now() {
    return model.player().breakpointsProperty().get();
  }

  private void set(Breakpoints breakpoints) {
    model.player().breakpointsProperty().set(breakpoints);
  }

  public void event(Breakpoint.Event event, boolean on) {
    Breakpoint one = new Breakpoint.OnEvent(event);
    set(on ? now().with(one, one::equals) : now().without(one::equals));
  }

  /**
   * Stops where equity falls further below its highest.
   *
   * @param percent as typed
   * @return what is wrong with it; empty if nothing is
   */
  public String drawdown(boolean on, String percent) {
    Predicate<Breakpoint> same = Breakpoint.OnDrawdown.class::isInstance;
    Optional<Double> value =
        number(percent).filter(each -> each > 0 && each < 100).map(each -> each / 100);
    return set(
        on, same, value.map(Breakpoint.OnDrawdown::new), "Type a share above 0 and below 100 %");
  }

  /** Stops where equity comes to stand below an amount; answers likewise. */
  public String equity(boolean on, String amount) {
    return set(
        on,
        Breakpoint.OnEquity.class::isInstance,
        number(amount).filter(each -> each > 0).map(Breakpoint.OnEquity::new),
        "Type an amount above 0");
  }

  /** Stops at a time; answers likewise. */
  public String date(boolean on, String text) {
    return set(
        on,
        Breakpoint.OnDate.class::isInstance,
        time(text).map(Breakpoint.OnDate::new),
        "Type a date, such as 2026-02-24 14:00");
  }

  private String set(
      boolean on,
      Predicate<Breakpoint> same,
      Optional<? extends Breakpoint> breakpoint,
      String wrong) {
    if (!on || breakpoint.isEmpty()) {
      set(now().without(same));
      return on ? wrong : "";
    }
    set(now().with(breakpoint.get(), same));
    return "";
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.parseDouble(text.strip().replace(",", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> time(String text) {
    try {
      return Optional.of(Period.parseTime(DateText.iso(text)));
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  /** Rules whose turning can be waited for. */
  public List<String> rules() {
    Set<String> names = new LinkedHashSet<>();
    model
        .momentProperty()
        .get()
        .ifPresent(
            moment ->
                moment.explanations().stream()
                    .flatMap(Optional::stream)
                    .flatMap(each -> each.rules().stream())
                    .forEach(rule -> names.add(WhyNot.name(rule))));
    return List.copyOf(names);
  }

  /** Stops where a rule begins or ceases to hold, or at none if the name is empty. */
  public void rule(String name) {
    set(now().without(Breakpoint.OnRule.class::isInstance));
    if (name.isEmpty() || model.runProperty().get().isEmpty()) {
      return;
    }
    LoadedRun run = model.runProperty().get().get();
    if (known.filter(each -> each.run() == run).isPresent()) {
      add(name, known.get());
      return;
    }
    work.start(
        "Looking where rules turn",
        (cancelled, share) ->
            new Known(run, RuleTurns.of(run.run().plan().fresh(), cancelled, share::accept)),
        found -> {
          known = Optional.of(found);
          add(name, found);
        },
        failure -> {
          if (!(failure instanceof CancelledRunException)) {
            failures.accept(failure);
          }
        });
  }

  private void add(String name, Known found) {
    if (model.runProperty().get().filter(each -> each == found.run()).isPresent()) {
      EventTimes turns = EventTimes.of(LongStream.of(found.turns().of(name)));
      set(now().with(new Breakpoint.OnRule(name, turns), Breakpoint.OnRule.class::isInstance));
    }
  }
}
