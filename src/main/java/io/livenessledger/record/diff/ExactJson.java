package io.livenessledger.record.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;

/** Reads stored JSON so that two numbers are equal exactly when they are to the letter. */
final class ExactJson {
  // What is stored was bounded when it came; exponents it had are digits now
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxNameLength(Integer.MAX_VALUE)
                          .maxNumberLength(Integer.MAX_VALUE)
                          .build())
                  // Names come from outside: interning them would fill a table never emptied
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .nodeFactory(new ToTheLetter())
          .build();

  private ExactJson() {}

  static JsonNode parse(String stored) {
    try {
      return MAPPER.readTree(stored);
    } catch (JsonProcessingException noJson) {
      // Its message would quote what is stored
      throw new IllegalStateException("Not JSON in the store: " + noJson.getClass());
    }
  }

  private static final class ToTheLetter extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    ToTheLetter() {
      super(true);
    }

    @Override
    public ValueNode numberNode(BigDecimal number) {
      return number == null ? nullNode() : new Decimal(number);
    }
  }

  /** Jackson's own takes 0.90 for equal to 0.9. */
  private static final class Decimal extends DecimalNode {
    private static final long serialVersionUID = 1L;

    Decimal(BigDecimal number) {
      super(number);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Decimal decimal && decimalValue().equals(decimal.decimalValue());
    }

    @Override
    public int hashCode() {
      return decimalValue().hashCode();
    }
  }
}
