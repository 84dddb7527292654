package org.candlewright.ui.explorer;

import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** Explorer: reads and compares, never trades. */
public final class ExplorerViewModel {
  private final FundingViewModel funding;
  private final PairsViewModel pairs;
  private final DataViewModel data;

  public ExplorerViewModel(ExplorerServices services) {
    this.funding = new FundingViewModel(services);
    this.pairs = new PairsViewModel(services);
    this.data = new DataViewModel(services, funding::load);
  }

  public FundingViewModel funding() {
    return funding;
  }

  public PairsViewModel pairs() {
    return pairs;
  }

  public DataViewModel data() {
    return data;
  }

  /** Whether something is being read. */
  ReadOnlyBooleanProperty busyProperty() {
    return funding.loadingProperty();
  }

  /** Reads what is stored. */
  public void open(Map<String, String> state) {
    funding.restore(state);
    pairs.restore(state);
    funding.load();
  }
}
