package org.candlewright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.candlewright.market.Period;
import org.junit.jupiter.api.Test;

class RunPartTest {
  private static final Period JUNE =
      new Period(Period.parseTime("2021-06-01"), Period.parseTime("2021-07-01"));

  @Test
  void rowsOutsideThePeriodAreLeftOutAndOthersStayAsTheyAre() {
    String header = "time,equity\n";
    String kept = "2021-06-01T00:00:00Z,\"1,5\"\n";
    String csv = header + "2021-05-31T23:00:00Z,1\n" + kept + "2021-07-01T00:00:00Z,3\n";
    assertThat(within(new RunPart("equity.csv", "time"), csv)).isEqualTo(header + kept);
  }

  @Test
  void decisionsAreCutByTheirTime() {
    String kept = "{\"time\":\"2021-06-02T00:00:00Z\",\"x\":1}\n";
    String lines = "{\"time\":\"2021-05-02T00:00:00Z\",\"x\":0}\n" + kept;
    assertThat(within(new RunPart("decisions.jsonl", "time"), lines)).isEqualTo(kept);
  }

  @Test
  void aFileWithoutTimesCannotBeCut() {
    assertThatThrownBy(() -> within(new RunPart("metrics.json", ""), "{}"))
        .hasMessageContaining("metrics.json has no rows with a time");
  }

  private static String within(RunPart part, String text) {
    return new String(
        part.within(text.getBytes(StandardCharsets.UTF_8), JUNE), StandardCharsets.UTF_8);
  }
}
