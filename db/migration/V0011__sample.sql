-- The fixed 128th part of the records that statistics of large populations read (StateSource.fromSample):
-- whole in indexes, so that none of the tables' pages are. A record is in it, or not, by its id alone; its
-- revisions and observations with it. Numbers of more than 64 digits are in no sample: an index has no room
-- for a row of many such, and a row that no index takes could not be stored.
--
-- Each of the indexes reads its table once: 77 s for ten million records. Where nobody may wait so long to
-- write, make them before, as liveness_owner, with these statements and `concurrently`; then this migration
-- finds them.

create or replace function is_short(variadic numbers numeric[]) returns boolean language sql immutable parallel safe as $$
  select coalesce(bool_and(length(number::text) <= 64), true) from unnest(numbers) as number
$$;

create index if not exists ix_record_sample on record (
    profile, client, created_at, observed_at, completed_at, app_registration, revision, upstream,
    risk_score, confidence, aggregate_probability,
    screen_replay_ran, screen_replay_probability, printed_copy_ran, printed_copy_probability,
    portrait_substitution_ran, portrait_substitution_probability,
    digital_manipulation_ran, digital_manipulation_probability)
  where hashtext(id) & 127 = 0 and is_short(risk_score, confidence, aggregate_probability,
    screen_replay_probability, printed_copy_probability, portrait_substitution_probability,
    digital_manipulation_probability);

create index if not exists ix_revision_sample on revision (
    record_id, number, stored_at, profile, client, created_at, completed_at, app_registration,
    risk_score, confidence, aggregate_probability,
    screen_replay_ran, screen_replay_probability, printed_copy_ran, printed_copy_probability,
    portrait_substitution_ran, portrait_substitution_probability,
    digital_manipulation_ran, digital_manipulation_probability)
  where hashtext(record_id) & 127 = 0 and is_short(risk_score, confidence, aggregate_probability,
    screen_replay_probability, printed_copy_probability, portrait_substitution_probability,
    digital_manipulation_probability);

-- The latest of a record's contents in the sample is not its latest, where that one is here. There should be none.
create index if not exists ix_revision_sample_long on revision (record_id, number, stored_at)
  where hashtext(record_id) & 127 = 0 and not is_short(risk_score, confidence, aggregate_probability,
    screen_replay_probability, printed_copy_probability, portrait_substitution_probability,
    digital_manipulation_probability);

-- By the time of storing, which pk_observation does not know: so that this one is taken for the latest by then
create index if not exists ix_observation_sample on observation (
    record_id, stored_at, number, fetched_at, outcome, trigger)
  where hashtext(record_id) & 127 = 0;

-- ---- What is rare in what was known at an instant -------------------------------------------------
-- Rows come in the order of their storing: a block range index of some kilobytes finds the few that were
-- known at an early instant.
create index if not exists ix_revision_stored_at on revision using brin (stored_at);
create index if not exists ix_observation_stored_at on observation using brin (stored_at);

-- As V0008 has it for what is known now
create index if not exists ix_revision_confidence on revision (confidence);
create index if not exists ix_revision_completed_at on revision (completed_at);
-- A record that is gone has one
create index if not exists ix_observation_absent on observation (record_id, stored_at) where outcome = 'ABSENT';

-- ---- An interval of one time in the order of another ----------------------------------------------
-- The first ones of each month of the interval are found by these (search.sql.Months).
create index if not exists ix_record_created_month_observed_at_id
  on record (date_trunc('month', created_at at time zone 'UTC'), observed_at, id) where revision is not null;
create index if not exists ix_record_observed_month_created_at_id
  on record (date_trunc('month', observed_at at time zone 'UTC'), created_at, id) where revision is not null;

-- What these four were for, ix_record_sample and ix_revision_sample serve
drop index ix_record_sampled;
drop index ix_record_sampled_profile;
drop index ix_revision_sampled;
drop index ix_revision_sampled_profile;
