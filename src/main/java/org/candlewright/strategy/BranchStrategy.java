package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;

/**
 * A strategy up to a moment, and what a person did from there on: what is open then stays with its
 * stops and targets, and nothing more is decided but by hand.
 *
 * @param base decides until then, at that bar included
 * @param fromMillis end of the bar it branches off at, epoch milliseconds
 * @param actions by time
 */
public record BranchStrategy(
    String name, StrategyDefinition base, long fromMillis, List<Action> actions)
    implements StrategyDefinition {

  /** What a person does. */
  public enum Deed {
    LONG("long"),
    SHORT("short"),
    CLOSE("close");

    private final String word;

    Deed(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * Something done by hand after the decisions of a bar, to be filled at the next open.
   *
   * @param timeMillis end of the bar, epoch milliseconds
   */
  public record Action(long timeMillis, InstrumentId instrument, Deed deed) {}

  public BranchStrategy {
    actions = actions.stream().sorted(Comparator.comparingLong(Action::timeMillis)).toList();
  }

  /** A branch of a strategy, in which nothing is done yet; of a branch, a branch of that. */
  public static BranchStrategy of(StrategyDefinition strategy, long fromMillis) {
    if (strategy instanceof BranchStrategy branch) {
      return new BranchStrategy(
          branch.name,
          branch.base,
          Math.min(branch.fromMillis, fromMillis),
          branch.actions.stream().filter(each -> each.timeMillis() < fromMillis).toList());
    }
    return new BranchStrategy(strategy.name() + " by hand", strategy, fromMillis, List.of());
  }

  /** With one thing more done; what was done later no longer counts. */
  public BranchStrategy with(Action action) {
    List<Action> all =
        new ArrayList<>(
            actions.stream()
                .filter(each -> each.timeMillis() < action.timeMillis() || beside(each, action))
                .toList());
    all.add(action);
    return new BranchStrategy(name, base, fromMillis, all);
  }

  private static boolean beside(Action one, Action other) {
    return one.timeMillis() == other.timeMillis() && !one.instrument().equals(other.instrument());
  }

  /** Without what was done last. */
  public BranchStrategy undone() {
    return actions.isEmpty()
        ? this
        : new BranchStrategy(name, base, fromMillis, actions.subList(0, actions.size() - 1));
  }

  @Override
  public String kind() {
    return "branch";
  }

  @Override
  public String description() {
    return "Traded by hand after " + base.name() + ".";
  }

  @Override
  public Sizing sizing() {
    return base.sizing();
  }

  @Override
  public BigDecimal leverage() {
    return base.leverage();
  }

  @Override
  public Optional<String> feePreset() {
    return base.feePreset();
  }

  @Override
  public Legs legs() {
    return base.legs();
  }

  @Override
  public List<Parameter> parameters() {
    return base.parameters();
  }

  @Override
  public StrategyDefinition withParameters(Map<String, BigDecimal> values) {
    return new BranchStrategy(name, base.withParameters(values), fromMillis, actions);
  }

  @Override
  public StrategyProgram program(List<InstrumentData> instruments) {
    return new BranchProgram(this, base.program(instruments), instruments);
  }
}
