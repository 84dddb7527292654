package org.candlewright.reference;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.reference.ReferenceMarket.Series;

/**
 * Runs the reference from the command line.
 *
 * <p>{@code ema ID=CANDLES[;FUNDING[;MARKS]]... --from T --to T} or {@code carry FOLDER SYMBOL...}
 * for files named as in basis_binance_1h; then {@code --capital --tier --spot-taker --perp-taker
 * --participation F|off --size-impact on|off --keep-open yes --out DIR --compare DIR --choices
 * coin,exits,spot}. Times are ISO dates or instants.
 */
public final class ReferenceMain {
  private ReferenceMain() {}

  /** Entry point. */
  public static void main(String[] args) throws IOException {
    List<String> words = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--")) {
        named.put(args[i].substring(2), args[++i]);
      } else {
        words.add(args[i]);
      }
    }
    boolean carry = words.getFirst().equals("carry");
    List<Series> series = carry ? List.of() : series(words);
    List<ReferenceCarry.Pair> pairs = carry ? pairs(words) : List.of();
    List<Series> all = new ArrayList<>(series);
    pairs.forEach(pair -> all.addAll(List.of(pair.perpetual(), pair.spot())));
    ReferenceOptions options = options(named, carry, all);
    ReferenceResult result =
        carry
            ? ReferenceCarry.run(
                options,
                pairs,
                named.getOrDefault("enter", "0.0001"),
                named.getOrDefault("exit", "0.00005"))
            : ReferenceEmaCrossover.run(options, series);
    print(result, options, all);
    if (named.containsKey("out")) {
      result.write(Path.of(named.get("out")));
    }
    if (named.containsKey("compare")) {
      ReferenceComparison comparison =
          new ReferenceComparison(Path.of(named.get("compare")), result, options, all);
      comparison.report().forEach(System.out::println);
    }
  }

  private static List<Series> series(List<String> words) {
    List<Series> result = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      String id = word.substring(0, word.indexOf('='));
      String[] files = word.substring(word.indexOf('=') + 1).split(";", -1);
      result.add(
          Series.of(
              id,
              ReferenceMarket.candles(Path.of(files[0]), ReferenceMarket.HOUR),
              files.length > 1 ? ReferenceMarket.funding(Path.of(files[1])) : List.of(),
              files.length > 2
                  ? ReferenceMarket.candles(Path.of(files[2]), ReferenceMarket.HOUR)
                  : List.of()));
    }
    return result;
  }

  private static List<ReferenceCarry.Pair> pairs(List<String> words) {
    Path folder = Path.of(words.get(1));
    List<ReferenceCarry.Pair> result = new ArrayList<>();
    for (String symbol : words.subList(2, words.size())) {
      result.add(pair(folder, symbol));
    }
    return result;
  }

  /** A pair of files named as in basis_binance_1h; mark prices where they exist. */
  static ReferenceCarry.Pair pair(Path folder, String symbol) {
    Path marks = folder.resolve(symbol + "_mark_1h.csv.gz");
    Series perpetual =
        Series.of(
            "binance:" + symbol + ".P",
            ReferenceMarket.candles(
                folder.resolve(symbol + "_perp_1h.csv.gz"), ReferenceMarket.HOUR),
            ReferenceMarket.funding(folder.resolve(symbol + "_funding.csv")),
            marks.toFile().exists()
                ? ReferenceMarket.candles(marks, ReferenceMarket.HOUR)
                : List.of());
    Series spot =
        Series.of(
            "binance:" + symbol,
            ReferenceMarket.candles(
                folder.resolve(symbol + "_spot_1h.csv.gz"), ReferenceMarket.HOUR),
            List.of(),
            List.of());
    return new ReferenceCarry.Pair(perpetual, spot);
  }

  private static ReferenceOptions options(
      Map<String, String> named, boolean carry, List<Series> all) {
    long first = all.stream().mapToLong(each -> each.bars.getFirst().open()).min().orElseThrow();
    long last = all.stream().mapToLong(each -> each.bars.getLast().end()).max().orElseThrow();
    ReferenceOptions options =
        ReferenceOptions.of(
            named.getOrDefault("capital", "10000"),
            named.containsKey("from") ? time(named.get("from")) : first,
            named.containsKey("to") ? time(named.get("to")) : last,
            named.getOrDefault("spot-taker", carry ? "0.001" : "0.0007"),
            named.getOrDefault("perp-taker", carry ? "0.0005" : "0.0007"));
    if (named.containsKey("tier")) {
      options = options.withTier(named.get("tier"));
    }
    if (named.containsKey("half-spread-bps")) {
      options =
          options.withCosts(named.get("half-spread-bps"), named.getOrDefault("slippage-bps", "0"));
    }
    String share = named.getOrDefault("participation", "0.1");
    options =
        options.withExecution(
            share.equals("off") ? Optional.empty() : Optional.of(new BigDecimal(share)),
            !named.getOrDefault("size-impact", "on").equals("off"),
            named.containsKey("keep-open"));
    List<String> choices = List.of(named.getOrDefault("choices", "coin").split(","));
    return options.withChoices(
        new ReferenceOptions.Choices(
            choices.contains("coin"), choices.contains("exits"), !choices.contains("spot")));
  }

  private static long time(String text) {
    return Instant.parse(text.contains("T") ? text : text + "T00:00:00Z").toEpochMilli();
  }

  private static void print(
      ReferenceResult result, ReferenceOptions options, List<Series> instruments) {
    PrintStream out = System.out;
    for (Series each : instruments) {
      out.println(
          each.id
              + " tick "
              + each.tick.toPlainString()
              + " lot "
              + each.lot.toPlainString()
              + " tier "
              + options.tierOf(each));
    }
    out.println(
        "trades "
            + result.trades().size()
            + "  fills "
            + result.fills().size()
            + "  settlements "
            + result.settlements().size());
    out.println(
        "net_profit "
            + result.netProfit().toPlainString()
            + "  edge "
            + result.edge().toPlainString()
            + "  funding "
            + result.funding().toPlainString()
            + "  fees "
            + result.fees().toPlainString()
            + "  slippage "
            + result.slippage().toPlainString());
    out.println(
        "final_equity "
            + result.finalEquity().toPlainString()
            + "  rows "
            + result.equity().size()
            + "  days "
            + result.days().size());
    out.println(
        "cuts and refusals " + result.refusals().size() + "  warnings " + result.warnings());
  }
}
