package org.candlewright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.candlewright.analytics.pairs.CointegrationTest;
import org.candlewright.analytics.pairs.PairFigures;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.analytics.pairs.PriceForm;
import org.candlewright.analytics.pairs.ScreeningQuestion;
import org.candlewright.analytics.pairs.ScreeningStore;
import org.candlewright.indicator.HalfLife;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Screenings in the store: a row each, and a row for every pair of theirs. */
public final class StoredScreenings implements ScreeningStore {
  private static final int BATCH = 2_000;
  private static final String COLUMNS =
      "screening_id, place, first_instrument, second_instrument, bars, correlation,"
          + " first_dependent, hedge_ratio, intercept, statistic, lag, p_value, reverse_p_value,"
          + " half_life, half_life_bars, hurst, stable_windows, spread_mean, spread_deviation,"
          + " z_score, q_value, passes, note";

  private final Jdbi jdbi;

  StoredScreenings(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public long save(long madeMillis, ScreeningQuestion question, List<PairRow> rows) {
    return jdbi.inTransaction(
        handle -> {
          long id =
              handle
                  .createUpdate(
                      "insert into screening (made_millis, instruments, timeframe, from_millis,"
                          + " to_millis, prices, false_discovery_rate, minimum_correlation, pairs,"
                          + " passing) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                  .bind(0, madeMillis)
                  .bind(1, names(question.instruments()))
                  .bind(2, question.timeframe().toString())
                  .bind(3, question.period().fromMillis())
                  .bind(4, question.period().toMillis())
                  .bind(5, question.prices().toString())
                  .bind(6, question.falseDiscoveryRate())
                  .bind(7, question.minimumCorrelation())
                  .bind(8, rows.size())
                  .bind(9, rows.stream().filter(PairRow::passes).count())
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Long.class)
                  .one();
          insert(handle, id, rows);
          return id;
        });
  }

  private static String names(List<InstrumentId> instruments) {
    return instruments.stream().map(InstrumentId::toString).collect(Collectors.joining(","));
  }

  private static void insert(Handle handle, long id, List<PairRow> rows) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into screened_pair ("
                + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (int place = 0; place < rows.size(); place++) {
      bind(batch, id, place, rows.get(place));
      batch.add();
      if (batch.size() == BATCH) {
        batch.execute();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static void bind(PreparedBatch batch, long id, int place, PairRow row) {
    Optional<PairFigures> known = row.figures();
    Optional<CointegrationTest> test = known.map(PairFigures::test);
    batch
        .bind(0, id)
        .bind(1, place)
        .bind(2, row.first().toString())
        .bind(3, row.second().toString())
        .bind(4, row.bars())
        .bind(5, boxed(row.correlation()))
        .bind(6, known.map(PairFigures::firstDependent))
        .bind(7, test.map(CointegrationTest::hedgeRatio))
        .bind(8, test.map(CointegrationTest::intercept))
        .bind(9, test.map(CointegrationTest::statistic))
        .bind(10, test.map(CointegrationTest::lag))
        .bind(11, test.map(CointegrationTest::pValue))
        .bind(12, known.map(PairFigures::reversePValue))
        .bind(13, known.map(figures -> kind(figures.halfLife())))
        .bind(14, known.flatMap(figures -> boxed(figures.halfLife().bars())))
        .bind(15, known.flatMap(figures -> boxed(figures.hurst())))
        .bind(16, known.flatMap(figures -> boxed(figures.stableWindows())))
        .bind(17, known.map(PairFigures::spreadMean))
        .bind(18, known.map(PairFigures::spreadDeviation))
        .bind(19, known.map(PairFigures::zScore))
        .bind(20, boxed(row.qValue()))
        .bind(21, row.passes())
        .bind(22, row.note());
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  private static String kind(HalfLife halfLife) {
    return switch (halfLife) {
      case HalfLife.Bars bars -> "bars";
      case HalfLife.BelowOneBar below -> "below";
      case HalfLife.None none -> "none";
    };
  }

  @Override
  public List<Session> sessions() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from screening order by id desc")
                .map((row, context) -> session(row))
                .list());
  }

  @Override
  public Optional<List<PairRow>> rows(long id) {
    return jdbi.withHandle(
        handle -> {
          boolean there =
              handle
                  .createQuery("select count(*) from screening where id = ?")
                  .bind(0, id)
                  .mapTo(Integer.class)
                  .map(count -> count > 0)
                  .one();
          return there
              ? Optional.of(
                  handle
                      .createQuery(
                          "select * from screened_pair where screening_id = ? order by place")
                      .bind(0, id)
                      .map((row, context) -> pair(row))
                      .list())
              : Optional.empty();
        });
  }

  @Override
  public List<Finding> history(InstrumentId first, InstrumentId second) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from screened_pair p join screening s on s.id = p.screening_id where"
                        + " p.first_instrument = ? and p.second_instrument = ? order by s.id desc")
                .bind(0, first.toString())
                .bind(1, second.toString())
                .map((row, context) -> new Finding(session(row), pair(row)))
                .list());
  }

  @Override
  public void delete(long id) {
    jdbi.useTransaction(handle -> handle.execute("delete from screening where id = ?", id));
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getLong("id"),
        row.getLong("made_millis"),
        new ScreeningQuestion(
            Arrays.stream(row.getString("instruments").split(","))
                .map(InstrumentId::parse)
                .toList(),
            Timeframe.parse(row.getString("timeframe")),
            new Period(row.getLong("from_millis"), row.getLong("to_millis")),
            PriceForm.parse(row.getString("prices")),
            row.getDouble("false_discovery_rate"),
            row.getDouble("minimum_correlation")),
        row.getInt("pairs"),
        row.getInt("passing"));
  }

  private static PairRow pair(ResultSet row) throws SQLException {
    row.getDouble("statistic");
    Optional<PairFigures> figures = row.wasNull() ? Optional.empty() : Optional.of(figures(row));
    return new PairRow(
        InstrumentId.parse(row.getString("first_instrument")),
        InstrumentId.parse(row.getString("second_instrument")),
        row.getInt("bars"),
        number(row, "correlation"),
        figures,
        number(row, "q_value"),
        row.getBoolean("passes"),
        row.getString("note"));
  }

  private static PairFigures figures(ResultSet row) throws SQLException {
    int windows = row.getInt("stable_windows");
    OptionalInt stable = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(windows);
    return new PairFigures(
        row.getBoolean("first_dependent"),
        new CointegrationTest(
            row.getDouble("hedge_ratio"),
            row.getDouble("intercept"),
            row.getDouble("statistic"),
            row.getInt("lag"),
            row.getDouble("p_value")),
        row.getDouble("reverse_p_value"),
        switch (row.getString("half_life")) {
          case "bars" -> new HalfLife.Bars(row.getDouble("half_life_bars"));
          case "below" -> new HalfLife.BelowOneBar();
          default -> new HalfLife.None();
        },
        number(row, "hurst"),
        stable,
        row.getDouble("spread_mean"),
        row.getDouble("spread_deviation"),
        row.getDouble("z_score"));
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
