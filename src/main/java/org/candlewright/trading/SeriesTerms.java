package org.candlewright.trading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Timeframe;

/**
 * How an instrument's data of a session are to be read: the rules of its venue, and units.
 *
 * @param marks digits of the volume of mark bars; empty where there are none
 */
record SeriesTerms(
    Instrument instrument,
    Timeframe timeframe,
    int volumeDigits,
    boolean quoteVolume,
    Optional<Integer> marks) {

  static SeriesTerms of(InstrumentData data) {
    return new SeriesTerms(
        data.instrument(),
        data.bars().timeframe(),
        data.bars().volumeDigits(),
        data.bars().quoteVolume(),
        data.marks().map(BarSeries::volumeDigits));
  }

  void write(ObjectNode out) {
    out.put("instrument", instrument.id().toString());
    out.put("base", instrument.base());
    out.put("quote", instrument.quote());
    out.put("tick", instrument.tick().toPlainString());
    out.put("lot", instrument.lot().toPlainString());
    out.put("min_notional", instrument.minNotional().map(BigDecimal::toPlainString).orElse(null));
    out.put("buyer_pays_in_base", instrument.buyerPaysInBase());
    out.put("maintenance_rate", instrument.maintenanceRate().toPlainString());
    out.put("simulated", instrument.simulated());
    out.put("timeframe", timeframe.toString());
    out.put("volume_digits", volumeDigits);
    out.put("quote_volume", quoteVolume);
    out.put("mark_volume_digits", marks.orElse(null));
  }

  static SeriesTerms read(JsonNode node) {
    JsonNode minimum = node.path("min_notional");
    JsonNode marks = node.path("mark_volume_digits");
    return new SeriesTerms(
        new Instrument(
            InstrumentId.parse(node.path("instrument").asText()),
            node.path("base").asText(),
            node.path("quote").asText(),
            new BigDecimal(node.path("tick").asText()),
            new BigDecimal(node.path("lot").asText()),
            minimum.isTextual() ? Optional.of(new BigDecimal(minimum.asText())) : Optional.empty(),
            node.path("buyer_pays_in_base").asBoolean(),
            new BigDecimal(node.path("maintenance_rate").asText()),
            node.path("simulated").asBoolean()),
        Timeframe.parse(node.path("timeframe").asText()),
        node.path("volume_digits").asInt(),
        node.path("quote_volume").asBoolean(),
        marks.isInt() ? Optional.of(marks.asInt()) : Optional.empty());
  }

  /** Series without bars yet. */
  InstrumentData growing(Capacity capacity) {
    return new InstrumentData(
        instrument,
        series(instrument.tick(), volumeDigits, quoteVolume, capacity.bars()),
        marks.map(
            digits -> series(BigDecimal.ONE.movePointLeft(8), digits, false, capacity.bars())),
        FundingHistory.growing(FundingHistory.none(), capacity.settlements()));
  }

  private BarSeries series(BigDecimal tick, int digits, boolean quote, int capacity) {
    long[] none = new long[0];
    BarSeries empty =
        new BarSeries(
            instrument.id(), timeframe, tick, digits, quote, 0, none, none, none, none, none, none);
    return BarSeries.growing(empty, capacity);
  }

  /**
   * How much may come.
   *
   * @param bars of each instrument
   * @param settlements likewise
   */
  record Capacity(int bars, int settlements) {}
}
