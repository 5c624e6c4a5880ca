package io.livenessledger.access;

import io.livenessledger.access.Call.Ending;
import io.livenessledger.access.event.AccessEvent.Client;
import io.livenessledger.access.write.AccessLog;
import io.livenessledger.access.write.EventMetrics;
import io.livenessledger.paging.Page;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.problem.ProblemDocument;
import io.livenessledger.problem.RequestId;
import io.livenessledger.security.Action;
import io.livenessledger.security.Actor;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Caller;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sees every call of an audited endpoint twice: before it is answered, for its purpose; and with
 * its answer in hand, which leaves when the event is committed.
 */
class AuditFilter {
  private static final Pattern TRACE =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
  private static final int LONGEST_OF_STRANGERS = 512;

  private final Access access;
  private final AccessLog log;
  private final EventMetrics metrics;
  private final Purposes purposes;
  private final CurrentIdentityAssociation identities;
  private final RequestId requestId;
  private final Clock clock;

  AuditFilter(
      Access access,
      AccessLog log,
      EventMetrics metrics,
      Purposes purposes,
      CurrentIdentityAssociation identities,
      RequestId requestId,
      Clock clock) {
    this.access = access;
    this.log = log;
    this.metrics = metrics;
    this.purposes = purposes;
    this.identities = identities;
    this.requestId = requestId;
    this.clock = clock;
  }

  /** Only those get here whose roles are sufficient. */
  @ServerRequestFilter
  public Uni<Void> begins(
      ResourceInfo resource, ContainerRequestContext request, RoutingContext routing) {
    Action action = actionOf(resource);
    if (action == null) {
      return Uni.createFrom().voidItem();
    }
    String purpose = purposes.of(action, request.getHeaders().get(Purposes.HEADER));
    return actor()
        .map(actor -> call(action, actor, purpose, request, routing))
        .invoke(access::begins)
        .replaceWithVoid();
  }

  @ServerResponseFilter
  public Uni<Void> ends(
      ResourceInfo resource,
      ContainerRequestContext request,
      ContainerResponseContext response,
      RoutingContext routing) {
    Action action = actionOf(resource);
    if (action == null) {
      return Uni.createFrom().voidItem();
    }
    Ending ending = ending(response);
    return committed(action, ending, request, routing)
        .invoke(() -> metrics.answered(action, ending.outcome()))
        .onFailure()
        .invoke(failure -> withhold(response, failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> committed(
      Action action, Ending ending, ContainerRequestContext request, RoutingContext routing) {
    if (access.isWritten(ending)) {
      return Uni.createFrom().voidItem();
    }
    Uni<Call> call =
        access.call() == null
            ? actor().map(actor -> call(action, actor, said(request), request, routing))
            : Uni.createFrom().item(access.call());
    return call.chain(known -> log.append(known.ended(Access.millis(clock), ending)));
  }

  /** Of a call that was refused, so that nobody has asked for its purpose. */
  private static String said(ContainerRequestContext request) {
    return Purposes.said(request.getHeaders().get(Purposes.HEADER));
  }

  private static Action actionOf(ResourceInfo resource) {
    Method method = resource == null ? null : resource.getResourceMethod();
    Audited audited = method == null ? null : method.getAnnotation(Audited.class);
    return audited == null ? null : audited.value();
  }

  /** Null for nobody, and for credentials that are no good. */
  private Uni<Actor> actor() {
    return identities.getDeferredIdentity().map(Caller::actorOf).onFailure().recoverWithNull();
  }

  private Call call(
      Action action,
      Actor actor,
      String purpose,
      ContainerRequestContext request,
      RoutingContext routing) {
    UriInfo uri = request.getUriInfo();
    String recordId = Asked.recordId(uri.getPathParameters().getFirst("id"));
    return new Call(
        action,
        actor,
        recordId,
        recordId == null ? null : Asked.number(uri.getPathParameters().getFirst("number")),
        actor == null ? shortened(Asked.of(uri, recordId)) : Asked.of(uri, recordId),
        purpose,
        new Client(
            routing.request().remoteAddress().hostAddress(),
            shortened(request.getHeaderString(HttpHeaders.USER_AGENT)),
            requestId.current(),
            traceId(request.getHeaderString("traceparent"))));
  }

  /** What anybody may send without being anybody: the audit keeps it for ever. */
  private static String shortened(String text) {
    return text == null || text.length() <= LONGEST_OF_STRANGERS
        ? text
        : text.substring(0, LONGEST_OF_STRANGERS);
  }

  /** W3C trace context. */
  private static String traceId(String traceparent) {
    Matcher matcher = TRACE.matcher(traceparent == null ? "" : traceparent);
    return matcher.matches() ? matcher.group(1) : null;
  }

  private Ending ending(ContainerResponseContext response) {
    Integer count =
        response.getEntity() instanceof Page<?> page
            ? Integer.valueOf(page.items().size())
            : access.count();
    return new Ending(
        Ending.outcome(response.getStatus()), problemOf(response), access.shown(), count, null);
  }

  /** Its code; null without a problem. */
  private static String problemOf(ContainerResponseContext response) {
    return response.getEntity() instanceof ProblemDocument document
        ? document.type().substring(document.type().lastIndexOf('/') + 1)
        : null;
  }

  /** Nothing of the answer leaves: neither its entity nor what its headers say of it. */
  private void withhold(ContainerResponseContext response, Throwable failure) {
    if (ProblemCode.STORE_UNAVAILABLE.code().equals(problemOf(response))) {
      return; // says why, and nothing of any record; other problems may tell what is stored
    }
    Problem problem =
        failure instanceof Problem expected
            ? expected
            : Problem.of(ProblemCode.AUDIT_UNAVAILABLE, "That you asked could not be recorded.");
    response.getHeaders().clear();
    response.setStatus(problem.code().status());
    problem
        .retryAfter()
        .ifPresent(
            delay -> response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, delay.toSeconds()));
    response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    response.setEntity(ProblemDocument.of(problem, requestId.current()));
  }
}
