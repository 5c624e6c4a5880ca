package io.livenessledger.bench.crowd;

import io.livenessledger.record.history.Content.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The categories that a content can have, and which values: some hundred kinds, of which the first
 * are frequent.
 *
 * @param isDated whether there are times
 * @param hasProbability whether the flat family's aggregate is there
 * @param checks null for one that the answer says nothing about
 */
record Kind(
    Family family,
    String status,
    Boolean live,
    boolean isDated,
    boolean hasProbability,
    List<Check> checks) {
  private static final List<String> WARNINGS =
      List.of(
          "GLARE_ON_IMAGE",
          "IMAGE_TOO_BLURRY",
          "IMAGE_IS_TOO_COMPRESSED",
          "IMAGE_TOO_DARK",
          "IMAGE_TOO_BRIGHT",
          "IMAGE_IS_CROPPED",
          "DOCUMENT_TOO_SMALL",
          "DOCUMENT_COLOURLESS");
  private static final List<String> ERRORS =
      List.of("DOCUMENT_NOT_FOUND", "DOCUMENT_CROPPED", "DOCUMENT_PHOTO_NOT_FOUND");
  private static final List<String> LEVELS = List.of("REGULAR", "SOFT", "HARD");
  private static final int CHECKS = 4;

  /**
   * What a check is like; its numbers are the content's own.
   *
   * @param warnings null, like the errors, in the nested family, which has none
   */
  record Check(
      Boolean ran,
      Boolean passed,
      String calibration,
      List<String> warnings,
      List<String> errors) {}

  static Kind draw(Family family, Boolean live, boolean plain, SplittableRandom random) {
    boolean nested = family == Family.NESTED;
    int failing = random.nextInt(CHECKS);
    Check[] checks = new Check[CHECKS];
    for (int i = 0; i < CHECKS; i++) {
      if (nested) {
        boolean failed = Boolean.FALSE.equals(live) && (i == failing || random.nextInt(6) == 0);
        Boolean passed = live == null ? null : Boolean.valueOf(!failed);
        checks[i] = new Check(true, passed, level(plain, random), null, null);
      } else {
        boolean ran = plain || random.nextInt(20) > 0;
        checks[i] =
            new Check(
                ran,
                null,
                level(plain, random),
                some(WARNINGS, plain ? 0 : 6, random),
                some(ERRORS, plain ? 0 : 14, random));
      }
    }
    if (nested && live == null) {
      Arrays.fill(checks, null); // has not been judged yet
      checks[0] = new Check(null, null, level(plain, random), null, null);
    }
    return new Kind(
        family,
        nested ? status(live, random) : null,
        live,
        plain || random.nextInt(20) > 0,
        !nested && (plain || random.nextInt(10) > 0),
        List.copyOf(nulls(checks)));
  }

  private static List<Check> nulls(Check[] checks) {
    List<Check> all = new ArrayList<>();
    for (Check check : checks) {
      all.add(check == null ? new Check(null, null, null, null, null) : check);
    }
    return all;
  }

  private static String status(Boolean live, SplittableRandom random) {
    if (live != null) {
      return "completed";
    }
    return List.of("new", "processing", "processing", "failed").get(random.nextInt(4));
  }

  private static String level(boolean plain, SplittableRandom random) {
    return plain || random.nextInt(4) > 0 ? LEVELS.get(0) : LEVELS.get(1 + random.nextInt(2));
  }

  /** One in so many times one of the words, the first ones most often. */
  private static List<String> some(List<String> words, int oneIn, SplittableRandom random) {
    if (oneIn == 0 || random.nextInt(oneIn) > 0) {
      return List.of();
    }
    double place = random.nextDouble();
    return List.of(words.get((int) (place * place * words.size())));
  }
}
