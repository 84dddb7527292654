package org.candlewright.cli.output;

import java.io.IOException;
import java.io.Writer;

/** Writes a result in one format. */
public interface Output {
  <R> void write(Listing<R> listing, Writer out) throws IOException;
}
