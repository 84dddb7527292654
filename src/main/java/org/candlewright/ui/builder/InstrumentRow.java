package org.candlewright.ui.builder;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.strategy.Legs;

/** An instrument that may be chosen. */
public final class InstrumentRow {
  private final Instrument instrument;
  private final boolean spotKnown;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

  InstrumentRow(Instrument instrument, boolean spotKnown) {
    this.instrument = instrument;
    this.spotKnown = spotKnown;
  }

  public InstrumentId id() {
    return instrument.id();
  }

  /** Symbol without venue. */
  public String symbol() {
    return instrument.id().toString().substring(instrument.id().venue().length() + 1);
  }

  public String venue() {
    return instrument.id().venue();
  }

  String quote() {
    return instrument.quote();
  }

  public boolean simulated() {
    return instrument.simulated();
  }

  public BooleanProperty chosenProperty() {
    return chosen;
  }

  /** Whether the strategy can trade it. */
  public ReadOnlyBooleanProperty usableProperty() {
    return usable.getReadOnlyProperty();
  }

  /** Why it cannot be chosen, or what it costs; may be empty. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  void showCost(String text) {
    if (usable.get()) {
      note.set(text);
    }
  }

  void fit(Legs legs) {
    boolean fits =
        switch (legs) {
          case ONE -> true;
          case PERPETUAL_AND_SPOT -> id().kind().isPerpetual() && spotKnown;
          case NAMED_PAIR -> id().kind().isPerpetual();
        };
    usable.set(fits);
    note.set(fits ? "" : id().kind().isPerpetual() ? "no spot leg" : "not a perpetual");
    if (!fits) {
      chosen.set(false);
    }
  }

  boolean matches(String filter) {
    String text = (id() + " " + (id().kind().isPerpetual() ? "perpetual" : "spot"));
    String all = text.toLowerCase(Locale.ROOT);
    for (String word : filter.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
