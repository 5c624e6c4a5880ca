package io.livenessledger.record.state;

/** A query for all held records, in slices, for who compares them with something. */
public final class HeldRecords {
  private HeldRecords() {}

  /**
   * The next of them in the order of their ids: {@code id}, {@code first_stored_at}, and {@code
   * is_present}: whether the vendor had it when we last asked.
   *
   * @param after SQL for the id behind which they lie; the empty string is before all
   */
  public static String slice(String after, int limit) {
    return """
      select r.id, r.upstream = 'PRESENT' as is_present,
             (select o.stored_at from observation o where o.record_id = r.id and o.number = 1) as first_stored_at
        from record r where r.revision is not null and r.id > """
        + after
        + " order by r.id limit "
        + limit;
  }
}
