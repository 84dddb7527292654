package org.candlewright.ui.explorer;

import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** Explorer: reads and compares, never trades. */
public final class ExplorerViewModel {
  private final FundingViewModel funding;

  public ExplorerViewModel(ExplorerServices services) {
    this.funding = new FundingViewModel(services);
  }

  public FundingViewModel funding() {
    return funding;
  }

  /** Whether something is being read. */
  ReadOnlyBooleanProperty busyProperty() {
    return funding.loadingProperty();
  }

  /** Reads what is stored. */
  public void open(Map<String, String> state) {
    funding.restore(state);
    funding.load();
  }
}
