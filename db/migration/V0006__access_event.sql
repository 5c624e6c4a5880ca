-- Who did what, when, from where, for which purpose, with which outcome.
--
-- Every row is committed before the answer that it tells of leaves the program. What is proven is the
-- statement; the columns beside it are what questions are asked by, and say the same.
--
-- Grows without bound, faster than all else. Questions go by entry, which grows with time: partitions would
-- be ranges of it.

create table access_event (
  entry      bigint      not null,
  at         timestamptz not null,
  action     text        not null,
  outcome    text        not null,
  subject    text,
  purpose    text,
  record_id  text,
  record_ids text[],
  salt       bytea       not null,
  statement  bytea       not null,

  constraint pk_access_event primary key (entry),
  constraint ck_access_event_outcome check (outcome in ('ALLOWED', 'DENIED', 'NOT_FOUND', 'FAILED')),
  constraint ck_access_event_record_ids check (record_id is null or record_ids is null),
  constraint ck_access_event_salt check (octet_length(salt) = 32)
);

-- No foreign key: the statement that writes the event writes its entry, and a key would lock each entry once more.
comment on column access_event.entry is 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement). Numbers the event, with gaps.';
comment on column access_event.at is 'When the answer was ready.';
comment on column access_event.subject is 'Who; null for callers whose credentials were missing or wrong.';
comment on column access_event.record_id is 'The record, where the call was about one.';
comment on column access_event.record_ids is 'The records that a list or search showed, where it showed others than one.';
comment on column access_event.statement is 'RFC 8785 form, UTF-8: who, what, when, from where, why, with which outcome. Personal data.';

create index ix_access_event_record_id_entry on access_event (record_id, entry) where record_id is not null;
create index ix_access_event_record_ids on access_event using gin (record_ids) where record_ids is not null;
create index ix_access_event_subject_entry on access_event (subject, entry);
create index ix_access_event_at on access_event using brin (at);

-- Events whose commit failed. Their callers got no data. Told by the replica as soon as the store is back.
create table access_failure (
  number   bigint      not null generated always as identity,
  first_at timestamptz not null,
  last_at  timestamptz not null,
  events   bigint      not null,

  constraint pk_access_failure primary key (number),
  constraint ck_access_failure_events check (events > 0)
);
create index ix_access_failure_last_at on access_failure (last_at);

grant select, insert on access_event, access_failure to liveness_app;

create trigger append_only before update or delete or truncate on access_event
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on access_failure
  for each statement execute function refuse_change();
alter table access_event enable always trigger append_only;
alter table access_failure enable always trigger append_only;
