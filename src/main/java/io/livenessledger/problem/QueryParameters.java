package io.livenessledger.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the called method does not declare, and parameters that are empty
 * or given more than once: a misspelt filter must not silently answer another question.
 */
class QueryParameters {
  private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  public void check(UriInfo uri, ResourceInfo resource) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    Method method = resource.getResourceMethod();
    if (given.isEmpty() || method == null) {
      return;
    }
    List<ParameterError> errors = errors(given, namesOf(method));
    if (!errors.isEmpty()) {
      String names =
          errors.stream().map(ParameterError::parameter).collect(Collectors.joining(", "));
      throw Problem.of(ProblemCode.INVALID_PARAMETER, "Check these parameters: " + names)
          .withErrors(errors);
    }
  }

  private static List<ParameterError> errors(
      MultivaluedMap<String, String> given, Set<String> known) {
    List<ParameterError> errors = new ArrayList<>();
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            errors.add(new ParameterError(name, "unknown; known are " + known));
          } else if (values.size() > 1) {
            errors.add(new ParameterError(name, "given more than once"));
          } else if (values.get(0).isEmpty()) {
            // The framework would take the default, and nobody would know
            errors.add(new ParameterError(name, "must not be empty"));
          }
        });
    return errors;
  }

  private Set<String> namesOf(Method method) {
    return declared.computeIfAbsent(method, QueryParameters::declaredBy);
  }

  private static Set<String> declaredBy(Method method) {
    return Stream.of(method.getParameters())
        .flatMap(QueryParameters::elements)
        .map(element -> element.getAnnotation(QueryParam.class))
        .flatMap(Stream::ofNullable)
        .map(QueryParam::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The parameter itself, or the fields of a bean of parameters. */
  private static Stream<AnnotatedElement> elements(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Stream.of(parameter.getType().getDeclaredFields())
        : Stream.of(parameter);
  }
}
