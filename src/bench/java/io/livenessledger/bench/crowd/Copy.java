package io.livenessledger.bench.crowd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows for one table, on their way by COPY in its text format. */
final class Copy {
  private static final int FULL = 1 << 18;

  private final CopyIn target;
  private final StringBuilder text = new StringBuilder();

  Copy(Connection connection, String table, List<String> columns) throws SQLException {
    String command = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
    target = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
  }

  /** One value for each column. */
  void row(List<?> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        text.append('\t');
      }
      append(values.get(i));
    }
    text.append('\n');
    if (text.length() > FULL) {
      send();
    }
  }

  private void append(Object value) {
    if (value == null) {
      text.append("\\N");
    } else if (value instanceof byte[] bytes) {
      text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
    } else if (value instanceof BigDecimal number) {
      text.append(number.toPlainString());
    } else if (value instanceof List<?> words) {
      text.append('{').append(String.join(",", words.stream().map(String::valueOf).toList()));
      text.append('}');
    } else {
      String plain = value.toString();
      text.append(plain.indexOf('\\') < 0 ? plain : plain.replace("\\", "\\\\"));
    }
  }

  private void send() throws SQLException {
    byte[] bytes = text.toString().getBytes(UTF_8);
    target.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  /** All rows are there, and of this transaction. */
  void end() throws SQLException {
    send();
    target.endCopy();
  }
}
