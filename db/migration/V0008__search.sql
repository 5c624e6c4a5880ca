-- What populations are asked by: search, statistics, exports.
--
-- content_profile   the categories of a content: of the millions of contents there are some hundreds
-- record_statistic  how many records there are of each profile, client, day ...
-- record_total      the same by one of profile and days alone: a fiftieth of the rows, for dashboards
-- statistic_change  what of both changed lately; a count is the sum of both
--
-- A question about categories is first asked of the profiles, then of the records by the number of their
-- profile: one column, of which the planner knows how often each value occurs.

create table content_profile (
  id           integer not null generated always as identity,
  digest       bytea   not null,
  status       text,
  live         boolean,
  family       text,
  ran          text[]  not null,
  failed       text[]  not null,
  calibrations text[]  not null,
  warnings     text[]  not null,
  errors       text[]  not null,
  given        text[]  not null,

  constraint pk_content_profile primary key (id),
  constraint uq_content_profile_digest unique (digest),
  constraint ck_content_profile_digest check (octet_length(digest) = 32)
);

comment on table content_profile is 'Derived from contents: rows are added as contents with new categories come.';
comment on column content_profile.digest is 'SHA-256 of the other columns as JSON: arrays of any length have no key.';
comment on column content_profile.ran is 'The checks that ran; failed: those that did not pass.';
comment on column content_profile.calibrations is 'check:level';
comment on column content_profile.warnings is 'Of all checks, each once, in order; so are errors.';
comment on column content_profile.given is 'What can be asked for by range, and the content has: a family lacks some of it.';

grant select, insert on content_profile to liveness_app;

create function distinct_words(variadic words text[]) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct word order by word), '{}') from unnest(words) as word where word is not null
$$;

alter table record add column profile integer;
alter table revision add column profile integer;
comment on column record.profile is 'Of the content, by trigger; null where there is no content.';

-- Serves record and revision, which have the columns of a content in common
create function assign_profile() returns trigger language plpgsql as $$
declare
  found content_profile%rowtype;
begin
  if new.content_digest is null then
    new.profile := null;
    return new;
  end if;
  found.ran := distinct_words(
    case when new.screen_replay_ran then 'screenReplay' end,
    case when new.printed_copy_ran then 'printedCopy' end,
    case when new.portrait_substitution_ran then 'portraitSubstitution' end,
    case when new.digital_manipulation_ran then 'digitalManipulation' end);
  found.failed := distinct_words(
    case when not new.screen_replay_passed then 'screenReplay' end,
    case when not new.printed_copy_passed then 'printedCopy' end,
    case when not new.portrait_substitution_passed then 'portraitSubstitution' end,
    case when not new.digital_manipulation_passed then 'digitalManipulation' end);
  found.calibrations := distinct_words(
    'screenReplay:' || new.screen_replay_calibration,
    'printedCopy:' || new.printed_copy_calibration,
    'portraitSubstitution:' || new.portrait_substitution_calibration,
    'digitalManipulation:' || new.digital_manipulation_calibration);
  found.warnings := distinct_words(variadic
    coalesce(new.screen_replay_warnings, '{}') || coalesce(new.printed_copy_warnings, '{}')
    || coalesce(new.portrait_substitution_warnings, '{}') || coalesce(new.digital_manipulation_warnings, '{}'));
  found.errors := distinct_words(variadic
    coalesce(new.screen_replay_errors, '{}') || coalesce(new.printed_copy_errors, '{}')
    || coalesce(new.portrait_substitution_errors, '{}') || coalesce(new.digital_manipulation_errors, '{}'));
  found.given := distinct_words(
    case when new.risk_score is not null then 'riskScore' end,
    case when new.confidence is not null then 'confidence' end,
    case when new.aggregate_probability is not null then 'aggregateProbability' end,
    case when new.created_at is not null then 'createdAt' end,
    case when new.completed_at is not null then 'completedAt' end);
  found.digest := sha256(convert_to(jsonb_build_array(
    new.status, new.live, new.family, found.ran, found.failed, found.calibrations, found.warnings, found.errors,
    found.given)::text, 'UTF8'));

  select id into new.profile from content_profile where digest = found.digest;
  if new.profile is null then
    insert into content_profile (digest, status, live, family, ran, failed, calibrations, warnings, errors, given)
    values (found.digest, new.status, new.live, new.family, found.ran, found.failed, found.calibrations,
            found.warnings, found.errors, found.given)
    on conflict (digest) do nothing returning id into new.profile;
    if new.profile is null then -- another transaction was first
      select id into strict new.profile from content_profile where digest = found.digest;
    end if;
  end if;
  return new;
