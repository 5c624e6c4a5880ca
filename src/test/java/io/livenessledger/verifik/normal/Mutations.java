package io.livenessledger.verifik.normal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages JSON texts: some on the level of bytes, most so that JSON, though odd JSON, remains. */
final class Mutations {
  private static final Pattern MEMBER =
      Pattern.compile("\"\\w+\": (\"[^\"]*\"|-?[0-9.]+|true|false|\\[[^\\]{]*\\])(,?)");
  private static final Pattern NUMBER = Pattern.compile("(?<=: )-?[0-9.]+");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

  private static final String[] VALUES = {
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "0.90",
    "-1e-7",
    "\"\"",
    "\"a\"",
    "[]",
    "{}",
    "[null]",
    "[\"A\",1]",
    "{\"_id\":\"x\"}",
    "{\"passed\":false}",
    "{\"passed\":1}",
    "\"0.5\"",
    "\"2024-01-15T10:30:00Z\"",
    "\"-999999999-01-01T00:00:00+18:00\"",
    "\"0000-12-31T23:59:59Z\"",
    "\"+12024-01-15T10:30:00Z\"",
    "NaN",
    "undefined",
    "'a'"
  };
  private static final String[] NUMBERS = {
    "1e308",
    "1e309",
    "-1e309",
    "1e-323",
    "1e-1000",
    "1e-1001",
    "1e2147483647",
    "0e2147483648",
    "-0e-2147483648",
    "1e-2147483648",
    "1e99999999999",
    "0e99999999999",
    "00",
    "1.",
    ".5",
    "-",
    "1e",
    "+1",
    "0x10",
    "9".repeat(308),
    "9".repeat(309),
    "0." + "1".repeat(1000),
    "0." + "1".repeat(1001),
    "0." + "0".repeat(3000) + "1",
    "1" + "0".repeat(5000)
  };
  private static final String[] IN_STRINGS = {
    "\\u0000",
    "\\ud800",
    "\\udc00",
    "\\udc00\\ud800",
    "\\ud83d\\ude00",
    "\\u00e9",
    "\\",
    "\\u12",
    "\\x",
    "\u0000",
    "\n",
    "\u007f",
    "\ufeff",
    "\u2028",
    "é",
    "x".repeat(300)
  };

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /** One to four mutations, one after the other. */
  byte[] mutate(String text) {
    String mutated = text;
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      mutated = once(mutated);
    }
    byte[] bytes = mutated.getBytes(UTF_8);
    return random.nextInt(5) == 0 ? damageBytes(bytes) : bytes;
  }

  byte[] noise() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String once(String text) {
    return switch (random.nextInt(8)) {
      case 0 -> replaceOne(MEMBER, text, m -> "");
      case 1 -> replaceOne(MEMBER, text, m -> m.group().replaceAll(",?$", "") + "," + m.group());
      case 2, 3 -> replaceOne(MEMBER, text, m -> otherValue(m.group()));
      case 4 -> replaceOne(NUMBER, text, m -> one(NUMBERS));
      case 5 -> replaceOne(STRING, text, m -> "\"" + one(IN_STRINGS) + m.group().substring(1));
      case 6 -> replaceOne(MEMBER, text, m -> deep() + "," + m.group());
      default -> replaceOne(STRING, text, m -> "\"" + oneNameOf(text) + "\"");
    };
  }

  private String otherValue(String member) {
    String comma = member.endsWith(",") ? "," : "";
    return member.substring(0, member.indexOf(": ") + 2) + one(VALUES) + comma;
  }

  private String deep() {
    int depth = random.nextInt(20) == 0 ? 50_000 : 150 + random.nextInt(100);
    return "\"deep\": " + "[".repeat(depth) + "]".repeat(depth);
  }

  private String oneNameOf(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = Pattern.compile("\"(\\w+)\":").matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names.isEmpty() ? "data" : names.get(random.nextInt(names.size()));
  }

  private byte[] damageBytes(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    switch (random.nextInt(3)) {
      case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      default -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
    }
    return bytes;
  }

  private String replaceOne(Pattern pattern, String text, Function<Matcher, String> replacement) {
    Matcher matcher = pattern.matcher(text);
    int found = 0;
    while (matcher.find()) {
      found++;
    }
    if (found == 0) {
      return text;
    }
    matcher.reset();
    for (int skip = random.nextInt(found); skip >= 0; skip--) {
      matcher.find();
    }
    String before = text.substring(0, matcher.start());
    return before + replacement.apply(matcher) + text.substring(matcher.end());
  }

  private String one(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** For the message of a failure. */
  static String shown(byte[] body) {
    String text = new String(body, ISO_8859_1);
    return text.length() <= 6000 ? text : text.substring(0, 6000) + "…";
  }
}
