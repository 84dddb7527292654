package org.candlewright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.candlewright.engine.risk.Proposal;
import org.candlewright.engine.risk.RiskCheck;
import org.candlewright.engine.risk.RiskEngine;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.risk.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever comes in whatever order, an entry is accepted if and only if it keeps every limit of the
 * guarded profile, as written down a second time here, in plain arithmetic.
 */
class RiskSequencesTest {
  private static final int STEPS = 20_000;
  private static final int INSTRUMENTS = 3;
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** A Monday. */
  private static final long START = 1_609_718_400_000L;

  private static final long CAPITAL = 1_000_000;

  /** What the limits depend on, kept by the test. */
  private static final class Account {
    long now = START;
    long equity = CAPITAL;
    long day = CAPITAL;
    long week = CAPITAL;
    long peak = CAPITAL;
    boolean halted;
    int losses;
    long lastLoss = START - DAY;
    final long[] pausedUntil = new long[INSTRUMENTS];
    final List<long[]> entries = new ArrayList<>();

    int since(long millis, int instrument) {
      int count = 0;
      for (long[] each : entries) {
        count += each[0] > millis && (instrument < 0 || each[1] == instrument) ? 1 : 0;
      }
      return count;
    }

    boolean lost(double share, long base) {
      return equity <= Math.floor(base * (1 - share) + 1e-6);
    }

    boolean mayEnter(Proposal entry, long lots) {
      long value = lots * entry.lotValue();
      boolean healthy =
          !halted
              && !lost(0.03, day)
              && !lost(0.07, week)
              && !lost(0.1, peak)
              && entry.quietMillis() < 2 * entry.barMillis()
              && entry.market().volatility().map(each -> each.doubleValue() <= 3).orElse(true);
      boolean exposed =
          entry.total() + value <= equity * 25 / 100
              && entry.symbol() + value <= equity * 3 / 100
              && value <= equity / 10
              && (entry.adds() || entry.market().alike() < 3)
              && (entry.adds() || entry.openPositions() < 8)
              && entry.leverage().doubleValue() <= 5
              && 1 / entry.leverage().doubleValue() - 0.005 > entry.stopDistance().doubleValue();
      int instrument = entry.instrument();
      boolean paced =
          since(now - 90 * SECOND, -1) == 0
              && pausedUntil[instrument] <= now
              && !(losses >= 3 && now - lastLoss < HOUR)
              && since(now - HOUR, -1) < 3
              && since(now - DAY, -1) < 120
              && (!entry.adds() || Math.max(0, since(now - DAY, instrument) - 1) < 1);
      boolean sized = value >= 10 && value >= equity * 25 / 10_000 && !entry.pending();
      double cost = entry.slippageBps().doubleValue();
      boolean priced =
          entry.market().spreadBps().doubleValue() <= 20
              && entry.market().depth().orElse(Long.MAX_VALUE) >= 2 * value
              && entry.priceGap().doubleValue() <= 0.05
              && cost <= 20
              && cost + entry.feeBps().doubleValue() <= 60;
      return healthy && exposed && paced && sized && priced && lots > 0;
    }
  }

  private static <T> T mostly(SplittableRandom random, T usual, T other) {
    return random.nextInt(12) == 0 ? other : usual;
  }

  private static Proposal proposal(SplittableRandom random, Account account) {
    long share = account.equity / 100;
    Proposal.Market market =
        new Proposal.Known(
            mostly(random, Optional.empty(), Optional.of(BigDecimal.valueOf(random.nextInt(7)))),
            Optional.empty(),
            0,
            mostly(random, 0, random.nextInt(5)),
            BigDecimal.valueOf(mostly(random, 2, 18 + random.nextInt(5))),
            mostly(random, OptionalLong.empty(), OptionalLong.of(random.nextLong(8 * share + 1))));
    long symbol = mostly(random, 0L, random.nextLong(4 * share));
    return new Proposal(
        account.now,
        random.nextInt(INSTRUMENTS),
        1 + random.nextLong(4 * share),
        1 + random.nextInt(3),
        false,
        account.equity,
        symbol + mostly(random, 0L, random.nextLong(26 * share)),
        symbol,
        0,
        mostly(random, 2, random.nextInt(11)),
        random.nextInt(4) == 0,
        mostly(random, false, true),
        mostly(random, 0L, random.nextLong(3 * HOUR)),
        HOUR,
        BigDecimal.valueOf(mostly(random, 0L, (long) random.nextInt(9)), 2),
        BigDecimal.ZERO,
        BigDecimal.valueOf(mostly(random, 1L, 1L + random.nextInt(7))),
        new BigDecimal("0.005"),
        RiskProfile.TierClass.FIRST,
        BigDecimal.valueOf(mostly(random, 2L, 17L + random.nextInt(6))),
        BigDecimal.valueOf(mostly(random, 5L, 35L + random.nextInt(25))),
        BigDecimal.valueOf(mostly(random, 2L, (long) random.nextInt(120)), 2),
        0,
        market);
  }

