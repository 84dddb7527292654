package org.candlewright.ui.replay;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.candlewright.engine.EngineSummary;
import org.candlewright.ui.Nodes;
import org.candlewright.ui.chart.NumberText;

/** The whole run as it was and as it would have been: profit, drawdown, trades. */
final class WhatIfTable extends GridPane {
  private static final double WORDS = 98;
  private static final double NUMBERS = 78;
  private static final double GAP = 8;

  /** Of all columns together. */
  static final double WIDTH = WORDS + 3 * (GAP + NUMBERS);

  private final Line profit = new Line("what-if-profit", "Net P&L", 0);
  private final Line drawdown = new Line("what-if-drawdown", "Max drawdown, %", 1);
  private final Line trades = new Line("what-if-trades", "Trades", 2);
  private final Label changes = Nodes.label("", "small", "soft");

  /** A row of the table. */
  private final class Line {
    final Label now = Nodes.label("", "number");
    final Label then = Nodes.label("", "number", "strong-number");
    final Label change = Nodes.label("", "number");
    private String tone = "";

    Line(String id, String words, int row) {
      then.setId(id);
      addRow(row + 1, Nodes.label(words, "soft"), now, then, change);
    }

    void show(String was, String is, String difference, double good) {
      now.setText(was);
      then.setText(is);
      change.setText(difference);
      String style = good > 0 ? "gain" : good < 0 ? "loss" : "";
      if (!style.equals(tone)) {
        change.getStyleClass().remove(tone);
        tone = style;
        change.getStyleClass().add(tone);
      }
    }
  }

  WhatIfTable() {
    setHgap(GAP);
    setVgap(1);
    getColumnConstraints().add(new ColumnConstraints(WORDS));
    for (int i = 0; i < 3; i++) {
      ColumnConstraints numbers = new ColumnConstraints(NUMBERS);
      numbers.setHalignment(HPos.RIGHT);
      getColumnConstraints().add(numbers);
    }
    addRow(
        0,
        Nodes.label("Whole run", "small", "faint"),
        Nodes.label("Now", "small", "faint"),
        Nodes.label("What if", "small", "faint"),
        Nodes.label("Change", "small", "faint"));
    changes.setId("what-if-changes");
    add(changes, 0, 4, 4, 1);
  }

  void clear() {
    for (Line line : new Line[] {profit, drawdown, trades}) {
      line.show("", "", "", 0);
    }
    changes.setText("");
  }

  void show(LoadedRun run, Optional<WhatIf> whatIf) {
    EngineSummary was = run.run().summary();
    double profitWas = run.money(was.equity() - was.capital());
    int tradesWas = run.run().trades().size();
    if (whatIf.isEmpty()) {
      clear();
      profit.show(NumberText.signed(profitWas, 2), "", "", 0);
      drawdown.show(NumberText.plain(-fall(was), 2), "", "", 0);
      trades.show(NumberText.plain(tradesWas, 0), "", "", 0);
    }
    whatIf.ifPresent(
        each -> {
          EngineSummary is = each.simulation().summary();
          double profitIs = run.money(is.equity() - is.capital());
          double better = fall(was) - fall(is);
          int tradesIs = each.simulation().trades().size();
          profit.show(
              NumberText.signed(profitWas, 2),
              NumberText.signed(profitIs, 2),
              NumberText.signed(profitIs - profitWas, 2),
              profitIs - profitWas);
          drawdown.show(
              NumberText.plain(-fall(was), 2),
              NumberText.plain(-fall(is), 2),
              NumberText.signed(better, 2),
              better);
          trades.show(
              NumberText.plain(tradesWas, 0),
              NumberText.plain(tradesIs, 0),
              NumberText.signed(tradesIs - tradesWas, 0),
              0);
          changes.setText(words(each.beside()));
        });
  }

  private static String words(Beside beside) {
    return beside.changes().kept().size()
        + " kept, "
        + beside.changes().lost().size()
        + " lost, "
        + beside.changes().fresh().size()
        + " new";
  }

  private static double fall(EngineSummary summary) {
    return summary.worstPeak() == 0 ? 0 : 100.0 * summary.worstFall() / summary.worstPeak();
  }
}
