package io.livenessledger.bench.crowd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.livenessledger.canonical.Digest;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Content.CheckResult;
import io.livenessledger.record.history.Content.Family;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.record.history.RecordId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One record of the crowd, as drawn: its contents, of which the second replaced the first, and what
 * was observed. Ids are like the vendor's, whose first half is the time of creation.
 *
 * @param kinds numbers of the contents' kinds
 */
record Person(String id, List<Integer> kinds, List<Content> contents, List<Seen> seen) {
  static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
  static final Instant BEGINNING = Instant.parse("2023-11-01T00:00:00Z");
  private static final long SPAN = Duration.between(BEGINNING, END).toMillis();
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final int REGISTRATIONS = 200;

  /** An observation before its body is known. */
  record Seen(
      Outcome outcome, Trigger trigger, Instant fetchedAt, Integer revision, boolean starts) {
    Observation of(String id, int number, Digest body, Integer size) {
      boolean fetched = trigger != Trigger.SUBMITTED;
      return new Observation(
          new RecordId(id),
          number,
          outcome,
          trigger,
          fetchedAt,
          fetchedAt.plusMillis(7),
          revision,
          starts,
          fetched ? (outcome == Outcome.ABSENT ? 404 : 200) : null,
          body,
          size,
          "application/json",
          null,
          null,
          "bench-request",
          "bench");
    }
  }

  /** The {@code n}th of so many. */
  static Person draw(long seed, long n, long of, Kinds kinds) {
    SplittableRandom random = new SplittableRandom(seed ^ n * 0x9E3779B97F4A7C15L);
    long created = (long) ((n + random.nextDouble()) / of * SPAN);
    Instant at = BEGINNING.plusMillis(created);
    String id =
        String.format(
            Locale.ROOT, "%08x%016x", at.getEpochSecond(), random.nextLong() & 0x7FFFFFFFFFFFFFFFL);
    String client = client(random);
    List<Integer> drawn = new ArrayList<>();
    List<Content> contents = new ArrayList<>();
    drawn.add(kinds.draw(random));
    contents.add(content(kinds.all().get(drawn.get(0)), id, client, at, random));
    List<Seen> seen = new ArrayList<>();
    Instant first = at.plusMillis(MINUTE + (long) (-Math.log(1 - random.nextDouble()) * DAY / 8));
    seen.add(new Seen(Outcome.PRESENT, trigger(random), first, 1, true));
    int second = random.nextInt(1000);
    if (second < 50) { // 5 %: gone, changed, or as it was
      Instant again = first.plusMillis(DAY + random.nextLong(30 * DAY));
      if (second < 5) {
        seen.add(new Seen(Outcome.ABSENT, Trigger.SCHEDULE, again, null, false));
      } else if (second < 25) {
        drawn.add(kinds.draw(random));
        contents.add(content(kinds.all().get(drawn.get(1)), id, client, at, random));
        seen.add(new Seen(Outcome.PRESENT, Trigger.REFRESH, again, 2, true));
      } else {
        seen.add(new Seen(Outcome.PRESENT, Trigger.REFRESH, again, 1, false));
      }
    }
    return new Person(id, drawn, contents, seen);
  }

  private static Trigger trigger(SplittableRandom random) {
    int of = random.nextInt(20);
    return of == 0 ? Trigger.SUBMITTED : of == 1 ? Trigger.BACKFILL : Trigger.REFRESH;
  }

  /** The largest of 20 has more than a third of the records, the smallest a sixtieth. */
  private static String client(SplittableRandom random) {
    double place = random.nextDouble();
    return "62a1b2c3d4e5f607182930" + (10 + (int) (place * place * place * 20));
  }

  static Content content(
      Kind kind, String id, String client, Instant created, SplittableRandom random) {
    boolean nested = kind.family() == Family.NESTED;
    boolean judged = kind.live() != null;
    Instant createdAt = kind.isDated() ? created : null;
    Instant later = created.plusMillis(1000 + random.nextInt(120_000));
    return new Content(
        Digest.sha256((id + random.nextLong()).getBytes(US_ASCII)),
        kind.family(),
        client,
        nested ? "registration-" + registration(random) : null,
        kind.status(),
        kind.live(),
        kind.hasProbability() ? decimal(1, random) : null,
        nested && judged ? decimal(1, random) : null,
        nested && judged ? decimal(1, random) : null,
        false,
        false,
        true,
        "https://cdn.example/document-liveness/document-liveness-" + id,
        createdAt,
        createdAt == null ? null : later,
        nested && judged ? later : null,
        check(kind, 0, random),
        check(kind, 1, random),
        check(kind, 2, random),
        check(kind, 3, random));
  }

  private static int registration(SplittableRandom random) {
    double place = random.nextDouble();
    return (int) (place * place * REGISTRATIONS);
  }

  private static CheckResult check(Kind kind, int place, SplittableRandom random) {
    Kind.Check check = kind.checks().get(place);
    boolean silent = check.ran() == null;
    boolean flat = kind.family() == Family.FLAT;
    return silent && check.calibration() == null
        ? null
        : new CheckResult(
            check.ran(),
            check.passed(),
            silent ? null : decimal(12, random),
            flat ? decimal(1, random) : null,
            check.calibration(),
            check.warnings(),
            check.errors(),
            check.passed() == null ? null : "Detail " + random.nextInt(100));
  }

  /** Seven digits behind the point; scores lie outside 0..1, too. */
  private static BigDecimal decimal(int largest, SplittableRandom random) {
    double place = random.nextDouble();
    long digits = (long) (place * place * largest * 10_000_000) - (largest == 1 ? 0 : 2_000_000);
    return BigDecimal.valueOf(digits, 7);
  }
}
