package org.candlewright.ui.explorer;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candlewright.feed.DataLibrary.Content;
import org.candlewright.feed.FilePreview;
import org.candlewright.feed.ImportOptions;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;

/** How a file is to be read: as detected, and as corrected by hand. */
public final class FileForm {
  private final FilePreview preview;
  private final int more;
  private final StringProperty content = new SimpleStringProperty();
  private final StringProperty instrument = new SimpleStringProperty();
  private final StringProperty timeframe = new SimpleStringProperty();
  private final StringExpression problem =
      Bindings.createStringBinding(this::check, content, instrument, timeframe);

  /**
   * @param more files that wait behind this one
   */
  FileForm(FilePreview preview, int more) {
    this.preview = preview;
    this.more = more;
    content.set(preview.content().name().toLowerCase(Locale.ROOT));
    instrument.set(
        bySymbol()
            ? preview.venue() + (preview.perpetual() ? ":*.P" : ":*")
            : preview.instrument().map(InstrumentId::toString).orElse(""));
    timeframe.set(preview.timeframe().map(Timeframe::toString).orElse(""));
  }

  /**
   * What is to be done.
   *
   * @param options as the import takes them
   */
  record Wanted(Content content, ImportOptions options) {}

  public FilePreview preview() {
    return preview;
  }

  int more() {
    return more;
  }

  /** Whether a symbol column names the instruments. */
  boolean bySymbol() {
    return !preview.symbols().isEmpty();
  }

  /** {@code candles}, {@code mark} or {@code funding}. */
  public StringProperty contentProperty() {
    return content;
  }

  /** An instrument, or {@code venue:*} and {@code venue:*.P} for a symbol column. */
  public StringProperty instrumentProperty() {
    return instrument;
  }

  /** Length of a bar; not asked for with funding. */
  public StringProperty timeframeProperty() {
    return timeframe;
  }

  /** What is wrong with it; empty if nothing is. */
  public StringExpression problemProperty() {
    return problem;
  }

  boolean needsTimeframe() {
    return !content.get().equals("funding");
  }

  private String check() {
    try {
      wanted();
      return "";
    } catch (InputException e) {
      return e.line();
    }
  }

  /**
   * @throws InputException if something is wrong
   */
  Wanted wanted() {
    Content kind = Content.valueOf(content.get().toUpperCase(Locale.ROOT));
    Optional<Timeframe> bars =
        needsTimeframe() ? Optional.of(Timeframe.parse(timeframe.get().strip())) : Optional.empty();
    String named = instrument.get().strip();
    boolean all = named.endsWith(":*") || named.endsWith(":*.P");
    if (!all) {
      return new Wanted(kind, ImportOptions.of(InstrumentId.parse(named), bars));
    }
    if (!bySymbol()) {
      throw new InputException(
          "the file has no symbol column", "Name the one instrument, such as binance:BTCUSDT.P");
    }
    return new Wanted(
        kind,
        new ImportOptions(
            Optional.empty(),
            Optional.of(named.substring(0, named.indexOf(':'))),
            named.endsWith(".P"),
            bars,
            Optional.empty(),
            Optional.empty(),
            false));
  }
}
