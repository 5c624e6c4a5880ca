package io.livenessledger.record.row;

import io.livenessledger.canonical.Digest;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The columns of a row, one after the other; each may be null. */
public final class Columns {
  private final Row row;
  private int next;

  public Columns(Row row, int first) {
    this.row = row;
    this.next = first;
  }

  public String text() {
    return row.getString(next++);
  }

  public Integer integer() {
    return row.getInteger(next++);
  }

  public Boolean flag() {
    return row.getBoolean(next++);
  }

  public boolean isTrue() {
    return Boolean.TRUE.equals(flag());
  }

  public BigDecimal number() {
    return row.getBigDecimal(next++);
  }

  public Instant instant() {
    OffsetDateTime time = row.getOffsetDateTime(next++);
    return time == null ? null : time.toInstant();
  }

  public byte[] bytes() {
    Buffer bytes = row.getBuffer(next++);
    return bytes == null ? null : bytes.getBytes();
  }

  /**
   * A digest.
   *
   * @throws IllegalArgumentException when the column has another number of bytes
   */
  public Digest digest() {
    byte[] bytes = bytes();
    return bytes == null ? null : Digest.ofBytes(bytes);
  }

  public List<String> words() {
    String[] words = row.getArrayOfStrings(next++);
    return words == null ? null : List.of(words);
  }
}
