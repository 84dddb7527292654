package org.candlewright.strategy;

import java.util.Optional;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/** Whether one instrument is traded, bar by bar, and in which tier. */
final class Universe {
  private static final long HOUR = 3_600_000L;

  private final UniverseColumns columns;
  private final UniverseFilters filters;
  private final UniverseLists lists;
  private final Instrument instrument;
  private final Exclusion always;
  private final Optional<String> category;
  private final boolean included;
  private final int tierByHand;
  private final org.candlewright.market.BarSeries bars;

  Universe(InstrumentData data, UniverseFilters filters, UniverseLists lists) {
    this.columns = new UniverseColumns(data, filters, lists);
    this.filters = filters;
    this.lists = lists;
    this.instrument = data.instrument();
    this.bars = data.bars();
    this.category = lists.categoryOf(instrument);
    this.included = UniverseLists.anyNames(lists.include(), instrument);
    this.tierByHand = lists.tierOf(instrument);
    this.always =
        UniverseLists.anyNames(lists.exclude(), instrument)
            ? Exclusion.EXCLUDED
            : UniverseLists.anyNames(lists.neverTrade(), instrument)
                ? Exclusion.NEVER_TRADE
                : category.isPresent() ? Exclusion.CATEGORY : Exclusion.NONE;
  }

  void update(int from, int to) {
    columns.update(from, to);
  }

  /** Why it is not traded at a bar of the block; what a person says comes first. */
  Exclusion exclusion(int bar) {
    if (always != Exclusion.NONE) {
      return always;
    }
    if (flag(bar).isPresent()) {
      return Exclusion.RED_FLAG;
    }
    if (included) {
      return Exclusion.NONE;
    }
    if (columns.young(bar)) {
      return Exclusion.NEWLY_LISTED;
    }
    double turnover = columns.turnover(bar);
    double spread = EstimatedBook.spreadBps(turnover);
    if (turnover < filters.volume
        && !(turnover >= filters.volume * filters.nearMissShare
            && spread <= filters.nearMissSpread)) {
      return Exclusion.VOLUME;
    }
    if (spread > filters.spread) {
      return Exclusion.SPREAD;
    }
    return tier(bar) == 0 ? Exclusion.TIER : Exclusion.NONE;
  }

  /** Tier from 1, set by hand or by the filters; 0 for none. */
  int tier(int bar) {
    int found = tierByHand > 0 ? tierByHand : columns.tier(bar);
    return found == 0 && included ? TriggerProfile.TIERS : found;
  }

  private Optional<UniverseLists.RedFlag> flag(int bar) {
    if (lists.redFlags().isEmpty()) {
      return Optional.empty();
    }
    long now = bars.endTime(bar);
    return lists.redFlags().stream()
        .filter(
            each ->
                UniverseLists.names(each.instrument(), instrument)
                    && each.fromMillis() <= now
                    && now < each.fromMillis() + filters.banHours * HOUR)
        .findFirst();
  }

  double turnover(int bar) {
    return columns.turnover(bar);
  }

  /** The limit that an exclusion is about, in words. */
  String limit(Exclusion why, int bar) {
    return switch (why) {
      case NONE -> "";
      case EXCLUDED -> "not in universe.exclude";
      case NEVER_TRADE -> "not in universe.never_trade";
      case CATEGORY -> "not in category " + category.orElse("");
      case RED_FLAG -> "no red flag in " + filters.banHours + " hours";
      case NEWLY_LISTED -> filters.newHours + " hours";
      case VOLUME -> plain(filters.volume);
      case SPREAD -> plain(filters.spread);
      case TIER -> "tier 1 to " + TriggerProfile.TIERS;
    };
  }

  /** What there is instead. */
  String value(Exclusion why, int bar) {
    return switch (why) {
      case NONE -> "";
      case EXCLUDED, NEVER_TRADE, CATEGORY -> instrument.base();
      case RED_FLAG -> flag(bar).map(UniverseLists.RedFlag::reason).orElse("");
      case NEWLY_LISTED -> (bar + 1) + " bars";
      case VOLUME, TIER -> plain(columns.turnover(bar));
      case SPREAD -> plain(EstimatedBook.spreadBps(columns.turnover(bar)));
    };
  }

  private static String plain(double value) {
    return java.math.BigDecimal.valueOf(Math.round(value)).toPlainString();
  }

  void save(StateWriter out) {
    columns.save(out);
  }

  void restore(StateReader in) {
    columns.restore(in);
  }
}
