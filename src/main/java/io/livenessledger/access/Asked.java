package io.livenessledger.access;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a call asked for, as its event tells it. */
final class Asked {
  private static final Pattern RECORD_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private Asked() {}

  /**
   * The query's parameters in the order of their names, as sent but decoded, with the number or
   * name of what is no part of a record; null without any.
   */
  static String of(UriInfo uri, String recordId) {
    Map<String, List<String>> asked = new TreeMap<>(uri.getQueryParameters());
    for (String named : List.of("name", "number")) {
      List<String> value = uri.getPathParameters().get(named);
      if (recordId == null && value != null) {
        asked.put(named, value);
      }
    }
    return asked.isEmpty()
        ? null
        : asked.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + String.join(",", parameter.getValue()))
            .collect(Collectors.joining("&"));
  }

  /** A record id in a path; null when it is none. */
  static String recordId(String text) {
    return text != null && RECORD_ID.matcher(text).matches() ? text : null;
  }

  /** An observation's number in a path; null when it is none. */
  static Integer number(String text) {
    return text != null && NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
  }
}
