package org.candlewright.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTest {
  private record Row(String name, BigDecimal amount, boolean ok) {}

  private static final List<Column<Row>> COLUMNS =
      List.of(
          Column.of("name", row -> Value.of(row.name())),
          new Column<>("net_amount", "net USDT", row -> Value.rounded(row.amount(), 2)),
          Column.of("ok", row -> Value.of(row.ok())),
          Column.of("seen", row -> row.ok() ? Value.time(0) : Value.unknown()));
  private static final List<Row> ROWS =
      List.of(
          new Row("a, \"b\"", new BigDecimal("1234.5678901"), true),
          new Row("c", new BigDecimal("-0.000000001"), false));
  private static final Listing<Row> LISTING = Listing.of(COLUMNS, ROWS, "Nothing.");

  @Test
  void aTableAlignsNumbersRightAndShowsThemRounded() throws IOException {
    assertThat(written(new TableOutput(), LISTING))
        .isEqualTo(
            """
            name    net USDT  ok   seen
            a, "b"  1,234.57  yes  1970-01-01T00:00:00Z
            c          -0.00  no
            """);
  }

  @Test
  void anEmptyTableSaysWhatToDo() throws IOException {
    assertThat(written(new TableOutput(), Listing.of(COLUMNS, List.of(), "Nothing. Import some.")))
        .isEqualTo("Nothing. Import some.\n");
  }

  @Test
  void csvQuotesByRfc4180AndKeepsEveryDigit() throws IOException {
    assertThat(written(new CsvOutput(), LISTING))
        .isEqualTo(
            "name,net_amount,ok,seen\r\n"
                + "\"a, \"\"b\"\"\",1234.5678901,true,1970-01-01T00:00:00Z\r\n"
                + "c,-0.000000001,false,\r\n");
  }

  @Test
  void anEmptyCsvStillHasItsHeader() throws IOException {
    assertThat(written(new CsvOutput(), Listing.of(COLUMNS, List.of(), "")))
        .isEqualTo("name,net_amount,ok,seen\r\n");
  }

  @Test
  void jsonWritesPlainDecimalsAndNullForUnknown() throws IOException {
    assertThat(written(new JsonOutput(), LISTING))
        .contains("\"net_amount\" : -0.000000001", "\"seen\" : null", "\"name\" : \"a, \\\"b\\\"\"")
        .startsWith("[");
  }

  @Test
  void oneThingIsAnObjectInJsonAndALineAPropertyForPeople() throws IOException {
    Listing<Row> single = Listing.single(COLUMNS, ROWS.getFirst());
    assertThat(written(new JsonOutput(), single)).startsWith("{").endsWith("}\n");
    assertThat(written(new TableOutput(), single))
        .isEqualTo(
            """
            name      a, "b"
            net USDT  1,234.57
            ok        yes
            seen      1970-01-01T00:00:00Z
            """);
  }

  @Test
  void aListInsideAThingIsAListInJson() throws IOException {
    Listing<String> outer =
        Listing.single(List.of(Column.of("rows", text -> new Value.Rows(LISTING))), "anything");
    assertThat(written(new JsonOutput(), outer)).contains("\"rows\" : [");
    assertThat(written(new TableOutput(), outer)).startsWith("rows  2\n").contains("net USDT");
  }

  private static String written(Output output, Listing<?> listing) throws IOException {
    StringWriter out = new StringWriter();
    output.write(listing, out);
    return out.toString();
  }
}