  private static void pass(SplittableRandom random, Account account, RiskEngine risk) {
    long before = account.now;
    account.now += 1 + random.nextLong(mostly(random, 40 * SECOND, 3 * HOUR));
    for (long midnight = Math.floorDiv(before, DAY) * DAY + DAY;
        midnight <= account.now;
        midnight += DAY) {
      risk.midnight(midnight, account.equity);
      account.day = account.equity;
      account.week = Math.floorMod(midnight - START, 7 * DAY) == 0 ? account.equity : account.week;
    }
  }

  private static void mark(SplittableRandom random, Account account, RiskEngine risk) {
    account.equity += random.nextLong(-account.equity / 60, account.equity / 60);
    risk.mark(account.now, account.equity);
    if (!account.halted) {
      account.peak = Math.max(account.peak, account.equity);
      account.halted =
          account.lost(0.03, account.day)
              || account.lost(0.07, account.week)
              || account.lost(0.1, account.peak);
    }
  }

  private static void close(SplittableRandom random, Account account, RiskEngine risk) {
    int instrument = random.nextInt(INSTRUMENTS);
    long net = random.nextInt(-5, 6);
    boolean stopped = random.nextBoolean();
    risk.closed(instrument, account.now, net, stopped);
    long pause = stopped ? 2 * HOUR : net > 0 ? 10 * MINUTE : HOUR;
    account.pausedUntil[instrument] =
        Math.max(account.pausedUntil[instrument], account.now + pause);
    account.losses = net < 0 ? account.losses + 1 : 0;
    account.lastLoss = net < 0 ? account.now : account.lastLoss;
  }

  private static void stopOrReset(SplittableRandom random, Account account, RiskEngine risk) {
    if (account.halted || random.nextInt(4) > 0) {
      risk.reset(account.equity);
      account.halted = false;
      account.day = account.equity;
      account.week = account.equity;
      account.peak = account.equity;
    } else {
      risk.kill(account.now);
      account.halted = true;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anEntryIsAcceptedIfAndOnlyIfItKeepsEveryLimit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RiskEngine risk = new RiskEngine(RiskProfile.guarded(), INSTRUMENTS, CAPITAL, 0);
    Account account = new Account();
    int accepted = 0;
    int refused = 0;
    for (int step = 0; step < STEPS; step++) {
      pass(random, account, risk);
      switch (random.nextInt(16)) {
        case 0, 1 -> mark(random, account, risk);
        case 2 -> close(random, account, risk);
        case 3 -> stopOrReset(random, account, risk);
        default -> {
          Proposal entry = proposal(random, account);
          Verdict verdict = risk.assess(entry);
          boolean passes = verdict.refusal().isEmpty();
          assertThat(verdict.lots()).isBetween(0L, entry.lots());
          assertThat(passes)
              .describedAs("%s %s", entry, verdict.refusal().map(RiskCheck::toString))
              .isEqualTo(account.mayEnter(entry, verdict.lots()));
          accepted += passes ? 1 : 0;
          refused += passes ? 0 : 1;
          if (passes) {
            risk.entered(entry.instrument(), account.now);
            account.entries.add(new long[] {account.now, entry.instrument()});
          }
        }
      }
    }
    assertThat(accepted).isGreaterThan(50);
    assertThat(refused).isGreaterThan(1_000);
  }
}
