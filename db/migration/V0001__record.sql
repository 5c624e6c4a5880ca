-- Records, what each fetch established about them, and the bytes it rests on.
--
-- record       one row for each record: a projection of its latest observation, and the lock that numbers them.
-- revision     a distinct content of the vendor's `data`.
-- observation  what one fetch established: numbered 1, 2, 3 ... within its record.
-- body         the vendor's answer exactly as received.
--
-- revision, observation and body are append-only. Two guards stand independently of each other: the
-- runtime role holds no more than SELECT and INSERT, and a trigger refuses whoever else tries.
--
-- All four grow without bound. Every access path starts with the record's id, and every append-only row
-- carries stored_at. To partition by ranges of it, stored_at joins the keys and the record's row lock alone
-- keeps numbers unique; until that is worth it, the keys here check what the lock promises.

-- What the vendor's `data` says, normalised: the same columns in a revision and in the projection
create temporary table content (
  content_digest                   bytea,
  family                           text,
  client                           text,
  app_registration                 text,
  status                           text,
  live                             boolean,
  aggregate_probability            numeric,
  risk_score                       numeric,
  confidence                       numeric,
  ignore_document_cropped          boolean,
  ignore_colour_less               boolean,
  image_saved                      boolean,
  image_url                        text,
  created_at                       timestamptz,
  updated_at                       timestamptz,
  completed_at                     timestamptz,

  screen_replay_ran                boolean,
  screen_replay_passed             boolean,
  screen_replay_score              numeric,
  screen_replay_probability        numeric,
  screen_replay_calibration        text,
  screen_replay_warnings           text[],
  screen_replay_errors             text[],
  screen_replay_details            text,

  printed_copy_ran                 boolean,
  printed_copy_passed              boolean,
  printed_copy_score               numeric,
  printed_copy_probability         numeric,
  printed_copy_calibration         text,
  printed_copy_warnings            text[],
  printed_copy_errors              text[],
  printed_copy_details             text,

  portrait_substitution_ran        boolean,
  portrait_substitution_passed     boolean,
  portrait_substitution_score      numeric,
  portrait_substitution_probability numeric,
  portrait_substitution_calibration text,
  portrait_substitution_warnings   text[],
  portrait_substitution_errors     text[],
  portrait_substitution_details    text,

  digital_manipulation_ran         boolean,
  digital_manipulation_passed      boolean,
  digital_manipulation_score       numeric,
  digital_manipulation_probability numeric,
  digital_manipulation_calibration text,
  digital_manipulation_warnings    text[],
  digital_manipulation_errors      text[],
  digital_manipulation_details     text
);

create table record (
  id                               text        not null,
  last_number                      integer     not null default 0,
  upstream                         text,
  revision                         integer,
  observation                      integer,
  observed_at                      timestamptz,
  stored_at                        timestamptz,
  fetched_at                       timestamptz,
  signature_date_time              text,
  signature_message                text,

  like content,

  -- place in the list, newest first; records that the vendor gave no creation time come last
  listed_at                        timestamptz not null
    generated always as (coalesce(created_at, timestamptz '0001-01-01 00:00:00+00')) stored,

  constraint pk_record primary key (id),
  constraint ck_record_last_number check (last_number >= 0),
  constraint ck_record_id check (id ~ '^[A-Za-z0-9_-]{1,128}$'),
  constraint ck_record_upstream check (upstream in ('PRESENT', 'GONE')),
  constraint ck_record_family check (family in ('NESTED', 'FLAT')),
  -- a record either has content, and then all that goes with it, or is a bare history
  constraint ck_record_revision check (
    (revision is null) = (content_digest is null) and (revision is null) = (upstream is null)
    and (revision is null) = (observation is null) and (revision is null) = (observed_at is null)
    and (revision is null) = (stored_at is null))
);

comment on table record is 'Projection of the latest observation; rebuilt by the command rebuild-records.';
comment on column record.last_number is 'Number of the latest observation of any outcome; its row lock numbers observations without gaps.';
comment on column record.observation is 'The observation that established the state shown here: the latest PRESENT or ABSENT one.';
comment on column record.fetched_at is 'When we last fetched a PRESENT or ABSENT answer ourselves; null while all we hold was handed in.';
comment on column record.image_url is 'Leads to a photo of an identity document: a secret.';

create index ix_record_listed_at_id on record (listed_at desc, id desc) where revision is not null;

create table revision (
  record_id                        text        not null,
  number                           integer     not null,
  started_by                       integer     not null,
  stored_at                        timestamptz not null,
  data                             jsonb       not null,

  like content,

  constraint pk_revision primary key (record_id, number),
  constraint fk_revision_record_id foreign key (record_id) references record (id) on delete restrict,
  constraint ck_revision_number check (number >= 1),
  constraint ck_revision_content_digest check (content_digest is not null and octet_length(content_digest) = 32),
  constraint ck_revision_family check (family in ('NESTED', 'FLAT'))
);

comment on column revision.content_digest is 'SHA-256 of the RFC 8785 canonical form of data.';
comment on column revision.started_by is 'Number of the observation that started this revision.';