end
$$;

create trigger profile before insert or update on record for each row execute function assign_profile();
create trigger profile before insert or update on revision for each row execute function assign_profile();
alter table record enable always trigger profile;
alter table revision enable always trigger profile;

-- ---- How many there are ---------------------------------------------------------------------------

create table record_statistic (
  profile     integer not null,
  client      text,
  upstream    text    not null,
  changed     boolean not null,
  created_on  date,
  observed_on date    not null,
  records     bigint  not null,

  -- profiles first: most filters with cells of their own ask for some of them
  constraint uq_record_statistic unique nulls not distinct
    (profile, created_on, observed_on, client, upstream, changed)
);

create table statistic_change (like record_statistic);

create table record_total (
  part     text    not null,
  client   text,
  upstream text    not null,
  changed  boolean not null,
  profile  integer,
  day      date,
  records  bigint  not null,

  constraint uq_record_total unique nulls not distinct (part, client, upstream, changed, profile, day),
  constraint ck_record_total_part check (part in ('profile', 'created', 'observed'))
);

comment on table record_total is 'Each record is counted three times, once in each part.';
comment on column record_total.profile is 'In part profile alone; days are in the other two.';

create view total_change as
  select p.part, c.client, c.upstream, c.changed, p.profile, p.day, c.records
    from statistic_change c
    cross join lateral (values
      ('profile', c.profile, null::date), ('created', null, c.created_on), ('observed', null, c.observed_on)
    ) as p (part, profile, day);

comment on view total_change is 'What of record_total changed lately.';

comment on table record_statistic is 'Counts of table record, behind by what is in statistic_change. Days are UTC.';
comment on table statistic_change is 'Written in the transaction that changes a record, taken into record_statistic by one replica at a time.';

grant select, insert, update, delete on record_statistic, record_total to liveness_app;
grant select on total_change to liveness_app;
grant select, insert, delete on statistic_change to liveness_app;

create function count_inserted() returns trigger language plpgsql as $$
begin
  insert into statistic_change
  select profile, client, upstream, revision > 1, (created_at at time zone 'UTC')::date,
         (observed_at at time zone 'UTC')::date, count(*)
    from inserted where revision is not null
   group by 1, 2, 3, 4, 5, 6;
  return null;
end
$$;

create function count_updated() returns trigger language plpgsql as $$
begin
  insert into statistic_change
  select profile, client, upstream, revision > 1, (created_at at time zone 'UTC')::date,
         (observed_at at time zone 'UTC')::date, sum(weight)
    from (select *, 1 as weight from after_it union all select *, -1 from before_it) as r
   where revision is not null
   group by 1, 2, 3, 4, 5, 6 having sum(weight) <> 0;
  return null;
end
$$;

-- Rows that are here already: their profiles. Revisions are append-only, and here the owner adds what
-- follows from them.
alter table revision disable trigger append_only;
update revision set number = number;
alter table revision enable always trigger append_only;
update record set last_number = last_number;

create trigger count_inserted after insert on record
  referencing new table as inserted for each statement execute function count_inserted();
create trigger count_updated after update on record
  referencing old table as before_it new table as after_it for each statement execute function count_updated();
alter table record enable always trigger count_inserted;
alter table record enable always trigger count_updated;

