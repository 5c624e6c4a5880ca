package io.livenessledger.evidence.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.livenessledger.evidence.export.ExportParameters.Format;
import io.livenessledger.record.RecordView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes records as lines. To be used by one export at a time. */
interface Lines {
  /** What stands before the first record. */
  byte[] head();

  /** One line for each record, in UTF-8. */
  byte[] of(List<RecordView> records);

  static Lines of(Format format, ObjectMapper json) {
    return switch (format) {
      case NDJSON -> new Ndjson(json.writerFor(RecordView.class));
      case CSV -> new Csv();
    };
  }

  /** A {@code RecordView} on each line. */
  record Ndjson(ObjectWriter writer) implements Lines {
    @Override
    public byte[] head() {
      return new byte[0];
    }

    @Override
    public byte[] of(List<RecordView> records) {
      StringBuilder lines = new StringBuilder();
      records.forEach(record -> lines.append(line(record)).append('\n'));
      return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String line(RecordView record) {
      try {
        return writer.writeValueAsString(record);
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException("Not made of JSON values: " + impossible.getClass());
      }
    }
  }

  /** RFC 4180, see {@link CsvRow}. */
  final class Csv implements Lines {
    @Override
    public byte[] head() {
      return written(List.of(CsvRow.HEADER));
    }

    @Override
    public byte[] of(List<RecordView> records) {
      return written(records.stream().map(CsvRow::of).toList());
    }

    private static byte[] written(List<List<String>> rows) {
      StringBuilder text = new StringBuilder();
      try {
        for (List<String> row : rows) {
          CsvRow.FORMAT.printRecord(text, row.toArray());
        }
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
