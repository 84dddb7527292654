package org.candlewright.reference;

import java.nio.file.Path;
import java.util.List;

final class ReferenceComparison {
  ReferenceComparison(Path folder, ReferenceResult r, ReferenceOptions o, List<ReferenceMarket.Series> s) {}
  List<String> report() { return List.of(); }
}
