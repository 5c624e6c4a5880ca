package io.livenessledger.record.statement;

import io.livenessledger.canonical.Digest;
import io.livenessledger.canonical.SortedJson;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Content.CheckResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The normalised columns of a revision as one digest, so that a later change to them is found
 * without knowing the vendor's words.
 */
public final class Normalised {
  private Normalised() {}

  /**
   * SHA-256 of the RFC 8785 form of an object that has every member of {@link Content} but {@code
   * digest}, by its name: null where it has none; decimals as strings in plain notation with their
   * scale; instants as RFC 3339 text in UTC with three or, where needed, six decimals. A check is
   * an object of all members of {@link CheckResult}, or null when it has none of them: the two read
   * the same from the store.
   */
  public static Digest digest(Content content) {
    return Digest.sha256(SortedJson.of(members(content)));
  }

  static SortedMap<String, Object> members(Content content) {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("family", content.family() == null ? null : content.family().name());
    members.put("client", SortedJson.storable(content.client()));
    members.put("appRegistration", SortedJson.storable(content.appRegistration()));
    members.put("status", SortedJson.storable(content.status()));
    members.put("live", content.live());
    members.put("aggregateProbability", plain(content.aggregateProbability()));
    members.put("riskScore", plain(content.riskScore()));
    members.put("confidence", plain(content.confidence()));
    members.put("ignoreDocumentCropped", content.ignoreDocumentCropped());
    members.put("ignoreColourLess", content.ignoreColourLess());
    members.put("imageSaved", content.imageSaved());
    members.put("imageUrl", SortedJson.storable(content.imageUrl()));
    members.put("createdAt", Times.text(content.createdAt()));
    members.put("updatedAt", Times.text(content.updatedAt()));
    members.put("completedAt", Times.text(content.completedAt()));
    members.put("screenReplay", check(content.screenReplay()));
    members.put("printedCopy", check(content.printedCopy()));
    members.put("portraitSubstitution", check(content.portraitSubstitution()));
    members.put("digitalManipulation", check(content.digitalManipulation()));
    return members;
  }

  private static SortedMap<String, Object> check(CheckResult check) {
    if (check == null) {
      return null;
    }
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("ran", check.ran());
    members.put("passed", check.passed());
    members.put("score", plain(check.score()));
    members.put("probability", plain(check.probability()));
    members.put("calibration", SortedJson.storable(check.calibration()));
    members.put("warnings", words(check.warnings()));
    members.put("errors", words(check.errors()));
    members.put("details", SortedJson.storable(check.details()));
    return members.values().stream().allMatch(v -> v == null) ? null : members;
  }

  private static List<String> words(List<String> words) {
    return words == null ? null : words.stream().map(SortedJson::storable).toList();
  }

  /** A negative scale has no digits behind the point, so the store gives back scale 0: the same. */
  private static String plain(BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
