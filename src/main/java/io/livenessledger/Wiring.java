package io.livenessledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** What every package is given rather than makes. */
@ApplicationScoped
class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * Nothing of a thread travels with a Uni ({@code mp.context} in the settings says why), so
   * nothing needs to be wrapped around each of its steps to find that out every time.
   */
  void travelLight(@Observes StartupEvent started) {
    Infrastructure.clearInterceptors();
  }

  /** The contract's JSON: decimals as they are, instants in UTC with exactly three decimals. */
  @Singleton
  static class Json implements ObjectMapperCustomizer {
    /** Last: of two serializers for a type the later one counts. */
    @Override
    public int priority() {
      return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
      mapper
          .getFactory()
          .configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
      mapper.registerModule(
          new SimpleModule("instants").addSerializer(Instant.class, new InstantSerializer()));
    }
  }

  private static final class InstantSerializer extends JsonSerializer<Instant> {
    private static final DateTimeFormatter MILLISECONDS =
        new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(MILLISECONDS.format(instant));
    }
  }
}
