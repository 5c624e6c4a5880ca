package io.livenessledger.record.history;

import io.livenessledger.canonical.Digest;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Digests as their 32 bytes. */
@Converter(autoApply = true)
class DigestConverter implements AttributeConverter<Digest, byte[]> {
  @Override
  public byte[] convertToDatabaseColumn(Digest digest) {
    return digest == null ? null : digest.bytes();
  }

  @Override
  public Digest convertToEntityAttribute(byte[] bytes) {
    return bytes == null ? null : Digest.ofBytes(bytes);
  }
}
