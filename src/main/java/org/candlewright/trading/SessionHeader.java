package org.candlewright.trading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.candlewright.backtest.RunDocument;
import org.candlewright.market.InputException;
import org.candlewright.trading.journal.JournalRecord;

/**
 * What a journal begins with: the run, and how its data are to be read.
 *
 * @param document {@code run.json} as it was when the session began
 * @param feed where its inputs come from
 * @param history how many records of history follow before anything counts
 */
record SessionHeader(RunDocument document, List<SeriesTerms> series, int history, FeedTerms feed) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static String write(ObjectNode document, List<SeriesTerms> series, int history, FeedTerms feed) {
    ObjectNode root = MAPPER.createObjectNode();
    root.set("run", document);
    ArrayNode data = root.putArray("series");
    series.forEach(each -> each.write(data.addObject()));
    root.put("history", history);
    root.putObject("feed").put("source", feed.source()).put("events", feed.events());
    return root.toString();
  }

  static SessionHeader read(JournalRecord record) {
    try {
      JsonNode root = MAPPER.readTree(record.body().getText());
      List<SeriesTerms> series = new ArrayList<>();
      root.path("series").forEach(each -> series.add(SeriesTerms.read(each)));
      return new SessionHeader(
          RunDocument.parse(root.path("run").toString().getBytes(StandardCharsets.UTF_8)),
          List.copyOf(series),
          root.path("history").asInt(),
          new FeedTerms(
              root.path("feed").path("source").asText(),
              root.path("feed").path("events").asLong()));
    } catch (JsonProcessingException e) {
      throw new InputException(
          "journal: its first record cannot be read (" + e.getOriginalMessage() + ")",
          "The session cannot go on; start a new one");
    }
  }
}
