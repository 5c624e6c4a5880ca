package io.livenessledger.search.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** What a list by a filter is called, so that a token of one is none of another. */
public final class FilterName {
  // JSON, in which no two filters look alike, whatever characters their words have
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModules(new Jdk8Module(), new JavaTimeModule()).build();

  private FilterName() {}

  /** The name, of which callers' words are a part: it leaves the program in sealed tokens only. */
  public static String of(Filter filter) {
    try {
      return JSON.writeValueAsString(filter);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Not made of JSON values: " + impossible.getClass());
    }
  }
}
