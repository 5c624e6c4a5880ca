package io.livenessledger.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the called method does not declare, and parameters that are empty
 * or, unless they are lists, given more than once: a misspelt filter must not silently answer
 * another question.
 */
class QueryParameters {
  private final Map<Method, SortedMap<String, Boolean>> declared = new ConcurrentHashMap<>();

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
      MultivaluedMap<String, String> given, SortedMap<String, Boolean> known) {
    List<ParameterError> errors = new ArrayList<>();
    given.forEach(
        (name, values) -> {
          if (!known.containsKey(name)) {
            errors.add(new ParameterError(name, "unknown; known are " + known.keySet()));
          } else if (values.size() > 1 && !known.get(name)) {
            errors.add(new ParameterError(name, "given more than once"));
          } else if (values.contains("")) {
            // The framework would take the default, and nobody would know
            errors.add(new ParameterError(name, "must not be empty"));
          }
        });
    return errors;
  }

  private SortedMap<String, Boolean> namesOf(Method method) {
    return declared.computeIfAbsent(method, QueryParameters::declaredBy);
  }

  /** The names, with whether they may be given more than once. */
  private static SortedMap<String, Boolean> declaredBy(Method method) {
    SortedMap<String, Boolean> names = new TreeMap<>();
    Stream.of(method.getParameters())
        .flatMap(QueryParameters::elements)
        .filter(element -> element.isAnnotationPresent(QueryParam.class))
        .forEach(
            element -> names.put(element.getAnnotation(QueryParam.class).value(), isList(element)));
    return names;
  }

  private static boolean isList(AnnotatedElement element) {
    return element instanceof Field field
        ? field.getType() == List.class
        : ((Parameter) element).getType() == List.class;
  }

  /** The parameter itself, or the fields of a bean of parameters. */
  private static Stream<AnnotatedElement> elements(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Stream.of(parameter.getType().getDeclaredFields())
        : Stream.of(parameter);
  }
}
