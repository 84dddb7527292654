package org.candlewright.export;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;

/** Reads the files of a run back. */
public final class RunReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Map<String, byte[]> files;

  private RunReader(Map<String, byte[]> files) {
    this.files = files;
  }

  /**
   * @param files of one run, by name
   * @throws InputException if one is missing or not what it should be
   */
  public static RunReport read(Map<String, byte[]> files) {
    try {
      return new RunReader(files).report();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InputException(
          "run: its files cannot be read (" + e.getMessage() + ")", "Make the run again");
    }
  }

  private byte[] file(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new InputException("run: " + name + " is missing", "Make the run again");
    }
    return content;
  }

  private RunReport report() throws IOException {
    JsonNode run = MAPPER.readTree(file("run.json"));
    JsonNode metrics = MAPPER.readTree(file("metrics.json"));
    JsonNode configuration = run.path("configuration");
    return new RunReport(
        run.path("run_id").asText(),
        run.path("name").asText(),
        run.path("strategy").path("name").asText(),
        traded(run),
        configuration.path("timeframe").asText(),
        new Period(
            Period.parseTime(run.path("from").asText()), Period.parseTime(run.path("to").asText())),
        new BigDecimal(configuration.path("capital").asText()),
        configuration.path("currency").asText(),
        run.path("simulated_data").asBoolean(),
        costs(configuration.path("instruments")),
        metrics(metrics),
        trades(),
        periods(),
        equity());
  }

  private static List<String> traded(JsonNode run) {
    boolean pairs = run.path("strategy").path("kind").asText().equals("funding-carry");
    List<String> names = new ArrayList<>();
    for (JsonNode each : run.path("configuration").path("instruments")) {
      String name = each.path("instrument").asText();
      if (!pairs || InstrumentId.parse(name).kind().isPerpetual()) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<RunReport.Cost> costs(JsonNode instruments) {
    List<RunReport.Cost> costs = new ArrayList<>();
    for (JsonNode each : instruments) {
      costs.add(
          new RunReport.Cost(
              each.path("instrument").asText(),
              new BigDecimal(each.path("tick").asText()),
              new BigDecimal(each.path("lot").asText()),
              each.path("fee_schedule").asText(),
              new BigDecimal(each.path("maker_fee").asText()),
              new BigDecimal(each.path("taker_fee").asText()),
              each.path("tier").asText(),
              each.path("tier_source").asText(),
              new BigDecimal(each.path("half_spread_bps").asText()),
              new BigDecimal(each.path("slippage_bps").asText())));
    }
    return costs;
  }

  private static Map<String, RunReport.Metric> metrics(JsonNode file) {
    Map<String, RunReport.Metric> metrics = new LinkedHashMap<>();
    file.path("all").fieldNames().forEachRemaining(name -> metrics.put(name, metric(file, name)));
    return metrics;
  }

  private static RunReport.Metric metric(JsonNode file, String name) {
    JsonNode about = file.path("about").path(name);
    return new RunReport.Metric(
        name,
        about.path("label").asText(name),
        about.path("group").asText(),
        about.path("unit").asText(),
        about.path("formula").asText(),
        number(file.path("all").path(name)),
        number(file.path("long").path(name)),
        number(file.path("short").path(name)),
        file.path("undefined").path("all").path(name).asText());
  }

  private static Optional<BigDecimal> number(JsonNode value) {
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }

  private CsvReader<NamedCsvRecord> csv(String name) {
    return CsvReader.builder()
        .ofNamedCsvRecord(new ByteArrayInputStream(file(name)), StandardCharsets.UTF_8);
  }

  private List<RunReport.TradeRow> trades() throws IOException {
    List<RunReport.TradeRow> trades = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = csv("trades.csv")) {
      for (NamedCsvRecord row : rows) {
        trades.add(trade(row));
      }
    }
    return List.copyOf(trades);
  }

  private static RunReport.TradeRow trade(NamedCsvRecord row) {
    return new RunReport.TradeRow(
        Integer.parseInt(row.getField("trade_id")),
        row.getField("symbol"),
        row.getField("side").equals("long"),
        decimal(row, "quantity"),
        time(row, "entry_time"),
        decimal(row, "entry_price"),
        row.getField("entry_reason"),
        time(row, "exit_time"),
        decimal(row, "exit_price"),
        row.getField("exit_reason"),
        decimal(row, "entry_fee").add(decimal(row, "exit_fee")),
        decimal(row, "total_funding"),
        decimal(row, "slippage"),
        decimal(row, "edge"),
        decimal(row, "net_pnl"),
        decimal(row, "holding_hours"),
        Optional.of(row.getField("leg_b_symbol")).filter(symbol -> !symbol.isEmpty()));
  }

  private List<RunReport.PeriodRow> periods() throws IOException {
    if (!files.containsKey("periods.csv")) {
      return List.of();
    }
    List<RunReport.PeriodRow> periods = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = csv("periods.csv")) {
      for (NamedCsvRecord row : rows) {
        periods.add(
            new RunReport.PeriodRow(
                row.getField("period"),
                Integer.parseInt(row.getField("days")),
                Optional.of(row.getField("return"))
                    .filter(text -> !text.isEmpty())
                    .map(BigDecimal::new)));
      }
    }
    return List.copyOf(periods);
  }

  private static BigDecimal decimal(NamedCsvRecord row, String field) {
    return new BigDecimal(row.getField(field));
  }

  private static long time(NamedCsvRecord row, String field) {
    return Instant.parse(row.getField(field)).toEpochMilli();
  }

  private RunReport.Equity equity() throws IOException {
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> reader = csv("equity.csv")) {
      rows = reader.stream().toList();
    }
    long[] times = new long[rows.size()];
    double[] equity = new double[rows.size()];
    double[] drawdown = new double[rows.size()];
    for (int i = 0; i < times.length; i++) {
      NamedCsvRecord row = rows.get(i);
      times[i] = time(row, "time");
      equity[i] = Double.parseDouble(row.getField("equity"));
      drawdown[i] = Double.parseDouble(row.getField("drawdown"));
    }
    return new RunReport.Equity(times, equity, drawdown);
  }
}
