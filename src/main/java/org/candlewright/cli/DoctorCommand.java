package org.candlewright.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.candlewright.cli.output.Column;
import org.candlewright.cli.output.Listing;
import org.candlewright.cli.output.Value;
import picocli.CommandLine.Command;

/** Examines the machine and the home. */
@Command(
    name = "doctor",
    sortOptions = false,
    description =
        "Checks everything the program needs and says what to do where something is wrong.",
    footerHeading = "%nExamples:%n",
    footer = {"  candlewright doctor", "  candlewright doctor --home /data/candlewright --json"})
final class DoctorCommand implements Callable<Integer> {
  private static final List<Column<Finding>> COLUMNS =
      List.of(
          Column.of("check", finding -> Value.of(finding.check())),
          Column.of("ok", finding -> Value.of(finding.ok())),
          Column.of("detail", finding -> Value.of(finding.detail())),
          Column.of(
              "remedy",
              finding ->
                  finding.remedy().isEmpty() ? Value.unknown() : Value.of(finding.remedy())));

  private final CommandContext context;

  DoctorCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Finding> findings = context.services().examine();
    context.print(Listing.of(COLUMNS, findings, ""));
    return findings.stream().allMatch(Finding::ok) ? ExitCode.DONE : ExitCode.FAILED;
  }
}
