package org.candlewright.ui.replay;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.image.Image;
import org.candlewright.backtest.RunPlan;
import org.candlewright.export.DecisionTable;
import org.candlewright.export.RunArchive;
import org.candlewright.export.RunPart;
import org.candlewright.market.Period;
import org.candlewright.ui.SaveFile;
import org.candlewright.ui.chart.PngPicture;

/**
 * Writes what Replay shows: tables of the visible range, which ends at the playhead, and pictures.
 */
public final class ReplayExport {
  private final ReplayViewModel model;
  private final RunArchive archive;
  private final SaveFile save;

  /** Tables that can be written. */
  public enum Table {
    /** Trades that ended in the range: an open one would tell what lies ahead. */
    TRADES("trades", new RunPart("trades.csv", "exit_time"), content -> content),
    FILLS("fills", RunPart.FILLS, content -> content),
    DECISIONS("decisions", RunPart.DECISIONS, DecisionTable::csv),
    EQUITY("equity", RunPart.EQUITY, content -> content);

    private final String words;
    private final RunPart part;
    private final UnaryOperator<byte[]> form;

    Table(String words, RunPart part, UnaryOperator<byte[]> form) {
      this.words = words;
      this.part = part;
      this.form = form;
    }

    public String words() {
      return words;
    }

    byte[] of(Map<String, byte[]> files, Period period) {
      byte[] all = Optional.ofNullable(files.get(part.file())).orElseThrow();
      return form.apply(part.within(all, period));
    }
  }

  public ReplayExport(ReplayViewModel model, RunArchive archive, SaveFile save) {
    this.model = model;
    this.archive = archive;
    this.save = save;
  }

  /** Writes a table of what is visible. */
  public void table(Table table) {
    model
        .runProperty()
        .get()
        .ifPresent(
            run -> {
              Period period = shown(run, table);
              RunPlan plan = run.run().plan();
              save.save(
                  name(run, table.words()) + ".csv",
                  () -> table.of(archive.files(plan.fresh(), () -> false, share -> {}), period));
            });
  }

  /** From the left edge to the playhead; what opens at the playhead's time comes after it. */
  private Period shown(LoadedRun run, Table table) {
    VisibleRange visible = model.visibleProperty().get();
    int row = Math.max(0, model.rowProperty().get());
    long head = run.run().rows().time(row);
    boolean closes = table == Table.DECISIONS || table == Table.EQUITY;
    boolean all = closes || row == run.rows() - 1;
    long until = Math.min(visible.toMillis() + 1, all ? head + 1 : head);
    return new Period(visible.fromMillis(), Math.max(visible.fromMillis() + 1, until));
  }

  /**
   * Writes a picture.
   *
   * @param what what it shows, for the file's name
   */
  public void picture(String what, Image image) {
    model
        .runProperty()
        .get()
        .ifPresent(run -> save.save(name(run, what) + ".png", () -> PngPicture.of(image)));
  }

  private String name(LoadedRun run, String what) {
    String title = run.summary().name().isEmpty() ? run.summary().strategy() : run.summary().name();
    long head = run.run().rows().time(Math.max(0, model.rowProperty().get()));
    String time = Instant.ofEpochMilli(head).toString().substring(0, 16).replace(":", "");
    return (title + "-" + what + "-" + time).replaceAll("[^A-Za-z0-9.-]+", "-");
  }
}
