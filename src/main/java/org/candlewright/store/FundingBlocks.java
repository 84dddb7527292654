package org.candlewright.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.candlewright.market.FundingHistory;

/** Funding as bytes: times, stamps as given, and rates with all their digits. */
final class FundingBlocks {
  private FundingBlocks() {}

  static byte[] encode(FundingHistory funding) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(funding.size());
      for (int i = 0; i < funding.size(); i++) {
        byte[] unscaled = funding.rate(i).unscaledValue().toByteArray();
        out.writeLong(funding.time(i));
        out.writeLong(funding.originalTime(i));
        out.writeByte(funding.rate(i).scale());
        out.writeByte(unscaled.length);
        out.write(unscaled);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static FundingHistory decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int size = in.readInt();
      long[] times = new long[size];
      long[] originals = new long[size];
      BigDecimal[] rates = new BigDecimal[size];
      for (int i = 0; i < size; i++) {
        times[i] = in.readLong();
        originals[i] = in.readLong();
        int scale = in.readByte();
        rates[i] = new BigDecimal(new BigInteger(in.readNBytes(in.readUnsignedByte())), scale);
      }
      return new FundingHistory(size, times, originals, rates);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
