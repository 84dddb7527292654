package org.candlewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.candlewright.analytics.pairs.CointegrationTest;
import org.candlewright.analytics.pairs.PairFigures;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.analytics.pairs.PriceForm;
import org.candlewright.analytics.pairs.ScreeningQuestion;
import org.candlewright.indicator.HalfLife;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredScreeningsTest {
  private static final InstrumentId ONE = InstrumentId.parse("demo:AAAUSDT");
  private static final InstrumentId TWO = InstrumentId.parse("demo:BBBUSDT");
  private static final InstrumentId THREE = InstrumentId.parse("demo:CCCUSDT");

  private static final ScreeningQuestion QUESTION =
      new ScreeningQuestion(
          List.of(ONE, TWO, THREE),
          Timeframe.ONE_HOUR,
          new Period(0, 1_000),
          PriceForm.RAW,
          0.1,
          -1);

  private static final PairRow TESTED =
      new PairRow(
          ONE,
          TWO,
          500,
          OptionalDouble.of(0.75),
          Optional.of(
              new PairFigures(
                  true,
                  new CointegrationTest(1.25, -0.5, -4.5, 3, 0.0012),
                  0.003,
                  new HalfLife.Bars(12.5),
                  OptionalDouble.empty(),
                  OptionalInt.of(3),
                  1e-17,
                  0.02,
                  -1.75)),
          OptionalDouble.of(0.0024),
          true,
          "");

  private static final PairRow UNTESTED =
      new PairRow(
          ONE,
          THREE,
          0,
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          false,
          "no bars in common");

  @TempDir Path home;

  @Test
  void rowsComeBackAsTheyWere() {
    try (Store store = Store.open(home)) {
      long id = store.screenings().save(42, QUESTION, List.of(TESTED, UNTESTED));
      assertThat(store.screenings().rows(id)).contains(List.of(TESTED, UNTESTED));
    }
  }

  @Test
  void theNewestScreeningIsListedFirst() {
    try (Store store = Store.open(home)) {
      store.screenings().save(42, QUESTION, List.of(TESTED, UNTESTED));
      long second = store.screenings().save(43, QUESTION, List.of(UNTESTED));
      var sessions = store.screenings().sessions();
      assertThat(sessions).hasSize(2);
      assertThat(sessions.getFirst().id()).isEqualTo(second);
      assertThat(sessions.getLast().question()).isEqualTo(QUESTION);
      assertThat(sessions.getLast().passing()).isEqualTo(1);
    }
  }

  @Test
  void aPairHasItsHistoryOverScreenings() {
    try (Store store = Store.open(home)) {
      store.screenings().save(42, QUESTION, List.of(TESTED, UNTESTED));
      store.screenings().save(43, QUESTION, List.of(TESTED));
      assertThat(store.screenings().history(ONE, TWO))
          .extracting(finding -> finding.session().madeMillis())
          .containsExactly(43L, 42L);
    }
  }

  @Test
  void whatIsDeletedIsGoneWithItsRows() {
    try (Store store = Store.open(home)) {
      long id = store.screenings().save(42, QUESTION, List.of(TESTED));
      store.screenings().delete(id);
      assertThat(store.screenings().rows(id)).isEmpty();
      assertThat(store.screenings().history(ONE, TWO)).isEmpty();
    }
  }
}
