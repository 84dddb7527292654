package org.candlewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import org.candlewright.market.InputException;
import org.candlewright.market.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws views into pictures. */
@Command(
    name = "render",
    sortOptions = false,
    description = "Draws views into PNG files, one per view and theme. Needs no display.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  candlewright render --out pictures",
      "  candlewright render --view replay --run my-run --at 2021-05-19T12:00:00Z --theme dark"
          + " --out pictures"
    })
final class RenderCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{2,3})x([1-9][0-9]{2,3})");
  private static final List<Column<Path>> COLUMNS =
      List.of(Column.of("file", file -> Value.of(file.toString())));

  @Option(names = "--view", paramLabel = "V", description = "One view. Default: all.")
  private Optional<String> view = Optional.empty();

  @Option(names = "--run", paramLabel = "RUN", description = "Run to show. Default: the latest.")
  private Optional<String> run = Optional.empty();

  @Option(names = "--at", paramLabel = "TIME", description = "Where the playhead stands.")
  private Optional<String> at = Optional.empty();

  @Option(names = "--theme", paramLabel = "dark|light", description = "Default: both.")
  private Optional<String> theme = Optional.empty();

  @Option(names = "--size", paramLabel = "WxH", description = "In pixels. Default: 1440x900.")
  private String size = "1440x900";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of("");

  private final CommandContext context;

  RenderCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Pictures.Request request = context.understood(this::request);
    Pictures pictures = context.services().pictures();
    view.ifPresent(name -> known(name, pictures.views()));
    OutputFiles.checkWritable(out);
    context.print(Listing.of(COLUMNS, pictures.draw(request), "Nothing was drawn."));
    return ExitCode.DONE;
  }

  private Pictures.Request request() {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw new InputException(
          "--size: '" + size + "' is not a size",
          "Write width and height in pixels, for example 1440x900");
    }
    if (theme.isPresent() && !theme.get().equals("dark") && !theme.get().equals("light")) {
      throw new InputException(
          "--theme: '" + theme.get() + "' is not a theme", "Use dark or light");
    }
    OptionalLong atMillis =
        at.map(Period::parseTime).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    return new Pictures.Request(
        view,
        run,
        atMillis,
        theme,
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        out);
  }

  private static void known(String name, List<String> views) {
    if (!views.contains(name)) {
      throw new InputException(
          "--view: there is no view '" + name + "'",
          Nearest.of(name, views)
              .map(near -> "Did you mean " + near + "?")
              .orElse("Use one of " + String.join(", ", views)));
    }
  }
}
