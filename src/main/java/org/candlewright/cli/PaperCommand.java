package org.candlewright.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.Magnifier;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.StoredSpan;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.feed.BarFeed;
import org.candlewright.feed.demo.DemoMarket;
import org.candlewright.feed.demo.DemoStore;
import org.candlewright.market.InputException;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.StrategyDefinition;
import org.candlewright.trading.FeedTerms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trades on paper: bars as a live feed brings them, orders to the simulated exchange. */
@Command(
    name = "paper",
    sortOptions = false,
    header = "Runs a strategy on paper, journalled; goes on from its journal.",
    description = {
      "Runs a strategy on paper: bars come as a live feed brings them, every input and what follows",
      "is journalled before it counts. An interrupt leaves the session as it stands; --resume goes",
      "on from the journal."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright paper --strategy funding-carry-backtest --instruments 'demo:*.P' \\",
      "      --capital 10000 --feed demo --speed max --for 30d --name carry --out results",
      "  candlewright paper --resume carry"
    })
final class PaperCommand implements Callable<Integer> {
  /** Days of history that a session on the demo market begins with. */
  private static final long DEMO_HISTORY = 60 * 86_400_000L;

  /** Where bars come from. */
  enum Feed {
    DEMO,
    STORED
  }

  @Option(
      names = "--strategy",
      paramLabel = "FILE|NAME",
      description = "A strategy file or the name of a template.")
  private Optional<String> strategy = Optional.empty();

  @Option(
      names = "--instruments",
      paramLabel = "LIST",
      description = "Names with commas, wildcards such as 'demo:*.P', or all.")
  private Optional<String> instruments = Optional.empty();

  @Option(
      names = "--timeframe",
      paramLabel = "T",
      description = "Bars that the strategy decides on. Default: 1h.")
  private String timeframe = "1h";

  @Option(
      names = "--capital",
      paramLabel = "N",
      description = "Money at the start, in the quote currency.")
  private Optional<BigDecimal> capital = Optional.empty();

  @Mixin private CostArguments costs = new CostArguments();

  @Option(
      names = "--feed",
      paramLabel = "demo|stored",
      description = "Where bars come from: the demo market, or what is stored. Default: demo.")
  private Feed feed = Feed.DEMO;

  @Option(
      names = "--speed",
      paramLabel = "X|max",
      description = "Market seconds in a second: 1 is real time. Default: 1.")
  private String speed = "1";

