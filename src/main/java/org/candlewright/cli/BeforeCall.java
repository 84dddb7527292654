package org.candlewright.cli;

import java.nio.file.Path;

/** A command that does something itself before the owner of the home is asked to do the rest. */
interface BeforeCall {
  void beforeCall(Path home);
}
