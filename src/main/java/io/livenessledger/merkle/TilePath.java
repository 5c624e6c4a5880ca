package io.livenessledger.merkle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part {@code <N>[.p/<W>]} of a path (C2SP tlog-tiles): the index in groups of three digits,
 * all but the last after an {@code x}.
 */
record TilePath(long index, int width) {
  private static final Pattern FORM =
      Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  static String of(long index, int width) {
    StringBuilder path = new StringBuilder(group(index));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x" + group(rest) + "/");
    }
    return width == Tile.FULL ? path.toString() : path.append(".p/").append(width).toString();
  }

  private static String group(long number) {
    String digits = Long.toString(number % 1000);
    return "0".repeat(3 - digits.length()) + digits;
  }

  /** Empty unless it is exactly what {@link #of} gives. */
  static Optional<TilePath> parse(String path) {
    Matcher matcher = FORM.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long index = Long.parseLong(matcher.group(1).replaceAll("[x/]", ""));
    int width = matcher.group(2) == null ? Tile.FULL : Integer.parseInt(matcher.group(2));
    // Leading groups of zeros and .p/256 are other spellings of what has one already
    return width <= Tile.FULL && of(index, width).equals(path)
        ? Optional.of(new TilePath(index, width))
        : Optional.empty();
  }
}