  @Option(
      names = "--for",
      paramLabel = "LENGTH",
      description = "How long it goes by the market's time, for example 30d.")
  private Optional<String> length = Optional.empty();

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "How many bars and settlements it takes at most.")
  private Optional<Long> events = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Where the feed begins, date or ISO-8601, UTC. Default on the demo market: day 61.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Where the feed ends, exclusive. Default: where its bars end.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--name", paramLabel = "TEXT", description = "Name to store the session under.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", description = "Folder for the files of the session.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Id or name of a session that goes on from its journal.")
  private Optional<String> resume = Optional.empty();

  private final CommandContext context;

  PaperCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Pacing pacing = context.understood(this::pacing);
    out.ifPresent(OutputFiles::checkWritable);
    PaperSession session = new PaperSession(context, out);
    return resume.isPresent() ? resumed(session, pacing) : begun(session, pacing);
  }

  private int begun(PaperSession session, Pacing pacing) {
    Wanted wanted = context.understood(this::wanted);
    MarketStore market =
        feed == Feed.DEMO ? new DemoStore(DemoMarket.SEED) : context.services().market();
    StrategyDefinition definition =
        new StrategySource(context.services().strategies()).find(wanted.strategy());
    List<InstrumentId> chosen = chosen(definition, market, wanted.instruments());
    BacktestRequest request =
        new BacktestRequest(
            definition,
            chosen,
            wanted.timeframe(),
            period(wanted, market, chosen),
            wanted.capital(),
            wanted.costs(),
            costs.risk("guarded"),
            costs.keepOpen(),
            name.orElse(""),
            EngineSetup.DEFAULT_BLOCK,
            wanted.fills(),
            wanted.warmUp(),
            Magnifier.off());
    if (!request.riskProfile().limited()) {
      throw new UsageException(
          new InputException(
              "--risk: a session does not run under research, which checks no limits",
              "Use guarded, or a file of your own"));
    }
    List<InstrumentData> data = plans(market).load(request);
    FeedTerms terms = new FeedTerms(feed.name().toLowerCase(Locale.ROOT), pacing.events());
    return session.begin(
        request, data, terms, new BarFeed(data, request.period(), terms.events(), pacing.speed()));
  }

  private int resumed(PaperSession session, Pacing pacing) {
    return session.goOn(
        resume.orElseThrow(),
        opening -> {
          MarketStore market =
              opening.feed().source().equals("demo")
                  ? new DemoStore(DemoMarket.SEED)
                  : context.services().market();
          return new BarFeed(
              plans(market).load(opening.request()),
              opening.request().period(),
              opening.feed().events(),
              pacing.speed());
        });
  }

  private BacktestService plans(MarketStore market) {
    return new BacktestService(market, context.services().strategies());
  }

  private Pacing pacing() {
    long most = events.orElse(Long.MAX_VALUE);
    if (most <= 0) {
      throw new InputException("--events: " + most + " is not above zero", "Give 1 or more");
    }
    return new Pacing(SessionPace.speed(speed), most);
  }

  private Wanted wanted() {
    Decimals.aboveZero("--capital", needed("--capital", capital));
    return new Wanted(
        needed("--strategy", strategy),
        needed("--instruments", instruments),
        OptionValue.of("--timeframe", timeframe, Timeframe::parse),
        needed("--capital", capital),
        costs.costs(),
        costs.fills(),
        costs.warmUp(),
        from.map(text -> OptionValue.of("--from", text, Period::parseTime)),
        to.map(text -> OptionValue.of("--to", text, Period::parseTime)),
        length.map(SessionPace::length));
  }

  private static <T> T needed(String option, Optional<T> value) {
    return value.orElseThrow(
        () ->
            new InputException(
                option + ": a new session needs it", "See candlewright paper --help"));
  }

  private Period period(Wanted wanted, MarketStore market, List<InstrumentId> chosen) {
    Period known = known(wanted, market, chosen);
    long start =
        wanted
            .from()
            .orElseGet(
                () ->
                    feed == Feed.DEMO
                        ? known.fromMillis() + DEMO_HISTORY
                        : wanted.timeframe().floor(known.fromMillis()));
    long end = wanted.to().orElse(known.toMillis());
    return new Period(
        start, wanted.length().map(millis -> Math.min(end, start + millis)).orElse(end));
  }

  /** All time of which there are bars of the instruments. */
  private static Period known(Wanted wanted, MarketStore market, List<InstrumentId> chosen) {
    return StoredSpan.of(market, chosen, wanted.timeframe())
        .orElseThrow(
            () ->
                new InputException(
                    "--instruments: there are no " + wanted.timeframe() + " bars of them",
                    "See what is stored with candlewright data"));
  }

  private static List<InstrumentId> chosen(
      StrategyDefinition definition, MarketStore market, String text) {
    List<InstrumentId> known = market.instruments().stream().map(Instrument::id).toList();
    return InstrumentSelection.of(text, known, id -> definition.legs().canTrade(id, known));
  }

  private record Pacing(double speed, long events) {}

  /** What the arguments of a new session say. */
  private record Wanted(
      String strategy,
      String instruments,
      Timeframe timeframe,
      BigDecimal capital,
      CostOptions costs,
      FillRules fills,
      boolean warmUp,
      Optional<Long> from,
      Optional<Long> to,
      Optional<Long> length) {}
}
