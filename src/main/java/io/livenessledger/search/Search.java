package io.livenessledger.search;

import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.paging.PageTokens;
import io.livenessledger.problem.Problem;
import io.livenessledger.record.RecordView;
import io.livenessledger.record.RecordViews;
import io.livenessledger.record.Visibility;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.filter.FilterName;
import io.livenessledger.search.filter.SearchParameters;
import io.livenessledger.search.sql.Populations;
import io.livenessledger.search.sql.Sort;
import io.livenessledger.search.sql.Sort.Position;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Finds the records that a filter wants, a page at a time. */
@ApplicationScoped
public class Search {
  /** Stands for the value of a record that has none; no value looks like it. */
  private static final String NO_VALUE = "-";

  private final Populations populations;
  private final RecordViews views;
  private final Visibility visibility;
  private final PageTokens tokens;
  private final Clock clock;

  Search(
      Populations populations,
      RecordViews views,
      Visibility visibility,
      PageTokens tokens,
      Clock clock) {
    this.populations = populations;
    this.views = views;
    this.visibility = visibility;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * The filter, within what the caller may see.
   *
   * @throws Problem {@code invalid-parameter}
   */
  Filter filter(SearchParameters asked) {
    return asked.filter(visibility.clients().orElse(null), clock.instant());
  }

  /** A page; a token that another filter or order gave is none of this list. */
  Uni<Page<RecordView>> page(Filter filter, Sort sort, PageParameters page) {
    int size = page.size();
    String list = list(filter, sort);
    Position after = page.token() == null ? null : position(list, page.token());
    Instant known = Objects.requireNonNullElseGet(filter.asOf(), clock::instant);
    return populations
        .find(filter, sort, after, size + 1)
        .map(found -> Page.of(found, size, last -> token(list, sort, last)))
        .map(found -> found.map(views.asOf(known)));
  }

  private static String list(Filter filter, Sort sort) {
    return "records " + FilterName.of(filter) + " " + sort;
  }

  private String token(String list, Sort sort, RecordState last) {
    Position position = sort.position(last);
    return tokens.encode(
        list, Objects.requireNonNullElse(position.value(), NO_VALUE), position.id());
  }

  private Position position(String list, String token) {
    List<String> keys = tokens.position(list, token, 2);
    return new Position(keys.get(0).equals(NO_VALUE) ? null : keys.get(0), keys.get(1));
  }
}
