package org.candlewright.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.candlewright.market.InputException;
import org.candlewright.replay.Moment;
import org.candlewright.replay.ReplayRun;
import org.candlewright.replay.ReplayService;

/** A run opened by a command that asks for a moment of it. */
final class RunMoment {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final CommandContext context;
  private final Map<String, byte[]> files;
  private final ReplayService replay;

  RunMoment(CommandContext context, String run) {
    this.context = context;
    this.files = new KeptFiles(context).all(run);
    this.replay = context.services().replay();
  }

  ReplayService replay() {
    return replay;
  }

  Map<String, byte[]> files() {
    return files;
  }

  /** Opens the run and warns where the data are no longer those it was made from. */
  ReplayRun open() {
    ReplayService.Opened opened =
        replay.open(
            files,
            context.interruption()::requested,
            share ->
                context.terminal().progress("opening the run: " + Math.round(share * 100) + " %"));
    context.terminal().progressDone();
    opened.changed().ifPresent(context.terminal()::warn);
    return opened.run();
  }

  Moment seek(ReplayRun run, long timeMillis) {
    return run.seekTo(timeMillis).orElseThrow(() -> early(run, timeMillis));
  }

  static InputException early(ReplayRun run, long timeMillis) {
    return new InputException(
        "--at: " + Instant.ofEpochMilli(timeMillis) + " is before the first bar of the run ended",
        "Give a time from " + Instant.ofEpochMilli(run.rows().time(0)) + " on");
  }

  void print(ObjectNode document) {
    try {
      context.terminal().out().println(MAPPER.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
