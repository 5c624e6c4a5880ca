package io.livenessledger.intake;

import io.livenessledger.record.history.Content;
import io.livenessledger.verifik.normal.NormalisedRecord;
import io.livenessledger.verifik.normal.Reading;
import io.livenessledger.verifik.normal.VerifikNormaliser;

/**
 * What the program makes of a vendor's answer, for records that are written in bulk.
 *
 * @param data as it is stored
 */
public record Normalised(Content content, String data) {

  /** Of an answer that is the record of this id. */
  public static Normalised of(String id, byte[] body) {
    Reading reading = new VerifikNormaliser().normalise(id, body);
    if (reading instanceof Reading.Present present) {
      NormalisedRecord record = present.record();
      return new Normalised(Contents.of(record), record.data());
    }
    throw new IllegalArgumentException("not the record: " + reading);
  }
}
