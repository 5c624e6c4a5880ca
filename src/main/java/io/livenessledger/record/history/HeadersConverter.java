package io.livenessledger.record.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;

/** Headers as one JSON object of strings. */
@Converter
class HeadersConverter implements AttributeConverter<Map<String, String>, String> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(Map<String, String> headers) {
    try {
      return JSON.writeValueAsString(headers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Map<String, String> convertToEntityAttribute(String text) {
    try {
      return JSON.readValue(text, TYPE);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("Stored headers are not a JSON object of strings", corrupt);
    }
  }
}