insert into record_statistic
select profile, client, upstream, revision > 1, (created_at at time zone 'UTC')::date,
       (observed_at at time zone 'UTC')::date, count(*)
  from record where revision is not null
 group by 1, 2, 3, 4, 5, 6;

insert into record_total
select p.part, s.client, s.upstream, s.changed, p.profile, p.day, sum(s.records)
  from record_statistic s
  cross join lateral (values
    ('profile', s.profile, null::date), ('created', null, s.created_on), ('observed', null, s.observed_on)
  ) as p (part, profile, day)
 group by 1, 2, 3, 4, 5, 6;

-- ---- In which order -------------------------------------------------------------------------------
-- A list is read along one of these, forwards or backwards, from the place where the last page ended. Those
-- without a value come last in both directions: a second reading, of the nulls of the same index.

alter table record drop column listed_at; -- and its indexes with it
create index ix_record_created_at_id on record (created_at, id) where revision is not null;
create index ix_record_observed_at_id on record (observed_at, id) where revision is not null;
create index ix_record_risk_score_id on record (risk_score, id) where revision is not null;
create index ix_record_aggregate_probability_id on record (aggregate_probability, id) where revision is not null;
create index ix_record_client_created_at_id on record (client, created_at, id) where revision is not null;
create index ix_record_app_registration_created_at_id on record (app_registration, created_at, id)
  where revision is not null;
-- of rare profiles all records are read; with the client, so that a client's rare ones are few
create index ix_record_profile_client_created_at_id on record (profile, client, created_at, id)
  where revision is not null;
create index ix_record_completed_at on record (completed_at) where revision is not null;
create index ix_record_confidence on record (confidence) where revision is not null;
-- the rare ones
create index ix_record_gone_created_at_id on record (created_at, id) where upstream = 'GONE';
create index ix_record_changed_created_at_id on record (created_at, id) where revision > 1;
-- Whoever asks for what was observed or completed long ago, newest first, would read all that is newer first:
-- no record is created later than it is observed, by more than the largest of these. There should be none. And
-- the other way round: observed first, of what was created or completed lately.
create index ix_record_created_after_observed on record ((created_at - observed_at))
  where revision is not null and created_at > observed_at;
create index ix_record_created_after_completed on record ((created_at - completed_at))
  where revision is not null and created_at > completed_at;
create index ix_record_completed_after_observed on record ((completed_at - observed_at))
  where revision is not null and completed_at > observed_at;

-- The same for what was known at an instant, which is read from the revisions and observations
create index ix_revision_created_at_record_id on revision (created_at, record_id);
create index ix_revision_risk_score_record_id on revision (risk_score, record_id);
create index ix_revision_aggregate_probability_record_id on revision (aggregate_probability, record_id);
create index ix_revision_client_created_at_record_id on revision (client, created_at, record_id);
create index ix_revision_app_registration_created_at_record_id on revision (app_registration, created_at, record_id);
create index ix_revision_profile_created_at_record_id on revision (profile, created_at, record_id);
create index ix_revision_created_after_stored on revision ((created_at - stored_at)) where created_at > stored_at;
create index ix_observation_fetched_after_stored on observation ((fetched_at - stored_at)) where fetched_at > stored_at;
create index ix_observation_fetched_at_record_id on observation (fetched_at, record_id)
  where outcome <> 'UNREADABLE';

-- of profiles all are wanted, or else the rarest are taken for a share they do not have
alter table record alter column profile set statistics 1000;
alter table revision alter column profile set statistics 1000;

-- A fixed 128th part of the records, for percentiles of large populations
create index ix_record_sampled on record (created_at) where hashtext(id) & 127 = 0;
create index ix_record_sampled_profile on record (profile) where hashtext(id) & 127 = 0;
create index ix_revision_sampled on revision (created_at) where hashtext(record_id) & 127 = 0;
create index ix_revision_sampled_profile on revision (profile) where hashtext(record_id) & 127 = 0;
