package org.candlewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTagsTest {
  @Test
  void tagsPushEachOtherApartAndStayInside() {
    AxisTags tags = new AxisTags(0, 100);
    for (double y : new double[] {2, 3, 50, 51, 52, 99}) {
      tags.add(y, "1", "text", "surface-panel");
    }
    List<AxisTags.Tag> placed = tags.placed();
    for (int i = 1; i < placed.size(); i++) {
      assertThat(placed.get(i).y() - placed.get(i - 1).y()).isGreaterThan(15.5);
    }
    assertThat(placed.getFirst().y()).isGreaterThanOrEqualTo(8);
    assertThat(placed.getLast().y()).isLessThanOrEqualTo(92);
  }

  @Test
  void aValueOutsideThePaneHasNoTag() {
    AxisTags tags = new AxisTags(0, 100);
    tags.add(150, "1", "text", "surface-panel");
    assertThat(tags.placed()).isEmpty();
  }
}
