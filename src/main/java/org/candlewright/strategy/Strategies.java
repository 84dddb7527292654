package org.candlewright.strategy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.candlewright.indicator.IndicatorKind;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.InputException;

/** Reads and writes strategy files, and knows the templates: every JSON in the templates folder. */
public final class Strategies {
  private static final String FOLDER = "org/candlewright/strategy/templates";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final List<String> FEES =
      List.of("bybit-vip0", "binance-vip0", "coinbase-advanced", "tradingview", "none");

  private static final String KINDS =
      "Use rules, funding-carry, weighted-signals, triggers, dca, grid or pairs";

  private final RulesJson rules;
  private final Indicators indicators;
  private final WeightedJson weighted;
  private final ParametersJson plain;
  private final TriggersJson triggers;
  private final Map<String, String> templates = new TreeMap<>();

  /** With the templates on the program's class path. */
  public Strategies(Indicators indicators) {
    this(indicators, Strategies.class.getClassLoader());
  }

  /** With the templates that a class loader finds, in folders and in jars. */
  Strategies(Indicators indicators, ClassLoader loader) {
    this.indicators = indicators;
    this.rules = new RulesJson(indicators);
    this.weighted = new WeightedJson(indicators);
    this.plain = new ParametersJson(indicators);
    this.triggers = new TriggersJson(indicators);
    try {
      Enumeration<URL> folders = loader.getResources(FOLDER);
      while (folders.hasMoreElements()) {
        readFolder(folders.nextElement().toURI());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void readFolder(URI folder) throws IOException {
    if (folder.getScheme().equals("jar")) {
      // By path and not by URI: a file system by URI exists once in a process, and a second reader
      // at the same time would fail.
      String file = folder.getRawSchemeSpecificPart();
      Path path = Path.of(URI.create(file.substring(0, file.indexOf("!/"))));
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        readFiles(jar.getPath("/" + FOLDER));
      }
    } else {
      readFiles(Path.of(folder));
    }
  }

  private void readFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        String name = String.valueOf(file.getFileName());
        templates.put(
            name.substring(0, name.length() - ".json".length()),
            Files.readString(file, StandardCharsets.UTF_8));
      }
    }
  }

  /** The indicators that rules can use, in the order of their registration. */
  public List<IndicatorKind> indicators() {
    return List.copyOf(indicators.all());
  }

  public List<String> templateNames() {
    return List.copyOf(templates.keySet());
  }

  /** A template by its name; empty if there is none. */
  public Optional<StrategyDefinition> template(String name) {
    return Optional.ofNullable(templates.get(name)).map(json -> parse(name + ".json", json));
  }

  /**
   * Reads a strategy.
   *
   * @param source name for messages, usually the file
   */
  public StrategyDefinition parse(String source, String json) {
    JsonReader root = new JsonReader(new JsonDocument(source, json), "", tree(source, json));
    root.object();
    if (WeightedJson.signalsAlone(root)) {
      return weighted.readSignals(root);
    }
    if (root.required("schema").integer() != 1) {
      throw root.required("schema")
          .error(
              "version " + root.required("schema").integer() + " is unknown",
              "This program reads version 1");
    }
    String kind = root.required("kind").text();
    return switch (kind) {
      case "rules" -> {
        root.object(RulesJson.FIELDS);
        yield rules.read(
            root,
            SizingJson.read(root),
            leverage(root),
            Optional.of(fees(root).orElse("tradingview")));
      }
      case "funding-carry" -> carry(root);
      case "weighted-signals" -> {
        root.object(WeightedJson.FIELDS);
        yield weighted.read(root, SizingJson.read(root), leverage(root), fees(root));
      }
      case "dca" -> {
        root.object(ParametersJson.FIELDS);
        yield plain.dca(root, SizingJson.read(root), leverage(root), fees(root));
      }
      case "grid" -> {
        root.object(ParametersJson.FIELDS);
        yield plain.grid(root, SizingJson.read(root), leverage(root), fees(root));
      }
      case "branch" ->
          BranchJson.read(root, parse(source, root.required("base").node().toString()));
      case "pairs" -> {
        root.object(ParametersJson.FIELDS);
        yield plain.pairs(root, SizingJson.read(root), leverage(root), fees(root));
      }
      case "triggers" -> {
        root.object(TriggersJson.FIELDS);
        yield triggers.read(root, leverage(root), fees(root));
      }
      default -> throw root.required("kind").error("unknown kind '" + kind + "'", KINDS);
    };
  }

  static JsonNode tree(String source, String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (node == null || node.isMissingNode()) {
        throw new InputException(source + ": document: empty", "Write a strategy as JSON");
      }
      return node;
    } catch (JsonProcessingException e) {
      String at = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new InputException(
          source + at + ": document: no valid JSON, " + complaint(e),
          "Mend the JSON; `candlewright strategies show ema-crossover` prints an example");
    }
  }

  /** What the parser complains of, without what it says to programmers. */
  private static String complaint(JsonProcessingException wrong) {
    if (wrong instanceof JsonEOFException) {
      return "it ends too early: a bracket, a brace or a quote is not closed";
    }
    String first = wrong.getOriginalMessage().lines().findFirst().orElse("");
    int aside = first.indexOf("(JSON String");
    String plain = aside < 0 ? first : first.substring(0, aside).strip();
    return plain.startsWith("Non-standard token")
        ? plain.substring("Non-standard token ".length()).replaceFirst(":.*", "") + " is no number"
        : plain;
  }

  private static StrategyDefinition carry(JsonReader root) {
    root.object("schema", "kind", "name", "description", "signal", "parameters", "sizing", "fees");
    FundingCarryStrategy.Signal signal =
        root.optional("signal")
            .map(Strategies::signal)
            .orElse(FundingCarryStrategy.Signal.THRESHOLD);
    List<Parameter> declared = FundingCarryStrategy.declared(signal);
    List<Parameter> parameters =
        root.optional("parameters")
            .map(all -> ParameterValues.read(all, declared))
            .orElse(declared);
    ParameterValues.requireLess(
        root.document().place("parameters", "parameters." + parameters.get(1).name()),
        parameters.get(1),
        parameters.get(0));
    Sizing sizing = SizingJson.readCarry(root);
    return new FundingCarryStrategy(
        root.required("name").text(),
        root.optional("description").map(JsonReader::text).orElse(""),
        signal,
        parameters,
        sizing,
        fees(root));
  }

  private static FundingCarryStrategy.Signal signal(JsonReader at) {
    for (FundingCarryStrategy.Signal signal : FundingCarryStrategy.Signal.values()) {
      if (signal.word().equals(at.text())) {
        return signal;
      }
    }
    throw at.error("unknown signal '" + at.text() + "'", "Use threshold or composite");
  }

  private static Optional<String> fees(JsonReader root) {
    return root.optional("fees")
        .map(
            at -> {
              if (!FEES.contains(at.text())) {
                throw at.error(
                    "'" + at.text() + "' is unknown", "Use one of " + String.join(", ", FEES));
              }
              return at.text();
            });
  }

  private static BigDecimal leverage(JsonReader root) {
    BigDecimal leverage = root.optional("leverage").map(JsonReader::decimal).orElse(BigDecimal.ONE);
    if (leverage.compareTo(BigDecimal.ONE) < 0
        || leverage.compareTo(BigDecimal.valueOf(125)) > 0
        || leverage.stripTrailingZeros().scale() > 4) {
      throw root.required("leverage")
          .error(
              leverage.toPlainString() + " is out of range",
              "Use a value from 1 to 125 with at most four decimals");
    }
    return leverage;
  }

  /** The strategy as pretty JSON with keys in a fixed order; {@link #parse} reads it back. */
  public String toJson(StrategyDefinition strategy) {
    try {
      return MAPPER.writer(pretty()).writeValueAsString(toTree(strategy)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same without a space, for hashing: equal strategies give equal text. */
  public String canonicalJson(StrategyDefinition strategy) {
    return toTree(strategy).toString();
  }

  /** The same line ends on every system, so that files can be compared. */
  private static DefaultPrettyPrinter pretty() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return printer;
  }

  private ObjectNode branch(BranchStrategy strategy) {
    ObjectNode out = MAPPER.createObjectNode();
    out.put("schema", 1);
    out.put("kind", strategy.kind());
    out.put("name", strategy.name());
    BranchJson.write(strategy, toTree(strategy.base()), out);
    return out;
  }

  /** The same as a tree, for documents that contain it. */
  public ObjectNode toTree(StrategyDefinition strategy) {
    if (strategy instanceof BranchStrategy branch) {
      return branch(branch);
    }
    ObjectNode out = MAPPER.createObjectNode();
    out.put("schema", 1);
    out.put("kind", strategy.kind());
    out.put("name", strategy.name());
    out.put("description", strategy.description());
    if (strategy instanceof FundingCarryStrategy carry
        && carry.signal() != FundingCarryStrategy.Signal.THRESHOLD) {
      out.put("signal", carry.signal().word());
    }
    ObjectNode parameters = out.putObject("parameters");
    for (Parameter parameter : strategy.parameters()) {
      if (parameter.name().contains(".")) {
        // A signal's own parameters stand with the signal.
        continue;
      }
      if (parameter.integer()) {
        parameters.put(parameter.name(), parameter.value().intValueExact());
      } else {
        parameters.put(parameter.name(), parameter.value().toPlainString());
      }
    }
    if (strategy instanceof RulesStrategy rulesStrategy) {
      rules.write(rulesStrategy, out);
      out.put("leverage", strategy.leverage().toPlainString());
    }
    if (strategy instanceof DcaStrategy
        || strategy instanceof GridStrategy
        || strategy instanceof PairsStrategy) {
      out.put("leverage", strategy.leverage().toPlainString());
    }
    if (strategy instanceof WeightedSignalsStrategy signals) {
      weighted.write(signals, out);
      out.put("leverage", strategy.leverage().toPlainString());
    }
    if (strategy instanceof TriggersStrategy triggering) {
      triggers.write(triggering, out);
      out.put("leverage", strategy.leverage().toPlainString());
    }
    SizingJson.write(strategy.sizing(), out.putObject("sizing"));
    strategy.feePreset().ifPresent(fees -> out.put("fees", fees));
    return out;
  }
}
