package org.candlewright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Says in one line what is wrong with the arguments and what was probably meant. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {
  private final Terminal terminal;

  UsageErrors(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine at = wrong.getCommandLine();
    terminal.err().println("error: " + message(wrong, at));
    return ExitCode.WRONG_USAGE;
  }

  private static String message(ParameterException wrong, CommandLine at) {
    // A mistyped option leaves the right one missing; the mistake is the better news.
    List<String> unmatched = at.getUnmatchedArguments();
    if (!unmatched.isEmpty()) {
      return unmatched(unmatched.getFirst(), at);
    }
    String message = Objects.requireNonNullElse(wrong.getMessage(), "wrong arguments");
    String text = Character.toLowerCase(message.charAt(0)) + message.substring(1);
    String sentence = text.endsWith(".") ? text : text + ".";
    return sentence.contains("--help")
        ? sentence
        : sentence + " See " + at.getCommandSpec().qualifiedName() + " --help.";
  }

  private static String unmatched(String argument, CommandLine at) {
    boolean option = argument.startsWith("-");
    String name = option ? argument.replaceFirst("=.*", "") : argument;
    List<String> known =
        option ? options(at) : new ArrayList<>(at.getCommandSpec().subcommands().keySet());
    if (!option && known.isEmpty()) {
      return "unexpected argument '"
          + argument
          + "'. See "
          + at.getCommandSpec().qualifiedName()
          + " --help.";
    }
    Optional<String> nearest = Nearest.of(name, known);
    return "unknown "
        + (option ? "option" : "command")
        + " '"
        + name
        + "'. "
        + nearest
            .map(word -> "Did you mean " + word + "?")
            .orElse("See " + at.getCommandSpec().qualifiedName() + " --help.");
  }

  private static List<String> options(CommandLine at) {
    return at.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .flatMap(option -> List.of(option.names()).stream())
        .toList();
  }
}
