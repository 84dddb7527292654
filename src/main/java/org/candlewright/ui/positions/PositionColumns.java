package org.candlewright.ui.positions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.candlewright.market.Instrument;
import org.candlewright.ui.format.Numbers;
import org.candlewright.ui.format.Times;
import org.candlewright.ui.table.Column;

/** Columns of the tables of Positions. Money in the account's currency. */
final class PositionColumns {
  /** Beginnings of the keys of columns that go first where room is short. */
  static final List<String> DROPPABLE =
      List.of("notional", "reason", "age", "against_mid", "from_mark", "value_against", "fee");

  private static final int MONEY = 2;

  /** Day and minute, UTC; the year of what is going on is known. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);

  private PositionColumns() {}

  static List<Column<PositionRow>> positions() {
    return List.of(
        name(PositionRow::instrument),
        side(row -> row.side() > 0, "▲ Long", "▼ Short"),
        amount("quantity", "Quantity", PositionRow::quantity, PositionColumns::exact),
        amount("entry", "Entry", PositionRow::entry, PositionColumns::price)
            .written(row -> price(row.instrument(), row.entry())),
        amount("mark", "Mark", PositionRow::mark, PositionColumns::price)
            .written(row -> price(row.instrument(), row.mark())),
        amount("notional", "Notional", PositionRow::notional, PositionColumns::money),
        judged("unrealised", "Unrealised", PositionRow::unrealised),
        judged("funding", "Funding", PositionRow::funding),
        amount("fees", "Fees", PositionRow::fees, PositionColumns::money),
        judged("net", "Net P&L", PositionRow::net),
        Column.<PositionRow>words("reason", "Opened by", 130, PositionRow::reason)
            .styled(row -> List.of("soft")),
        time("age", "Age", PositionRow::ageMillis)
            .written(row -> Times.duration(row.ageMillis() / 3_600_000.0)));
  }

  static List<Column<OrderRow>> orders() {
    return List.of(
        time("placed", "Placed", OrderRow::placedMillis),
        name(OrderRow::instrument),
        side(row -> row.side() > 0, "▲ Buy", "▼ Sell"),
        Column.<OrderRow>words("type", "Type", 150, OrderRow::type).styled(row -> List.of("soft")),
        amount("quantity", "Quantity", OrderRow::quantity, PositionColumns::exact),
        optional("price", "Price", OrderRow::price, PositionColumns::exact, "market"),
        optional(
            "from_mark_percent",
            "From mark, %",
            row -> row.fromMark().map(each -> each.movePointRight(2)),
            value -> Numbers.change(value, 2),
            "none"));
  }

  static List<Column<FillRow>> fills() {
    return List.of(
        time("filled", "Filled", FillRow::timeMillis),
        name(FillRow::instrument),
        side(row -> row.side() > 0, "▲ Buy", "▼ Sell"),
        amount("quantity", "Quantity", FillRow::quantity, PositionColumns::exact),
        amount("price", "Price", FillRow::price, PositionColumns::exact),
        amount("against_mid_bps", "vs mid, bps", FillRow::againstMid, v -> Numbers.change(v, 1)),
        amount("fee", "Fee", FillRow::fee, PositionColumns::money),
        optional(
                "realised_net",
                "Realised, net",
                FillRow::realised,
                value -> Numbers.change(value, MONEY),
                "opened")
            .styled(row -> row.realised().map(PositionColumns::judge).orElse(List.of("faint"))));
  }

  static List<Column<BlockedRow>> blocked() {
    return List.of(
        time("time", "Time", BlockedRow::timeMillis),
        name(BlockedRow::instrument),
        side(row -> row.side() > 0, "▲ Long", "▼ Short"),
        Column.<BlockedRow>words("blocked_by", "Blocked by", 150, BlockedRow::check)
            .styled(row -> List.of("warning")),
        Column.<BlockedRow>words(
                "value_against_limit", "Value against limit", 150, BlockedRow::against)
            .styled(row -> List.of("soft")),
        judged("move_since_bps", "Move since, bps", BlockedRow::moveSince)
            .written(row -> Numbers.change(row.moveSince(), 0)));
  }

  private static <R> Column<R> name(Function<R, Instrument> instrument) {
    return Column.<R>words(
            "instrument",
            "Instrument",
            110,
            row -> instrument.apply(row).id().symbol() + suffix(instrument.apply(row)))
        .exported(row -> instrument.apply(row).id().toString())
        .styled(row -> List.of("name"));
  }

  private static String suffix(Instrument instrument) {
    return instrument.id().kind().isPerpetual() ? ".P" : "";
  }

  private static <R> Column<R> side(
      java.util.function.Predicate<R> up, String upwards, String downwards) {
    return Column.<R>words("side", "Side", 62, row -> up.test(row) ? upwards : downwards)
        .styled(row -> List.of(up.test(row) ? "long" : "short"));
  }

  private static <R> Column<R> time(String key, String title, ToLongFunction<R> millis) {
    return Column.<R>words(
            key,
            title,
            90,
            row ->
                MOMENT.format(Instant.ofEpochMilli(millis.applyAsLong(row)).atZone(ZoneOffset.UTC)))
        .exported(row -> Instant.ofEpochMilli(millis.applyAsLong(row)).toString())
        .ordered(Comparator.comparingLong(millis))
        .styled(row -> List.of("number", "soft"));
  }

  private static <R> Column<R> amount(
      String key,
      String title,
      Function<R, BigDecimal> value,
      Function<BigDecimal, String> format) {
    return Column.number(key, title, 76, row -> Optional.of(value.apply(row)), format);
  }

  private static <R> Column<R> judged(String key, String title, Function<R, BigDecimal> value) {
    return amount(key, title, value, each -> Numbers.change(each, MONEY))
        .styled(row -> judge(value.apply(row)));
  }

  private static <R> Column<R> optional(
      String key,
      String title,
      Function<R, Optional<BigDecimal>> value,
      Function<BigDecimal, String> format,
      String none) {
    return Column.number(key, title, 76, value, format)
        .written(row -> value.apply(row).map(format).orElse(none));
  }

  private static List<String> judge(BigDecimal value) {
    return List.of(value.signum() > 0 ? "gain" : value.signum() < 0 ? "loss" : "soft");
  }

  private static String exact(BigDecimal value) {
    return Numbers.exact(value);
  }

  private static String money(BigDecimal value) {
    return Numbers.fixed(value, MONEY);
  }

  private static String price(BigDecimal value) {
    return Numbers.exact(value);
  }

  private static String price(Instrument instrument, BigDecimal value) {
    return Numbers.fixed(value, instrument.priceDecimals());
  }
}
