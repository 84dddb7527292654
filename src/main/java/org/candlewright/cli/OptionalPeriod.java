package org.candlewright.cli;

import java.util.Optional;
import org.candlewright.market.Period;
import picocli.CommandLine.Option;

/** The period of commands that take all that is stored unless told otherwise. */
final class OptionalPeriod {
  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "First instant, date or ISO-8601, UTC. Default: all that is stored.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "End, exclusive. Default: all that is stored.")
  private Optional<String> to = Optional.empty();

  Period period() {
    return new Period(
        from.map(text -> OptionValue.of("--from", text, Period::parseTime))
            .orElse(Period.ALL.fromMillis()),
        to.map(text -> OptionValue.of("--to", text, Period::parseTime))
            .orElse(Period.ALL.toMillis()));
  }
}
