package io.livenessledger.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes the problems of each operation into the OpenAPI document, from the one table of problems:
 * those that its extension {@code x-problems} names, and those that every operation can have. With
 * them come the headers that they are about.
 */
public class ProblemResponses implements OASFilter {
  private static final String EXTENSION = "x-problems";
  private static final String SCHEMA = "Problem";

  /** Where every call is an access event. */
  private static final String AUDITED = "/v1/";

  private static final List<ProblemCode> EVERYWHERE =
      List.of(
          ProblemCode.INVALID_PARAMETER,
          ProblemCode.UNAUTHENTICATED,
          ProblemCode.FORBIDDEN,
          ProblemCode.NOT_ACCEPTABLE,
          ProblemCode.INTERNAL,
          ProblemCode.STORE_UNAVAILABLE);

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().addSchema(SCHEMA, schema());
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .values()
                    .forEach(operation -> describe(operation, path.startsWith(AUDITED))));
  }

  private static void describe(Operation operation, boolean audited) {
    Object named = operation.getExtensions() == null ? null : operation.getExtension(EXTENSION);
    if (named == null) {
      return; // not one of ours, or described already
    }
    operation.removeExtension(EXTENSION);
    if (named.toString().contains(ProblemCode.IDEMPOTENCY_KEY_REUSED.code())) {
      operation.addParameter(idempotencyKey());
    }
    if (audited) {
      operation.addParameter(purpose());
    }
    byStatus(audited ? named + " purpose-required audit-unavailable" : named.toString())
        .forEach((status, codes) -> operation.getResponses().addAPIResponse(status, answer(codes)));
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .description(
            "Does it once, however often it is sent: a string of the caller's own, 1 to 255 printable"
                + " ASCII characters, known for 24 hours. Sent again it gets the same outcome, with"
                + " the header Idempotency-Replayed; with another request it is refused.")
        .example("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")
        .schema(typed(Schema.SchemaType.STRING, "A key."));
  }

  private static Parameter purpose() {
    return OASFactory.createParameter()
        .name("Access-Purpose")
        .in(Parameter.In.HEADER)
        .description(
            "What the call is for, 1 to 200 printable characters: part of its access event. Whoever"
                + " reads personal data must say, unless the service is configured otherwise.")
        .example("complaint 4711")
        .schema(typed(Schema.SchemaType.STRING, "A purpose."));
  }

  private static SortedMap<String, List<ProblemCode>> byStatus(String named) {
    Stream<ProblemCode> own = Arrays.stream(named.split(" ")).map(ProblemResponses::parse);
    return Stream.concat(own, EVERYWHERE.stream())
        .distinct()
        .sorted()
        .collect(
            Collectors.groupingBy(
                code -> String.valueOf(code.status()),
                TreeMap::new,
                Collectors.toCollection(ArrayList::new)));
  }

  private static ProblemCode parse(String code) {
    return ProblemCode.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static APIResponse answer(List<ProblemCode> codes) {
    var media = OASFactory.createMediaType();
    media.schema(OASFactory.createSchema().ref(SCHEMA));
    for (ProblemCode code : codes) {
      media.addExample(
          code.code(), OASFactory.createExample().summary(code.title()).value(example(code)));
    }
    Content content = OASFactory.createContent().addMediaType(ProblemDocument.MEDIA_TYPE, media);
    String names = codes.stream().map(ProblemCode::code).collect(Collectors.joining(", "));
    return OASFactory.createAPIResponse().description("Problem: " + names + ".").content(content);
  }

  private static Map<String, Object> example(ProblemCode code) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", code.type());
    example.put("title", code.title());
    example.put("status", code.status());
    example.put("detail", "What is the matter with this request.");
    example.put("instance", "3f2b7c1e-8a4d-4c7b-9f0e-5d6a1b2c3d4e");
    return example;
  }

  private static Schema schema() {
    Schema errors = typed(Schema.SchemaType.ARRAY, "One entry for each parameter at fault.");
    errors.items(
        typed(Schema.SchemaType.OBJECT, "What is wrong with one parameter.")
            .addProperty("parameter", typed(Schema.SchemaType.STRING, "Its name, or body."))
            .addProperty("detail", typed(Schema.SchemaType.STRING, "What is expected instead.")));
    return typed(Schema.SchemaType.OBJECT, "A problem document (RFC 9457).")
        .addProperty("type", typed(Schema.SchemaType.STRING, "URI that names the problem."))
        .addProperty("title", typed(Schema.SchemaType.STRING, "The problem in one line."))
        .addProperty("status", typed(Schema.SchemaType.INTEGER, "The HTTP status."))
        .addProperty("detail", typed(Schema.SchemaType.STRING, "This occurrence, for people."))
        .addProperty("instance", typed(Schema.SchemaType.STRING, "The request id."))
        .addProperty("errors", errors)
        .required(List.of("type", "title", "status", "detail", "instance"));
  }

  private static Schema typed(Schema.SchemaType type, String description) {
    return OASFactory.createSchema().addType(type).description(description);
  }
}
