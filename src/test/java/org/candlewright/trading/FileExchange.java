package org.candlewright.trading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** An exchange that outlives the program: each order that comes is a line of a file. */
final class FileExchange implements ExchangePort {
  private final Path file;
  private final Set<String> known = new HashSet<>();

  FileExchange(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        known.addAll(Files.readAllLines(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void send(OrderIntent intent) {
    known.add(intent.clientId());
    try {
      Files.write(
          file,
          (intent.clientId() + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean knows(String clientId) {
    return known.contains(clientId);
  }
}
