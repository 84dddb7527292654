package org.candlewright.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.candlewright.analytics.funding.FundingYield;
import org.candlewright.analytics.pairs.PairRow;
import org.candlewright.store.AwkwardMarket;
import org.candlewright.ui.DemoHome;
import org.candlewright.ui.OpenBuilder;
import org.candlewright.ui.SaveTable;
import org.candlewright.ui.Toolkits;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.theme.Appearance;
import org.candlewright.ui.theme.Theme;
import org.candlewright.ui.work.BackgroundWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Explorer driven as a person would, on the demo market and on data that cannot be computed. */
class ExplorerByHandTest {
  private static final DemoHome HOME = DemoHome.create();
  private static final FxRobot ROBOT = new FxRobot();
  private static final Map<String, String> SAVED = new HashMap<>();
  private static final List<OpenBuilder.Draft> DRAFTS = new CopyOnWriteArrayList<>();
  private static final Path FOLDER = folder();
  private static final List<Path> FILES = new CopyOnWriteArrayList<>();
  private static final BackgroundWork WORK = HOME.work(UiThread.ofToolkit());

  private static Path folder() {
    try {
      return Files.createTempDirectory("explorer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void open() {
    AwkwardMarket.fill(HOME.store());
    Toolkits.start();
    Stage stage =
        Toolkits.call(
            () -> {
              ExplorerViewModel model = new ExplorerViewModel(HOME.explorer(WORK, DRAFTS::add));
              Appearance appearance = new Appearance(Theme.DARK);
              ExplorerView view =
                  new ExplorerView(model, appearance, new Kept(), chosen -> chosen.accept(FILES));
              Scene scene = new Scene(view.node(), 1_440, 800);
              appearance.follow(scene);
              Stage shown = new Stage();
              shown.setScene(scene);
              shown.show();
              view.restore(Map.of("timeframe", "4h", "universe", "demo perpetual"));
              return shown;
            });
    ROBOT.targetWindow(stage);
    idle();
  }

  @AfterAll
  static void close() {
    Toolkits.call(
        () -> {
          ROBOT.targetWindow().hide();
          return true;
        });
    HOME.close();
  }

  @BeforeEach
  void forget() {
    SAVED.clear();
    DRAFTS.clear();
  }

  private static void idle() {
    Toolkits.await(() -> !WORK.busyProperty().get());
  }

  private static Node node(String selector) {
    return ROBOT.lookup(selector).query();
  }

  private static String text(String selector) {
    return Toolkits.call(() -> ((Label) node(selector)).getText());
  }

  private static void type(String selector, String text) {
    ROBOT.clickOn(selector).push(KeyCode.CONTROL, KeyCode.A).write(text);
    idle();
  }

  private static void show(String part) {
    ROBOT.clickOn("#part-" + part);
    idle();
  }

  @SuppressWarnings("unchecked")
  private static <R> List<R> rows(String table) {
    return Toolkits.call(() -> List.copyOf(((TableView<R>) node(table)).getItems()));
  }

  /** Clicks the row at a place of a table, counted from its top. */
  private static void clickRow(String table, int at) {
    ROBOT.clickOn(
        ROBOT.from(node(table)).lookup(".table-row-cell").queryAll().stream()
            .filter(each -> each instanceof TableRow<?> row && row.getIndex() == at)
            .findFirst()
            .orElseThrow());
    idle();
  }

  /** Clicks a column's head, as often as that takes, until the table is sorted by it. */
  private static void sortBy(String table, String column) {
    Toolkits.clickHead(ROBOT.from(node(table)).lookup("#" + column).query());
    idle();
  }

  private static double net(FundingRow row) {
    return row.summary().yields().map(FundingYield::net).orElse(Double.NEGATIVE_INFINITY);
  }

  @Test
  void theRankingShowsTheBestNetYieldFirstAndCountsWhatPays() {
    show("funding");
    List<FundingRow> rows = rows("#funding-table");
    assertThat(rows)
        .filteredOn(row -> row.summary().yields().isPresent() && row.summary().enoughData())
        .isSortedAccordingTo(Comparator.comparingDouble(ExplorerByHandTest::net).reversed());
    long paying = rows.stream().filter(row -> net(row) > 0).count();
    long ranked = rows.stream().filter(row -> row.summary().yields().isPresent()).count();
    assertThat(text("#funding-sentence"))
        .isEqualTo(paying + " of " + ranked + " instruments pay more than they cost");
    assertThat(text("#funding-count")).isEqualTo(rows.size() + " of " + rows.size());
  }

  @Test
  void aClickOnAHeadSortsByThatColumn() {
    show("funding");
    sortBy("#funding-table", "mean_bps");
    List<FundingRow> rows = rows("#funding-table");
    assertThat(rows)
        .filteredOn(row -> row.summary().statistics().isPresent())
        .extracting(row -> row.summary().statistics().orElseThrow().mean())
        .isSorted();
    Toolkits.call(
        () -> {
          ((TableView<?>) node("#funding-table")).getSortOrder().clear();
          return true;
        });
  }

  @Test
  void wordsInTheFilterNarrowTheTable() {
    show("funding");
    int all = rows("#funding-table").size();
    type("#funding-filter", "eth");
    assertThat(ExplorerByHandTest.<FundingRow>rows("#funding-table"))
        .extracting(FundingRow::symbol)
        .containsExactly("ETHUSDT.P");
    assertThat(text("#funding-count")).isEqualTo("1 of " + all);
    type("#funding-filter", "");
    ROBOT.push(KeyCode.DELETE);
    Toolkits.await(() -> rows("#funding-table").size() == all);
  }

  @Test
  void theRowClickedFillsTheDetail() {
    show("funding");
    FundingRow row = ExplorerByHandTest.<FundingRow>rows("#funding-table").get(2);
    clickRow("#funding-table", 2);
    assertThat(text("#funding-name")).isEqualTo(row.symbol());
    assertThat(plain(text("#funding-net")))
        .isEqualByComparingTo(
            BigDecimal.valueOf(net(row) * 100).setScale(2, java.math.RoundingMode.HALF_EVEN));
    List<String> shown =
        Toolkits.call(
            () ->
                ROBOT.from(node(".figures")).lookup(".label").queryAllAs(Label.class).stream()
                    .map(Label::getText)
                    .toList());
    assertThat(shown).contains("Mean", "Half-life", "Round-trip cost", "Capacity");
    assertThat(shown).noneMatch(each -> each.contains("NaN") || each.contains("Infinity"));
  }

  @Test
  void costsTypedInPlaceChangeTheYieldShown() {
    show("funding");
    clickRow("#funding-table", 0);
    String symbol = text("#funding-name");
    BigDecimal before = plain(text("#funding-net"));
    type("#funding-days-held", "300");
    assertThat(text("#funding-name")).isEqualTo(symbol);
    assertThat(plain(text("#funding-net"))).isGreaterThan(before);
    type("#funding-days-held", "0");
    assertThat(text("#funding-problem")).isNotEmpty();
    assertThat(((Button) node("#backtest-this")).isDisabled()).isTrue();
    type("#funding-days-held", "30");
    assertThat(text("#funding-problem")).isEmpty();
    assertThat(plain(text("#funding-net"))).isEqualByComparingTo(before);
  }

  @Test
  void aPerpetualThatCannotBeRankedStandsLastAndSaysWhy() {
    show("funding");
    type("#funding-filter", "odd");
    List<FundingRow> rows = rows("#funding-table");
    assertThat(rows).hasSizeGreaterThan(5);
    int once = rows.stream().map(FundingRow::symbol).toList().indexOf("ONCEUSDT.P");
    assertThat(rows.get(once).why()).isEqualTo("one settlement only");
    clickRow("#funding-table", once);
    assertThat(text("#funding-note")).contains("its interval is unknown, so is any yield");
    assertThat(text("#funding-net")).isEqualTo("unknown");
    assertThat(((Button) node("#backtest-this")).isDisabled()).isTrue();
    type("#funding-filter", "");
    ROBOT.push(KeyCode.DELETE);
  }

  @Test
  void theRankingIsExportedAsItIsShown() {
    show("funding");
    ROBOT.clickOn("Export CSV");
    List<String> lines = SAVED.getOrDefault("funding.csv", "").lines().toList();
    List<FundingRow> rows = rows("#funding-table");
    assertThat(lines).hasSize(rows.size() + 1);
    assertThat(lines.getFirst()).contains("net_percent_a_year");
    assertThat(lines.get(1)).contains(rows.getFirst().symbol());
  }

  @Test
  void screeningByHandFindsThePlantedPairs() {
    show("pairs");
    type("#screen-days", "364");
    ROBOT.clickOn("#screen");
    idle();
    assertThat(text("#pairs-sentence")).isEqualTo("3 of 78 pairs survive false-discovery control");
    List<PairRow> rows = rows("#pair-table");
    assertThat(rows.stream().filter(PairRow::passesThroughout))
        .extracting(ExplorerByHandTest::assets)
        .containsExactlyInAnyOrder("ADA DOT", "AVAX SOL", "ETH LINK");
    type("#screen-days", "365");
  }

  @Test
  void aScreeningIsCancelledWithTheSameButton() {
    show("pairs");
    int before = HOME.store().screenings().sessions().size();
    CountDownLatch held = new CountDownLatch(1);
    Toolkits.call(
        () -> {
          WORK.startQuiet(() -> waitFor(held), done -> {}, failure -> {});
          return true;
        });
    ROBOT.clickOn("#screen");
    Toolkits.await(() -> ((Button) node("#screen")).getText().equals("Cancel"));
    ROBOT.clickOn("#screen");
    held.countDown();
    idle();
    assertThat(Toolkits.call(() -> ((Button) node("#screen")).getText())).isEqualTo("Screen");
    assertThat(HOME.store().screenings().sessions()).hasSize(before);
    assertThat(node("#screening-failed").getParent().isVisible()).isFalse();
  }

  private static boolean waitFor(CountDownLatch held) {
    try {
      held.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aClickOnTheHeatMapShowsThatPair() {
    show("pairs");
    Bounds map =
        Toolkits.call(() -> node("#heat-map").localToScreen(node("#heat-map").getLayoutBounds()));
    List<String> seen = new ArrayList<>();
    // From the first line towards the right: above the diagonal each cell is another pair.
    for (int x = 90; x < 200; x += 40) {
      ROBOT.clickOn(new Point2D(map.getMinX() + x, map.getMinY() + 12));
      idle();
      seen.add(text("#pair-name"));
    }
    assertThat(seen).doesNotHaveDuplicates().allMatch(name -> name.contains(" on "));
  }

  @Test
  void pairsAreSortedFilteredAndExportedByHand() {
    show("pairs");
    type("#pair-filter", "btc");
    List<PairRow> rows = rows("#pair-table");
    assertThat(rows)
        .isNotEmpty()
        .allMatch(row -> (row.first() + " " + row.second()).contains("BTC"));
    sortBy("#pair-table", "correlation");
    List<PairRow> sorted = rows("#pair-table");
    assertThat(sorted).extracting(row -> row.correlation().orElse(-2)).isSorted();
    ROBOT.clickOn("Export CSV");
    List<String> lines = SAVED.getOrDefault("pairs.csv", "").lines().toList();
    assertThat(lines).hasSize(sorted.size() + 1);
    assertThat(lines.get(1)).startsWith(sorted.getFirst().first() + " / ");
    type("#pair-filter", "");
    ROBOT.push(KeyCode.DELETE);
    Toolkits.call(
        () -> {
          ((TableView<?>) node("#pair-table")).getSortOrder().clear();
          return true;
        });
  }

  @Test
  void aPairThatCannotBeTestedSaysWhyAndIsNotBacktested() {
    show("pairs");
    type("#screen-universe", "odd");
    type("#screen-days", "20000");
    chooseHours();
    ROBOT.clickOn("#screen");
    idle();
    type("#pair-filter", "good twin");
    List<PairRow> rows = rows("#pair-table");
    int twins = rows.stream().map(ExplorerByHandTest::assets).toList().indexOf("GOOD TWIN");
    clickRow("#pair-table", twins);
    Toolkits.await(() -> text("#pair-name").equals("GOOD on TWIN"));
    assertThat(text("#pair-note")).startsWith("! both series are the same");
    assertThat(((Button) node("#backtest-pair")).isDisabled()).isTrue();
    type("#pair-filter", "");
    ROBOT.push(KeyCode.DELETE);
    idle();
    assertThat(ExplorerByHandTest.<PairRow>rows("#pair-table"))
        .allMatch(row -> row.figures().isPresent() || !row.note().isEmpty())
        .filteredOn(
            row ->
                row.first().symbol().startsWith("ZERO") || row.second().symbol().startsWith("ZERO"))
        .allMatch(row -> row.note().matches(".*(a price of 0\\.0 at|no bars in the period).*"));
    type("#screen-universe", "demo perpetual");
    type("#screen-days", "365");
    ROBOT.clickOn("#screen");
    idle();
  }

  @SuppressWarnings("unchecked")
  private static void chooseHours() {
    Toolkits.call(
        () -> {
          ((ComboBox<String>) node("#screen-timeframe")).setValue("1h");
          return true;
        });
  }

  @Test
  void backtestThisProposesTheRowShown() {
    show("pairs");
    Toolkits.await(() -> !((Button) node("#backtest-pair")).isDisabled());
    ROBOT.clickOn("#backtest-pair");
    idle();
    assertThat(DRAFTS).hasSize(1);
    assertThat(DRAFTS.getFirst().strategy().name()).isEqualTo("pairs");
    assertThat(DRAFTS.getFirst().instruments()).hasSize(2);
  }

  private static Path file(String name, String... lines) {
    try {
      return Files.write(FOLDER.resolve(name), List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFileIsLookedAtCorrectedAndImportedThenItsGapIsShownAndItIsDeleted() {
    show("data");
    FILES.clear();
    FILES.add(
        file(
            "bybit_NEWUSDT_perp.csv",
            "time,open,high,low,close,volume",
            "2021-01-01T00:00:00Z,10,12,9,11,5",
            "2021-01-01T01:00:00Z,11,12,9,10,5",
            "2021-01-01T02:00:00Z,10,12,9,11,5",
            "2021-01-01T05:00:00Z,10,12,9,11,5"));
    ROBOT.clickOn("#data-import");
    idle();
    assertThat(text("#file-detected")).startsWith("4 rows, 2021-01-01 to 2021-01-01");
    assertThat(field("#file-instrument")).isEqualTo("bybit:NEWUSDT.P");
    assertThat(field("#file-timeframe")).isEqualTo("1h");
    type("#file-instrument", "nowhere");
    assertThat(text("#file-problem")).contains("venue:SYMBOL");
    assertThat(((Button) node("#file-import")).isDisabled()).isTrue();
    type("#file-instrument", "odd:NEWUSDT.P");
    ROBOT.clickOn("#file-import");
    idle();
    assertThat(text("#data-told"))
        .startsWith("bybit_NEWUSDT_perp.csv: 4 rows read, 4 stored, 0 there before, 1 gap.")
        .contains("Line 5: ");
    type("#data-filter", "newusdt");
    clickRow("#data-table", 0);
    assertThat(text("#data-name")).isEqualTo("odd:NEWUSDT.P 1h candles");
    assertThat(text("#data-holes")).isEqualTo("1 gap: 2021-01-01 03:00 UTC for 2 h.");
    ROBOT.clickOn("#data-delete");
    assertThat(text("#data-question")).startsWith("Delete odd:NEWUSDT.P 1h candles?");
    ROBOT.clickOn("#data-keep");
    assertThat(rows("#data-table")).hasSize(1);
    ROBOT.clickOn("#data-delete").clickOn("#data-delete-now");
    idle();
    assertThat(rows("#data-table")).isEmpty();
    assertThat(HOME.store().instruments())
        .noneMatch(each -> each.id().toString().equals("odd:NEWUSDT.P"));
    type("#data-filter", "");
    ROBOT.push(KeyCode.DELETE);
  }

  @Test
  void aFileThatIsNeitherSaysSoAndChangesNothing() {
    show("data");
    int before = rows("#data-table").size();
    FILES.clear();
    FILES.add(file("colours.csv", "colour,number", "red,1"));
    ROBOT.clickOn("#data-import");
    idle();
    assertThat(text("#data-problem")).contains("neither a rate nor a close among the columns");
    assertThat(rows("#data-table")).hasSize(before);
    ROBOT.clickOn(ROBOT.from(node("#data-problem").getParent()).lookup("Close").<Node>query());
    assertThat(node("#data-problem").getParent().isVisible()).isFalse();
  }

  private static String field(String selector) {
    return Toolkits.call(() -> ((TextField) node(selector)).getText());
  }

  private static String assets(PairRow row) {
    return PairText.asset(row.first()) + " " + PairText.asset(row.second());
  }

  private static BigDecimal plain(String shown) {
    return new BigDecimal(shown.replace('−', '-').replace("+", "").replace(",", ""));
  }

  /** Keeps what would have been written. */
  private static final class Kept implements SaveTable {
    @Override
    public void save(String name, Supplier<byte[]> content) {
      SAVED.put(name, new String(content.get(), StandardCharsets.UTF_8));
    }

    @Override
    public void openLog() {
      throw new AssertionError("the log was not to be opened");
    }
  }
}