create table observation (
  record_id           text        not null,
  number              integer     not null,
  outcome             text        not null,
  trigger             text        not null,
  unreadable_reason   text,
  fetched_at          timestamptz not null,
  stored_at           timestamptz not null,
  revision            integer,
  starts_revision     boolean     not null,
  vendor_status       smallint,
  body_digest         bytea,
  body_size           integer,
  content_type        text,
  signature_date_time text,
  signature_message   text,
  request_id          text        not null,
  caller              text        not null,

  constraint pk_observation primary key (record_id, number),
  constraint fk_observation_record_id foreign key (record_id) references record (id) on delete restrict,
  constraint fk_observation_record_id_revision foreign key (record_id, revision)
    references revision (record_id, number) on delete restrict,
  constraint ck_observation_number check (number >= 1),
  constraint ck_observation_outcome check (outcome in ('PRESENT', 'ABSENT', 'UNREADABLE')),
  constraint ck_observation_trigger check (trigger in ('REFRESH', 'BACKFILL', 'SCHEDULE', 'SUBMITTED')),
  constraint ck_observation_revision check ((outcome = 'PRESENT') = (revision is not null)),
  constraint ck_observation_starts_revision check (not starts_revision or outcome = 'PRESENT'),
  constraint ck_observation_unreadable_reason check ((outcome = 'UNREADABLE') = (unreadable_reason is not null)),
  constraint ck_observation_vendor_status check ((trigger = 'SUBMITTED') = (vendor_status is null)),
  constraint ck_observation_body_digest check (octet_length(body_digest) = 32),
  constraint ck_observation_body_size check (body_size >= 0 and (body_size is null) = (body_digest is null))
);

comment on column observation.fetched_at is 'When the vendor''s answer reached us; of a SUBMITTED one, when it was handed in.';
comment on column observation.vendor_status is 'HTTP status of the vendor''s answer; unknown of a SUBMITTED one.';
comment on column observation.body_digest is 'SHA-256 of the body; null when no body was kept because it was over the size limit.';

-- the same bytes handed in twice are one observation
create unique index uq_observation_record_id_body_digest on observation (record_id, body_digest)
  where trigger = 'SUBMITTED';

create table body (
  record_id    text        not null,
  observation  integer     not null,
  stored_at    timestamptz not null,
  bytes        bytea       not null,
  digest       bytea       not null,
  content_type text,
  headers      jsonb       not null,

  constraint pk_body primary key (record_id, observation),
  constraint fk_body_record_id_observation foreign key (record_id, observation)
    references observation (record_id, number) on delete restrict,
  constraint ck_body_digest check (digest = sha256(bytes))
);

-- answers are compact JSON that is read as a whole: compress when it pays, keep out of line
alter table body alter column bytes set storage extended;
comment on column body.headers is 'Chosen headers of the vendor''s answer, lower-case names.';

alter table revision add constraint fk_revision_record_id_started_by foreign key (record_id, started_by)
  references observation (record_id, number) on delete restrict deferrable initially deferred;

-- One row for each check of each revision that says anything about it
create view check_result as
  select r.record_id, r.number as revision, c.*
    from revision r
    cross join lateral (values
      ('screenReplay', r.screen_replay_ran, r.screen_replay_passed, r.screen_replay_score, r.screen_replay_probability,
        r.screen_replay_calibration, r.screen_replay_warnings, r.screen_replay_errors, r.screen_replay_details),
      ('printedCopy', r.printed_copy_ran, r.printed_copy_passed, r.printed_copy_score, r.printed_copy_probability,
        r.printed_copy_calibration, r.printed_copy_warnings, r.printed_copy_errors, r.printed_copy_details),
      ('portraitSubstitution', r.portrait_substitution_ran, r.portrait_substitution_passed, r.portrait_substitution_score,
        r.portrait_substitution_probability, r.portrait_substitution_calibration, r.portrait_substitution_warnings,
        r.portrait_substitution_errors, r.portrait_substitution_details),
      ('digitalManipulation', r.digital_manipulation_ran, r.digital_manipulation_passed, r.digital_manipulation_score,
        r.digital_manipulation_probability, r.digital_manipulation_calibration, r.digital_manipulation_warnings,
        r.digital_manipulation_errors, r.digital_manipulation_details)
    ) as c ("check", ran, passed, score, probability, calibration, warnings, errors, details)
   where num_nonnulls(c.ran, c.passed, c.score, c.probability, c.calibration, c.warnings, c.errors, c.details) > 0;

comment on view check_result is 'The four checks of every revision as rows, for questions asked in SQL.';

-- Guard one: what the runtime role may do
grant select, insert, update on record to liveness_app;
grant select, insert on revision, observation, body to liveness_app;
grant select on check_result to liveness_app;

-- Guard two: append-only, whoever asks
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % refused: the table is append-only', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger append_only before update or delete or truncate on revision
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on observation
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on body
  for each statement execute function refuse_change();

-- records are never removed either; only their projection moves
create trigger keep before delete or truncate on record
  for each statement execute function refuse_change();

alter table revision enable always trigger append_only;
alter table observation enable always trigger append_only;
alter table body enable always trigger append_only;
alter table record enable always trigger keep;

drop table content;
