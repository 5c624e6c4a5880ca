
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE FUNCTION public.assign_profile() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

ALTER FUNCTION public.assign_profile() OWNER TO liveness_owner;

CREATE FUNCTION public.count_inserted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into statistic_change
  select profile, client, upstream, revision > 1, (created_at at time zone 'UTC')::date,
         (observed_at at time zone 'UTC')::date, count(*)
    from inserted where revision is not null
   group by 1, 2, 3, 4, 5, 6;
  return null;
end
$$;

ALTER FUNCTION public.count_inserted() OWNER TO liveness_owner;

CREATE FUNCTION public.count_updated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

ALTER FUNCTION public.count_updated() OWNER TO liveness_owner;

CREATE FUNCTION public.distinct_words(VARIADIC words text[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select coalesce(array_agg(distinct word order by word), '{}') from unnest(words) as word where word is not null
$$;

ALTER FUNCTION public.distinct_words(VARIADIC words text[]) OWNER TO liveness_owner;

CREATE FUNCTION public.is_short(VARIADIC numbers numeric[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select coalesce(bool_and(length(number::text) <= 64), true) from unnest(numbers) as number
$$;

ALTER FUNCTION public.is_short(VARIADIC numbers numeric[]) OWNER TO liveness_owner;

CREATE FUNCTION public.ledger_append(leaf bytea) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  appended bigint;
begin
  insert into ledger_entry (leaf) values (ledger_append.leaf) returning id into appended;
  insert into ledger_pending (entry) values (appended);
  return appended;
end
$$;

ALTER FUNCTION public.ledger_append(leaf bytea) OWNER TO liveness_owner;

CREATE FUNCTION public.note_change() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
begin
  insert into record_change (entry, record_id, observation, change, revision)
  select new.entry, c.record_id, c.observation, c.change, c.revision
    from observed_change c
   where c.record_id = new.record_id and c.observation = new.observation;
  return null;
end
$$;

ALTER FUNCTION public.note_change() OWNER TO liveness_owner;

CREATE FUNCTION public.partition_attach(parent text, name text, bounds text) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  named record;
begin
  execute format('revoke all on %I from public, liveness_app', name);
  if not exists (select from pg_trigger
                  where tgrelid = to_regclass(quote_ident(name)) and tgname = 'append_only') then
    execute format('create trigger append_only before update or delete or truncate on %I'
      ' for each statement execute function refuse_change()', name);
  end if;
  execute format('alter table %I enable always trigger append_only', name);
  execute format('alter table %I attach partition %I %s', parent, name, bounds);
  for named in
    select c.relname as index, replace(p.relname, parent, partition_attach.name) as wanted
      from pg_index x
      join pg_inherits i on i.inhrelid = x.indexrelid
      join pg_class c on c.oid = i.inhrelid
      join pg_class p on p.oid = i.inhparent
     where x.indrelid = to_regclass(quote_ident(partition_attach.name))
  loop
    if named.index <> named.wanted then
      execute format('alter index %I rename to %I', named.index, named.wanted);
    end if;
  end loop;
end
$$;

ALTER FUNCTION public.partition_attach(parent text, name text, bounds text) OWNER TO liveness_owner;

CREATE FUNCTION public.partition_make(parent text, name text, bounds text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  execute format('create table %I (like %I including all excluding indexes excluding statistics)', name, parent);
  perform partition_attach(parent, name, bounds);
end
$$;

ALTER FUNCTION public.partition_make(parent text, name text, bounds text) OWNER TO liveness_owner;

CREATE FUNCTION public.partition_months_ahead(instant timestamp with time zone) RETURNS integer
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO'
    AS $$
  with ranges as materialized (select * from partition_ranges())
  select coalesce(min(n), 121) - 1
    from (select distinct parent from ranges) t
    cross join generate_series(0, 120) n
   where not exists (select from ranges r
                      where r.parent = t.parent
                        and r.since <= date_trunc('month', instant) + n * interval '1 month'
                        and r.until >= date_trunc('month', instant) + (n + 1) * interval '1 month')
$$;

ALTER FUNCTION public.partition_months_ahead(instant timestamp with time zone) OWNER TO liveness_owner;

CREATE FUNCTION public.partition_ranges() RETURNS TABLE(parent text, name text, since timestamp with time zone, until timestamp with time zone)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO'
    AS $$
  select p.relname, c.relname,
         case when b.bound like '%FROM (MINVALUE)%' then '-infinity'
              else substring(b.bound from 'FROM \(''([^'']+)''\)')::timestamptz end,
         case when b.bound like '%TO (MAXVALUE)%' then 'infinity'
              else substring(b.bound from 'TO \(''([^'']+)''\)')::timestamptz end
    from pg_partitioned_table t
    join pg_class p on p.oid = t.partrelid and p.relnamespace = 'public'::regnamespace
    left join pg_inherits i on i.inhparent = p.oid
    left join pg_class c on c.oid = i.inhrelid
    cross join lateral pg_get_expr(c.relpartbound, c.oid) as b (bound)
$$;

ALTER FUNCTION public.partition_ranges() OWNER TO liveness_owner;

CREATE FUNCTION public.partitions_ahead(instant timestamp with time zone, months integer) RETURNS TABLE(partition text, outcome text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO'
    SET lock_timeout TO '500ms'
    AS $$
declare
  wanted record;
begin
  -- who may call it is not thereby allowed to flood the catalog
  if not coalesce(months between 0 and 24
      and instant between now() - interval '5 years' and now() + interval '5 years', false) then
    raise exception 'up to 24 months, of an instant within five years' using errcode = 'invalid_parameter_value';
  end if;
  perform set_config('lock_timeout', '0', true);
  perform pg_advisory_xact_lock(hashtext('liveness-ledger partitions'));
  perform set_config('lock_timeout', '500ms', true);
  for wanted in
    with asked as (
      select date_trunc('month', instant) + n * interval '1 month' as since,
             date_trunc('month', instant) + (n + 1) * interval '1 month' as until
        from generate_series(0, months) n)
    select t.parent, t.parent || '_default' as name, 'default' as bounds, null::timestamptz as since
      from (select distinct r.parent from partition_ranges() r) t
     where not exists (select from partition_ranges() r
                        where r.parent = t.parent and r.name is not null and r.since is null)
    union all
    select t.parent, t.parent || to_char(a.since, '_YYYY_MM'),
           format('for values from (%L) to (%L)', a.since, a.until), a.since
      from (select distinct r.parent from partition_ranges() r) t cross join asked a
     where not exists (select from partition_ranges() r
                        where r.parent = t.parent and r.since < a.until and r.until > a.since)
     order by since nulls first, parent
  loop
    partition := wanted.name;
    begin
      perform partition_make(wanted.parent, wanted.name, wanted.bounds);
      outcome := 'MADE';
    exception
      when check_violation then outcome := 'ROWS_IN_DEFAULT';
      when duplicate_table then outcome := 'NAME_TAKEN';
      when lock_not_available or deadlock_detected then outcome := 'BUSY';
    end;
    return next;
    exit when outcome = 'BUSY';
  end loop;
end
$$;

ALTER FUNCTION public.partitions_ahead(instant timestamp with time zone, months integer) OWNER TO liveness_owner;

CREATE FUNCTION public.place_changes() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
begin
  insert into record_change_leaf (leaf_index, entry)
  select p.leaf_index, c.entry
    from placed p
    cross join lateral (select entry from record_change where entry = p.entry limit 1) c;
  return null;
end
$$;

ALTER FUNCTION public.place_changes() OWNER TO liveness_owner;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% on % refused: the table is append-only', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

ALTER FUNCTION public.refuse_change() OWNER TO liveness_owner;

CREATE FUNCTION public.refuse_other_time() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from public.observation o
              where o.record_id = new.record_id and o.number = new.observation
                and o.stored_at <> new.stored_at) then
    raise exception 'INSERT on % refused: its observation was stored at another time', tg_table_name
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;

ALTER FUNCTION public.refuse_other_time() OWNER TO liveness_owner;

CREATE FUNCTION public.refuse_skipping() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
begin
  if exists (select from gone g where not exists (select from ledger_leaf l where l.entry = g.entry)) then
    raise exception 'DELETE on ledger_pending refused: an entry without a leaf would be skipped'
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;

ALTER FUNCTION public.refuse_skipping() OWNER TO liveness_owner;

CREATE FUNCTION public.refuse_thinner_tile() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.level <> old.level or new.tile_index < old.tile_index
      or new.tile_index = old.tile_index
        and (octet_length(new.hashes) < octet_length(old.hashes)
          or substring(new.hashes for octet_length(old.hashes)) <> old.hashes) then
    raise exception 'UPDATE on ledger_edge refused: not a fuller tile'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

ALTER FUNCTION public.refuse_thinner_tile() OWNER TO liveness_owner;

CREATE FUNCTION public.vendor_call_begins(spans_millis bigint[], limits integer[]) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  said   vendor_word%rowtype;
  moment timestamptz;
  span   interval;
  wait   interval := interval '0';
  used   bigint;
  oldest timestamptz;
begin
  select * into strict said from vendor_word for update;
  moment := clock_timestamp();
  if said.paused_until > moment then
    wait := said.paused_until - moment;
  end if;
  if said.resets_at > moment and said.remaining <= 0 then
    wait := greatest(wait, said.resets_at - moment);
  end if;
  for i in 1 .. cardinality(limits) loop
    span := make_interval(secs => spans_millis[i] / 1000.0);
    delete from vendor_call where span_millis = spans_millis[i] and since <= moment - span - span / 100;
    select coalesce(sum(calls), 0), min(since) into used, oldest
      from vendor_call where span_millis = spans_millis[i];
    if used >= limits[i] then
      wait := greatest(wait, oldest + span / 100 + span - moment);
    end if;
  end loop;
  if wait > interval '0' then
    return greatest(1, ceil(extract(epoch from wait) * 1000));
  end if;
  for i in 1 .. cardinality(limits) loop
    span := make_interval(secs => spans_millis[i] / 1000.0);
    insert into vendor_call as c (span_millis, since, calls)
    values (spans_millis[i], date_bin(span / 100, moment, timestamptz 'epoch'), 1)
    on conflict (span_millis, since) do update set calls = c.calls + 1;
  end loop;
  update vendor_word set remaining = remaining - 1 where resets_at > moment;
  return 0;
end
$$;

ALTER FUNCTION public.vendor_call_begins(spans_millis bigint[], limits integer[]) OWNER TO liveness_owner;

CREATE FUNCTION public.vendor_said(pause_millis bigint, said_remaining integer, said_reset timestamp with time zone) RETURNS void
    LANGUAGE sql
    SET search_path TO 'public', 'pg_temp'
    AS $$
  update vendor_word
     set paused_until = greatest(paused_until, clock_timestamp() + make_interval(secs => coalesce(pause_millis, 0) / 1000.0)),
         remaining = case
           when said_remaining is null or said_reset is null then remaining
           when resets_at is null or said_reset > resets_at then said_remaining
           else least(remaining, said_remaining) end,
         resets_at = case
           when said_remaining is null or said_reset is null then resets_at
           else greatest(resets_at, said_reset) end
$$;

ALTER FUNCTION public.vendor_said(pause_millis bigint, said_remaining integer, said_reset timestamp with time zone) OWNER TO liveness_owner;

SET default_tablespace = '';

CREATE TABLE public.access_event (
    entry bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    subject text,
    purpose text,
    record_id text,
    record_ids text[],
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_access_event_outcome CHECK ((outcome = ANY (ARRAY['ALLOWED'::text, 'DENIED'::text, 'NOT_FOUND'::text, 'FAILED'::text]))),
    CONSTRAINT ck_access_event_record_ids CHECK (((record_id IS NULL) OR (record_ids IS NULL))),
    CONSTRAINT ck_access_event_salt CHECK ((octet_length(salt) = 32))
)
PARTITION BY RANGE (at);

ALTER TABLE public.access_event OWNER TO liveness_owner;

COMMENT ON TABLE public.access_event IS 'By month of at (UTC); partitions are made ahead by partitions_ahead.';

COMMENT ON COLUMN public.access_event.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement). Numbers the event, with gaps.';

COMMENT ON COLUMN public.access_event.at IS 'When the answer was ready.';

COMMENT ON COLUMN public.access_event.subject IS 'Who; null for callers whose credentials were missing or wrong.';

COMMENT ON COLUMN public.access_event.record_id IS 'The record, where the call was about one.';

COMMENT ON COLUMN public.access_event.record_ids IS 'The records that a list or search showed, where it showed others than one.';

COMMENT ON COLUMN public.access_event.statement IS 'RFC 8785 form, UTF-8: who, what, when, from where, why, with which outcome. Personal data.';

SET default_table_access_method = heap;

CREATE TABLE public.access_event_2026_11 (
    entry bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    subject text,
    purpose text,
    record_id text,
    record_ids text[],
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_access_event_outcome CHECK ((outcome = ANY (ARRAY['ALLOWED'::text, 'DENIED'::text, 'NOT_FOUND'::text, 'FAILED'::text]))),
    CONSTRAINT ck_access_event_record_ids CHECK (((record_id IS NULL) OR (record_ids IS NULL))),
    CONSTRAINT ck_access_event_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.access_event_2026_11 OWNER TO liveness_owner;

COMMENT ON COLUMN public.access_event_2026_11.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement). Numbers the event, with gaps.';

COMMENT ON COLUMN public.access_event_2026_11.at IS 'When the answer was ready.';

COMMENT ON COLUMN public.access_event_2026_11.subject IS 'Who; null for callers whose credentials were missing or wrong.';

COMMENT ON COLUMN public.access_event_2026_11.record_id IS 'The record, where the call was about one.';

COMMENT ON COLUMN public.access_event_2026_11.record_ids IS 'The records that a list or search showed, where it showed others than one.';

COMMENT ON COLUMN public.access_event_2026_11.statement IS 'RFC 8785 form, UTF-8: who, what, when, from where, why, with which outcome. Personal data.';

CREATE TABLE public.access_event_2026_12 (
    entry bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    subject text,
    purpose text,
    record_id text,
    record_ids text[],
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_access_event_outcome CHECK ((outcome = ANY (ARRAY['ALLOWED'::text, 'DENIED'::text, 'NOT_FOUND'::text, 'FAILED'::text]))),
    CONSTRAINT ck_access_event_record_ids CHECK (((record_id IS NULL) OR (record_ids IS NULL))),
    CONSTRAINT ck_access_event_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.access_event_2026_12 OWNER TO liveness_owner;

COMMENT ON COLUMN public.access_event_2026_12.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement). Numbers the event, with gaps.';

COMMENT ON COLUMN public.access_event_2026_12.at IS 'When the answer was ready.';

COMMENT ON COLUMN public.access_event_2026_12.subject IS 'Who; null for callers whose credentials were missing or wrong.';

COMMENT ON COLUMN public.access_event_2026_12.record_id IS 'The record, where the call was about one.';

COMMENT ON COLUMN public.access_event_2026_12.record_ids IS 'The records that a list or search showed, where it showed others than one.';

COMMENT ON COLUMN public.access_event_2026_12.statement IS 'RFC 8785 form, UTF-8: who, what, when, from where, why, with which outcome. Personal data.';

CREATE TABLE public.access_event_2027_01 (
    entry bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    subject text,
    purpose text,
    record_id text,
    record_ids text[],
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_access_event_outcome CHECK ((outcome = ANY (ARRAY['ALLOWED'::text, 'DENIED'::text, 'NOT_FOUND'::text, 'FAILED'::text]))),
    CONSTRAINT ck_access_event_record_ids CHECK (((record_id IS NULL) OR (record_ids IS NULL))),
    CONSTRAINT ck_access_event_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.access_event_2027_01 OWNER TO liveness_owner;

COMMENT ON COLUMN public.access_event_2027_01.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement). Numbers the event, with gaps.';

COMMENT ON COLUMN public.access_event_2027_01.at IS 'When the answer was ready.';

COMMENT ON COLUMN public.access_event_2027_01.subject IS 'Who; null for callers whose credentials were missing or wrong.';

COMMENT ON COLUMN public.access_event_2027_01.record_id IS 'The record, where the call was about one.';

COMMENT ON COLUMN public.access_event_2027_01.record_ids IS 'The records that a list or search showed, where it showed others than one.';

COMMENT ON COLUMN public.access_event_2027_01.statement IS 'RFC 8785 form, UTF-8: who, what, when, from where, why, with which outcome. Personal data.';

CREATE TABLE public.access_event_2027_02 (
    entry bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    subject text,
    purpose text,
    record_id text,
    record_ids text[],
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_access_event_outcome CHECK ((outcome = ANY (ARRAY['ALLOWED'::text, 'DENIED'::text, 'NOT_FOUND'::text, 'FAILED'::text]))),
    CONSTRAINT ck_access_event_record_ids CHECK (((record_id IS NULL) OR (record_ids IS NULL))),
    CONSTRAINT ck_access_event_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.access_event_2027_02 OWNER TO liveness_owner;

COMMENT ON COLUMN public.access_event_2027_02.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement). Numbers the event, with gaps.';

COMMENT ON COLUMN public.access_event_2027_02.at IS 'When the answer was ready.';

COMMENT ON COLUMN public.access_event_2027_02.subject IS 'Who; null for callers whose credentials were missing or wrong.';

COMMENT ON COLUMN public.access_event_2027_02.record_id IS 'The record, where the call was about one.';

COMMENT ON COLUMN public.access_event_2027_02.record_ids IS 'The records that a list or search showed, where it showed others than one.';

COMMENT ON COLUMN public.access_event_2027_02.statement IS 'RFC 8785 form, UTF-8: who, what, when, from where, why, with which outcome. Personal data.';

CREATE TABLE public.access_event_default (
    entry bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    subject text,
    purpose text,
    record_id text,
    record_ids text[],
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_access_event_outcome CHECK ((outcome = ANY (ARRAY['ALLOWED'::text, 'DENIED'::text, 'NOT_FOUND'::text, 'FAILED'::text]))),
    CONSTRAINT ck_access_event_record_ids CHECK (((record_id IS NULL) OR (record_ids IS NULL))),
    CONSTRAINT ck_access_event_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.access_event_default OWNER TO liveness_owner;

COMMENT ON COLUMN public.access_event_default.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement). Numbers the event, with gaps.';

COMMENT ON COLUMN public.access_event_default.at IS 'When the answer was ready.';

COMMENT ON COLUMN public.access_event_default.subject IS 'Who; null for callers whose credentials were missing or wrong.';

COMMENT ON COLUMN public.access_event_default.record_id IS 'The record, where the call was about one.';

COMMENT ON COLUMN public.access_event_default.record_ids IS 'The records that a list or search showed, where it showed others than one.';

COMMENT ON COLUMN public.access_event_default.statement IS 'RFC 8785 form, UTF-8: who, what, when, from where, why, with which outcome. Personal data.';

CREATE TABLE public.access_event_first (
    entry bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    subject text,
    purpose text,
    record_id text,
    record_ids text[],
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_access_event_outcome CHECK ((outcome = ANY (ARRAY['ALLOWED'::text, 'DENIED'::text, 'NOT_FOUND'::text, 'FAILED'::text]))),
    CONSTRAINT ck_access_event_record_ids CHECK (((record_id IS NULL) OR (record_ids IS NULL))),
    CONSTRAINT ck_access_event_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.access_event_first OWNER TO liveness_owner;

COMMENT ON COLUMN public.access_event_first.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement). Numbers the event, with gaps.';

COMMENT ON COLUMN public.access_event_first.at IS 'When the answer was ready.';

COMMENT ON COLUMN public.access_event_first.subject IS 'Who; null for callers whose credentials were missing or wrong.';

COMMENT ON COLUMN public.access_event_first.record_id IS 'The record, where the call was about one.';

COMMENT ON COLUMN public.access_event_first.record_ids IS 'The records that a list or search showed, where it showed others than one.';

COMMENT ON COLUMN public.access_event_first.statement IS 'RFC 8785 form, UTF-8: who, what, when, from where, why, with which outcome. Personal data.';

CREATE TABLE public.access_failure (
    number bigint NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    events bigint NOT NULL,
    CONSTRAINT ck_access_failure_events CHECK ((events > 0))
);

ALTER TABLE public.access_failure OWNER TO liveness_owner;

ALTER TABLE public.access_failure ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_failure_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.body (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    bytes bytea NOT NULL,
    digest bytea NOT NULL,
    content_type text,
    headers jsonb NOT NULL,
    CONSTRAINT ck_body_digest CHECK ((digest = sha256(bytes)))
)
PARTITION BY RANGE (stored_at);

ALTER TABLE public.body OWNER TO liveness_owner;

COMMENT ON TABLE public.body IS 'By month of stored_at (UTC), which is its observation''s; partitions are made ahead by partitions_ahead.';

COMMENT ON COLUMN public.body.headers IS 'Chosen headers of the vendor''s answer, lower-case names.';

CREATE TABLE public.body_2026_11 (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    bytes bytea NOT NULL,
    digest bytea NOT NULL,
    content_type text,
    headers jsonb NOT NULL,
    CONSTRAINT ck_body_digest CHECK ((digest = sha256(bytes)))
);

ALTER TABLE public.body_2026_11 OWNER TO liveness_owner;

COMMENT ON COLUMN public.body_2026_11.headers IS 'Chosen headers of the vendor''s answer, lower-case names.';

CREATE TABLE public.body_2026_12 (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    bytes bytea NOT NULL,
    digest bytea NOT NULL,
    content_type text,
    headers jsonb NOT NULL,
    CONSTRAINT ck_body_digest CHECK ((digest = sha256(bytes)))
);

ALTER TABLE public.body_2026_12 OWNER TO liveness_owner;

COMMENT ON COLUMN public.body_2026_12.headers IS 'Chosen headers of the vendor''s answer, lower-case names.';

CREATE TABLE public.body_2027_01 (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    bytes bytea NOT NULL,
    digest bytea NOT NULL,
    content_type text,
    headers jsonb NOT NULL,
    CONSTRAINT ck_body_digest CHECK ((digest = sha256(bytes)))
);

ALTER TABLE public.body_2027_01 OWNER TO liveness_owner;

COMMENT ON COLUMN public.body_2027_01.headers IS 'Chosen headers of the vendor''s answer, lower-case names.';

CREATE TABLE public.body_2027_02 (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    bytes bytea NOT NULL,
    digest bytea NOT NULL,
    content_type text,
    headers jsonb NOT NULL,
    CONSTRAINT ck_body_digest CHECK ((digest = sha256(bytes)))
);

ALTER TABLE public.body_2027_02 OWNER TO liveness_owner;

COMMENT ON COLUMN public.body_2027_02.headers IS 'Chosen headers of the vendor''s answer, lower-case names.';

CREATE TABLE public.body_default (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    bytes bytea NOT NULL,
    digest bytea NOT NULL,
    content_type text,
    headers jsonb NOT NULL,
    CONSTRAINT ck_body_digest CHECK ((digest = sha256(bytes)))
);

ALTER TABLE public.body_default OWNER TO liveness_owner;

COMMENT ON COLUMN public.body_default.headers IS 'Chosen headers of the vendor''s answer, lower-case names.';

CREATE TABLE public.body_first (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    bytes bytea NOT NULL,
    digest bytea NOT NULL,
    content_type text,
    headers jsonb NOT NULL,
    CONSTRAINT ck_body_digest CHECK ((digest = sha256(bytes)))
);

ALTER TABLE public.body_first OWNER TO liveness_owner;

COMMENT ON COLUMN public.body_first.headers IS 'Chosen headers of the vendor''s answer, lower-case names.';

CREATE TABLE public.revision (
    record_id text NOT NULL,
    number integer NOT NULL,
    started_by integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    data jsonb NOT NULL,
    content_digest bytea,
    family text,
    client text,
    app_registration text,
    status text,
    live boolean,
    aggregate_probability numeric,
    risk_score numeric,
    confidence numeric,
    ignore_document_cropped boolean,
    ignore_colour_less boolean,
    image_saved boolean,
    image_url text,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    completed_at timestamp with time zone,
    screen_replay_ran boolean,
    screen_replay_passed boolean,
    screen_replay_score numeric,
    screen_replay_probability numeric,
    screen_replay_calibration text,
    screen_replay_warnings text[],
    screen_replay_errors text[],
    screen_replay_details text,
    printed_copy_ran boolean,
    printed_copy_passed boolean,
    printed_copy_score numeric,
    printed_copy_probability numeric,
    printed_copy_calibration text,
    printed_copy_warnings text[],
    printed_copy_errors text[],
    printed_copy_details text,
    portrait_substitution_ran boolean,
    portrait_substitution_passed boolean,
    portrait_substitution_score numeric,
    portrait_substitution_probability numeric,
    portrait_substitution_calibration text,
    portrait_substitution_warnings text[],
    portrait_substitution_errors text[],
    portrait_substitution_details text,
    digital_manipulation_ran boolean,
    digital_manipulation_passed boolean,
    digital_manipulation_score numeric,
    digital_manipulation_probability numeric,
    digital_manipulation_calibration text,
    digital_manipulation_warnings text[],
    digital_manipulation_errors text[],
    digital_manipulation_details text,
    profile integer,
    CONSTRAINT ck_revision_content_digest CHECK (((content_digest IS NOT NULL) AND (octet_length(content_digest) = 32))),
    CONSTRAINT ck_revision_family CHECK ((family = ANY (ARRAY['NESTED'::text, 'FLAT'::text]))),
    CONSTRAINT ck_revision_number CHECK ((number >= 1))
);
ALTER TABLE ONLY public.revision ALTER COLUMN profile SET STATISTICS 1000;

ALTER TABLE public.revision OWNER TO liveness_owner;

COMMENT ON COLUMN public.revision.started_by IS 'Number of the observation that started this revision.';

COMMENT ON COLUMN public.revision.content_digest IS 'SHA-256 of the RFC 8785 canonical form of data.';

CREATE VIEW public.check_result AS
 SELECT r.record_id,
    r.number AS revision,
    c."check",
    c.ran,
    c.passed,
    c.score,
    c.probability,
    c.calibration,
    c.warnings,
    c.errors,
    c.details
   FROM (public.revision r
     CROSS JOIN LATERAL ( VALUES ('screenReplay'::text,r.screen_replay_ran,r.screen_replay_passed,r.screen_replay_score,r.screen_replay_probability,r.screen_replay_calibration,r.screen_replay_warnings,r.screen_replay_errors,r.screen_replay_details), ('printedCopy'::text,r.printed_copy_ran,r.printed_copy_passed,r.printed_copy_score,r.printed_copy_probability,r.printed_copy_calibration,r.printed_copy_warnings,r.printed_copy_errors,r.printed_copy_details), ('portraitSubstitution'::text,r.portrait_substitution_ran,r.portrait_substitution_passed,r.portrait_substitution_score,r.portrait_substitution_probability,r.portrait_substitution_calibration,r.portrait_substitution_warnings,r.portrait_substitution_errors,r.portrait_substitution_details), ('digitalManipulation'::text,r.digital_manipulation_ran,r.digital_manipulation_passed,r.digital_manipulation_score,r.digital_manipulation_probability,r.digital_manipulation_calibration,r.digital_manipulation_warnings,r.digital_manipulation_errors,r.digital_manipulation_details)) c("check", ran, passed, score, probability, calibration, warnings, errors, details))
  WHERE (num_nonnulls(c.ran, c.passed, c.score, c.probability, c.calibration, c.warnings, c.errors, c.details) > 0);

ALTER TABLE public.check_result OWNER TO liveness_owner;

COMMENT ON VIEW public.check_result IS 'The four checks of every revision as rows, for questions asked in SQL.';

CREATE TABLE public.content_profile (
    id integer NOT NULL,
    digest bytea NOT NULL,
    status text,
    live boolean,
    family text,
    ran text[] NOT NULL,
    failed text[] NOT NULL,
    calibrations text[] NOT NULL,
    warnings text[] NOT NULL,
    errors text[] NOT NULL,
    given text[] NOT NULL,
    CONSTRAINT ck_content_profile_digest CHECK ((octet_length(digest) = 32))
);

ALTER TABLE public.content_profile OWNER TO liveness_owner;

COMMENT ON TABLE public.content_profile IS 'Derived from contents: rows are added as contents with new categories come.';

COMMENT ON COLUMN public.content_profile.digest IS 'SHA-256 of the other columns as JSON: arrays of any length have no key.';

COMMENT ON COLUMN public.content_profile.ran IS 'The checks that ran; failed: those that did not pass.';

COMMENT ON COLUMN public.content_profile.calibrations IS 'check:level';

COMMENT ON COLUMN public.content_profile.warnings IS 'Of all checks, each once, in order; so are errors.';

COMMENT ON COLUMN public.content_profile.given IS 'What can be asked for by range, and the content has: a family lacks some of it.';

ALTER TABLE public.content_profile ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.content_profile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);

ALTER TABLE public.flyway_schema_history OWNER TO liveness_owner;

CREATE TABLE public.lease (
    name text NOT NULL,
    holder text NOT NULL,
    token bigint NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE public.lease OWNER TO liveness_owner;

COMMENT ON TABLE public.lease IS 'Not a fact but a state: rows are updated, and may be deleted while no replica runs.';

CREATE TABLE public.ledger_check (
    number bigint NOT NULL,
    trigger text NOT NULL,
    state text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    tree_size bigint,
    root bytea,
    leaves_checked bigint DEFAULT 0 NOT NULL,
    findings_total integer DEFAULT 0 NOT NULL,
    findings jsonb DEFAULT '[]'::jsonb NOT NULL,
    entry bigint,
    salt bytea,
    statement bytea,
    CONSTRAINT ck_ledger_check_findings_total CHECK ((((state = 'FAILED'::text) = (findings_total > 0)) OR (finished_at IS NULL))),
    CONSTRAINT ck_ledger_check_finished_at CHECK ((((state = ANY (ARRAY['PASSED'::text, 'FAILED'::text])) = (finished_at IS NOT NULL)) AND ((finished_at IS NULL) = (entry IS NULL)) AND ((entry IS NULL) = (salt IS NULL)) AND ((entry IS NULL) = (statement IS NULL)))),
    CONSTRAINT ck_ledger_check_state CHECK ((state = ANY (ARRAY['PENDING'::text, 'RUNNING'::text, 'PASSED'::text, 'FAILED'::text]))),
    CONSTRAINT ck_ledger_check_trigger CHECK ((trigger = ANY (ARRAY['REQUESTED'::text, 'SCHEDULED'::text])))
);

ALTER TABLE public.ledger_check OWNER TO liveness_owner;

COMMENT ON COLUMN public.ledger_check.findings IS 'The first of them; findings_total counts all.';

COMMENT ON COLUMN public.ledger_check.statement IS 'RFC 8785 form of the result; the commitment SHA-256(salt || statement) is in the leaf.';

ALTER TABLE public.ledger_check ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ledger_check_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ledger_checkpoint (
    number bigint NOT NULL,
    tree_size bigint NOT NULL,
    root bytea NOT NULL,
    note text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_ledger_checkpoint_number CHECK ((number >= 1)),
    CONSTRAINT ck_ledger_checkpoint_root CHECK ((octet_length(root) = 32)),
    CONSTRAINT ck_ledger_checkpoint_tree_size CHECK ((tree_size >= 0))
);

ALTER TABLE public.ledger_checkpoint OWNER TO liveness_owner;

COMMENT ON COLUMN public.ledger_checkpoint.number IS '1, 2, 3 ... without gaps. One size can have several: after a change of keys it is signed anew.';

COMMENT ON COLUMN public.ledger_checkpoint.note IS 'The signed note (C2SP tlog-checkpoint), byte for byte as served.';

CREATE TABLE public.ledger_edge (
    level smallint NOT NULL,
    tile_index bigint NOT NULL,
    hashes bytea NOT NULL,
    CONSTRAINT ck_ledger_edge_hashes CHECK ((((octet_length(hashes) % 32) = 0) AND (octet_length(hashes) < (256 * 32)))),
    CONSTRAINT ck_ledger_edge_level CHECK (((level >= 0) AND (level <= 63))),
    CONSTRAINT ck_ledger_edge_tile_index CHECK ((tile_index >= 0))
);
ALTER TABLE ONLY public.ledger_edge ALTER COLUMN hashes SET STORAGE EXTERNAL;

ALTER TABLE public.ledger_edge OWNER TO liveness_owner;

COMMENT ON COLUMN public.ledger_edge.hashes IS 'Empty when the tile before it has just become full.';

CREATE TABLE public.ledger_entry (
    id bigint NOT NULL,
    stored_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    leaf bytea NOT NULL,
    CONSTRAINT ck_ledger_entry_leaf CHECK (((octet_length(leaf) >= 1) AND (octet_length(leaf) <= 65535)))
);

ALTER TABLE public.ledger_entry OWNER TO liveness_owner;

COMMENT ON COLUMN public.ledger_entry.id IS 'In the order of writing, with gaps where transactions rolled back: not the leaf index.';

COMMENT ON COLUMN public.ledger_entry.leaf IS 'Canonical JSON, opaque to the log. Holds no personal data: it is public.';

ALTER TABLE public.ledger_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ledger_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ledger_leaf (
    leaf_index bigint NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT ck_ledger_leaf_leaf_index CHECK ((leaf_index >= 0))
);

ALTER TABLE public.ledger_leaf OWNER TO liveness_owner;

CREATE TABLE public.ledger_pending (
    entry bigint NOT NULL
);

ALTER TABLE public.ledger_pending OWNER TO liveness_owner;

COMMENT ON TABLE public.ledger_pending IS 'Takes part in the transaction of its entry, so an entry is in line exactly when it is committed, however late.';

CREATE TABLE public.ledger_tile (
    level smallint NOT NULL,
    tile_index bigint NOT NULL,
    hashes bytea NOT NULL,
    CONSTRAINT ck_ledger_tile_hashes CHECK ((octet_length(hashes) = (256 * 32))),
    CONSTRAINT ck_ledger_tile_level CHECK (((level >= 0) AND (level <= 63))),
    CONSTRAINT ck_ledger_tile_tile_index CHECK ((tile_index >= 0))
);
ALTER TABLE ONLY public.ledger_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

ALTER TABLE public.ledger_tile OWNER TO liveness_owner;

CREATE TABLE public.observation (
    record_id text NOT NULL,
    number integer NOT NULL,
    outcome text NOT NULL,
    trigger text NOT NULL,
    unreadable_reason text,
    fetched_at timestamp with time zone NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    revision integer,
    starts_revision boolean NOT NULL,
    vendor_status smallint,
    body_digest bytea,
    body_size integer,
    content_type text,
    signature_date_time text,
    signature_message text,
    request_id text NOT NULL,
    caller text NOT NULL,
    CONSTRAINT ck_observation_body_digest CHECK ((octet_length(body_digest) = 32)),
    CONSTRAINT ck_observation_body_size CHECK (((body_size >= 0) AND ((body_size IS NULL) = (body_digest IS NULL)))),
    CONSTRAINT ck_observation_number CHECK ((number >= 1)),
    CONSTRAINT ck_observation_outcome CHECK ((outcome = ANY (ARRAY['PRESENT'::text, 'ABSENT'::text, 'UNREADABLE'::text]))),
    CONSTRAINT ck_observation_revision CHECK (((outcome = 'PRESENT'::text) = (revision IS NOT NULL))),
    CONSTRAINT ck_observation_starts_revision CHECK (((NOT starts_revision) OR (outcome = 'PRESENT'::text))),
    CONSTRAINT ck_observation_trigger CHECK ((trigger = ANY (ARRAY['REFRESH'::text, 'BACKFILL'::text, 'SCHEDULE'::text, 'SUBMITTED'::text]))),
    CONSTRAINT ck_observation_unreadable_reason CHECK (((outcome = 'UNREADABLE'::text) = (unreadable_reason IS NOT NULL))),
    CONSTRAINT ck_observation_vendor_status CHECK (((trigger = 'SUBMITTED'::text) = (vendor_status IS NULL)))
);

ALTER TABLE public.observation OWNER TO liveness_owner;

COMMENT ON COLUMN public.observation.fetched_at IS 'When the vendor''s answer reached us; of a SUBMITTED one, when it was handed in.';

COMMENT ON COLUMN public.observation.vendor_status IS 'HTTP status of the vendor''s answer; unknown of a SUBMITTED one.';

COMMENT ON COLUMN public.observation.body_digest IS 'SHA-256 of the body; null when no body was kept because it was over the size limit.';

CREATE TABLE public.observation_statement (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    entry bigint NOT NULL,
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_observation_statement_salt CHECK ((octet_length(salt) = 32))
)
PARTITION BY RANGE (stored_at);

ALTER TABLE public.observation_statement OWNER TO liveness_owner;

COMMENT ON TABLE public.observation_statement IS 'By month of stored_at (UTC), which is its observation''s; partitions are made ahead by partitions_ahead.';

COMMENT ON COLUMN public.observation_statement.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement).';

COMMENT ON COLUMN public.observation_statement.statement IS 'RFC 8785 form, UTF-8; read with convert_from(statement, ''UTF8'').';

CREATE TABLE public.observation_statement_2026_11 (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    entry bigint NOT NULL,
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_observation_statement_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.observation_statement_2026_11 OWNER TO liveness_owner;

COMMENT ON COLUMN public.observation_statement_2026_11.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement).';

COMMENT ON COLUMN public.observation_statement_2026_11.statement IS 'RFC 8785 form, UTF-8; read with convert_from(statement, ''UTF8'').';

CREATE TABLE public.observation_statement_2026_12 (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    entry bigint NOT NULL,
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_observation_statement_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.observation_statement_2026_12 OWNER TO liveness_owner;

COMMENT ON COLUMN public.observation_statement_2026_12.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement).';

COMMENT ON COLUMN public.observation_statement_2026_12.statement IS 'RFC 8785 form, UTF-8; read with convert_from(statement, ''UTF8'').';

CREATE TABLE public.observation_statement_2027_01 (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    entry bigint NOT NULL,
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_observation_statement_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.observation_statement_2027_01 OWNER TO liveness_owner;

COMMENT ON COLUMN public.observation_statement_2027_01.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement).';

COMMENT ON COLUMN public.observation_statement_2027_01.statement IS 'RFC 8785 form, UTF-8; read with convert_from(statement, ''UTF8'').';

CREATE TABLE public.observation_statement_2027_02 (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    entry bigint NOT NULL,
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_observation_statement_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.observation_statement_2027_02 OWNER TO liveness_owner;

COMMENT ON COLUMN public.observation_statement_2027_02.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement).';

COMMENT ON COLUMN public.observation_statement_2027_02.statement IS 'RFC 8785 form, UTF-8; read with convert_from(statement, ''UTF8'').';

CREATE TABLE public.observation_statement_default (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    entry bigint NOT NULL,
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_observation_statement_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.observation_statement_default OWNER TO liveness_owner;

COMMENT ON COLUMN public.observation_statement_default.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement).';

COMMENT ON COLUMN public.observation_statement_default.statement IS 'RFC 8785 form, UTF-8; read with convert_from(statement, ''UTF8'').';

CREATE TABLE public.observation_statement_first (
    record_id text NOT NULL,
    observation integer NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    entry bigint NOT NULL,
    salt bytea NOT NULL,
    statement bytea NOT NULL,
    CONSTRAINT ck_observation_statement_salt CHECK ((octet_length(salt) = 32))
);

ALTER TABLE public.observation_statement_first OWNER TO liveness_owner;

COMMENT ON COLUMN public.observation_statement_first.entry IS 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement).';

COMMENT ON COLUMN public.observation_statement_first.statement IS 'RFC 8785 form, UTF-8; read with convert_from(statement, ''UTF8'').';

CREATE VIEW public.observed_change AS
 SELECT change.record_id,
    change.observation,
    change.change,
    change.revision
   FROM ( SELECT o.record_id,
            o.number AS observation,
                CASE
                    WHEN (o.outcome = 'ABSENT'::text) THEN 'GONE'::text
                    WHEN (before.outcome = 'ABSENT'::text) THEN 'RETURNED'::text
                    WHEN (o.revision = 1) THEN 'NEW'::text
                    ELSE 'CHANGED'::text
                END AS change,
            COALESCE(o.revision, ( SELECT max(r.number) AS max
                   FROM public.revision r
                  WHERE ((r.record_id = o.record_id) AND (r.started_by < o.number)))) AS revision
           FROM (public.observation o
             LEFT JOIN LATERAL ( SELECT b.outcome
                   FROM public.observation b
                  WHERE ((b.record_id = o.record_id) AND (b.number < o.number) AND (b.outcome <> 'UNREADABLE'::text) AND (b.trigger <> 'SUBMITTED'::text))
                  ORDER BY b.number DESC
                 LIMIT 1) before ON ((o.trigger <> 'SUBMITTED'::text)))
          WHERE ((o.outcome <> 'UNREADABLE'::text) AND (o.starts_revision OR ((o.trigger <> 'SUBMITTED'::text) AND ((o.outcome = 'ABSENT'::text) <> (COALESCE(before.outcome, 'PRESENT'::text) = 'ABSENT'::text)))))) change
  WHERE (change.revision IS NOT NULL);

ALTER TABLE public.observed_change OWNER TO liveness_owner;

COMMENT ON VIEW public.observed_change IS 'What record_change is made from.';

CREATE TABLE public.record (
    id text NOT NULL,
    last_number integer DEFAULT 0 NOT NULL,
    upstream text,
    revision integer,
    observation integer,
    observed_at timestamp with time zone,
    stored_at timestamp with time zone,
    fetched_at timestamp with time zone,
    signature_date_time text,
    signature_message text,
    content_digest bytea,
    family text,
    client text,
    app_registration text,
    status text,
    live boolean,
    aggregate_probability numeric,
    risk_score numeric,
    confidence numeric,
    ignore_document_cropped boolean,
    ignore_colour_less boolean,
    image_saved boolean,
    image_url text,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    completed_at timestamp with time zone,
    screen_replay_ran boolean,
    screen_replay_passed boolean,
    screen_replay_score numeric,
    screen_replay_probability numeric,
    screen_replay_calibration text,
    screen_replay_warnings text[],
    screen_replay_errors text[],
    screen_replay_details text,
    printed_copy_ran boolean,
    printed_copy_passed boolean,
    printed_copy_score numeric,
    printed_copy_probability numeric,
    printed_copy_calibration text,
    printed_copy_warnings text[],
    printed_copy_errors text[],
    printed_copy_details text,
    portrait_substitution_ran boolean,
    portrait_substitution_passed boolean,
    portrait_substitution_score numeric,
    portrait_substitution_probability numeric,
    portrait_substitution_calibration text,
    portrait_substitution_warnings text[],
    portrait_substitution_errors text[],
    portrait_substitution_details text,
    digital_manipulation_ran boolean,
    digital_manipulation_passed boolean,
    digital_manipulation_score numeric,
    digital_manipulation_probability numeric,
    digital_manipulation_calibration text,
    digital_manipulation_warnings text[],
    digital_manipulation_errors text[],
    digital_manipulation_details text,
    last_commitment bytea,
    profile integer,
    CONSTRAINT ck_record_family CHECK ((family = ANY (ARRAY['NESTED'::text, 'FLAT'::text]))),
    CONSTRAINT ck_record_id CHECK ((id ~ '^[A-Za-z0-9_-]{1,128}$'::text)),
    CONSTRAINT ck_record_last_commitment CHECK ((octet_length(last_commitment) = 32)),
    CONSTRAINT ck_record_last_number CHECK ((last_number >= 0)),
    CONSTRAINT ck_record_revision CHECK ((((revision IS NULL) = (content_digest IS NULL)) AND ((revision IS NULL) = (upstream IS NULL)) AND ((revision IS NULL) = (observation IS NULL)) AND ((revision IS NULL) = (observed_at IS NULL)) AND ((revision IS NULL) = (stored_at IS NULL)))),
    CONSTRAINT ck_record_upstream CHECK ((upstream = ANY (ARRAY['PRESENT'::text, 'GONE'::text])))
);
ALTER TABLE ONLY public.record ALTER COLUMN profile SET STATISTICS 1000;

ALTER TABLE public.record OWNER TO liveness_owner;

COMMENT ON TABLE public.record IS 'Projection of the latest observation; rebuilt by the command rebuild-records.';

COMMENT ON COLUMN public.record.last_number IS 'Number of the latest observation of any outcome; its row lock numbers observations without gaps.';

COMMENT ON COLUMN public.record.observation IS 'The observation that established the state shown here: the latest PRESENT or ABSENT one.';

COMMENT ON COLUMN public.record.fetched_at IS 'When we last fetched a PRESENT or ABSENT answer ourselves; null while all we hold was handed in.';

COMMENT ON COLUMN public.record.image_url IS 'Leads to a photo of an identity document: a secret.';

COMMENT ON COLUMN public.record.last_commitment IS 'Commitment of the latest observation''s statement, for the next one to name.';

COMMENT ON COLUMN public.record.profile IS 'Of the content, by trigger; null where there is no content.';

CREATE TABLE public.record_change (
    entry bigint NOT NULL,
    record_id text NOT NULL,
    observation integer NOT NULL,
    change text NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT ck_record_change_change CHECK ((change = ANY (ARRAY['NEW'::text, 'CHANGED'::text, 'GONE'::text, 'RETURNED'::text])))
);

ALTER TABLE public.record_change OWNER TO liveness_owner;

COMMENT ON TABLE public.record_change IS 'Follows from the observations (view observed_change).';

COMMENT ON COLUMN public.record_change.entry IS 'The ledger entry of the observation''s statement.';

COMMENT ON COLUMN public.record_change.revision IS 'The latest revision, once this has happened.';

CREATE TABLE public.record_change_leaf (
    leaf_index bigint NOT NULL,
    entry bigint NOT NULL
);

ALTER TABLE public.record_change_leaf OWNER TO liveness_owner;

CREATE TABLE public.record_statistic (
    profile integer NOT NULL,
    client text,
    upstream text NOT NULL,
    changed boolean NOT NULL,
    created_on date,
    observed_on date NOT NULL,
    records bigint NOT NULL
);

ALTER TABLE public.record_statistic OWNER TO liveness_owner;

COMMENT ON TABLE public.record_statistic IS 'Counts of table record, behind by what is in statistic_change. Days are UTC.';

CREATE TABLE public.record_total (
    part text NOT NULL,
    client text,
    upstream text NOT NULL,
    changed boolean NOT NULL,
    profile integer,
    day date,
    records bigint NOT NULL,
    CONSTRAINT ck_record_total_part CHECK ((part = ANY (ARRAY['profile'::text, 'created'::text, 'observed'::text])))
);

ALTER TABLE public.record_total OWNER TO liveness_owner;

COMMENT ON TABLE public.record_total IS 'Each record is counted three times, once in each part.';

COMMENT ON COLUMN public.record_total.profile IS 'In part profile alone; days are in the other two.';

CREATE TABLE public.shared_key (
    purpose text NOT NULL,
    value bytea NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_shared_key_value CHECK ((octet_length(value) = 32))
);

ALTER TABLE public.shared_key OWNER TO liveness_owner;

COMMENT ON TABLE public.shared_key IS 'Secrets that all replicas share. None protects a fact: the signing key of the log is not among them.';

COMMENT ON COLUMN public.shared_key.purpose IS 'page-token: seals the positions in lists that callers are given (AES-256-GCM).';

COMMENT ON COLUMN public.shared_key.value IS '256 random bits.';

CREATE TABLE public.statistic_change (
    profile integer NOT NULL,
    client text,
    upstream text NOT NULL,
    changed boolean NOT NULL,
    created_on date,
    observed_on date NOT NULL,
    records bigint NOT NULL
);

ALTER TABLE public.statistic_change OWNER TO liveness_owner;

COMMENT ON TABLE public.statistic_change IS 'Written in the transaction that changes a record, taken into record_statistic by one replica at a time.';

CREATE VIEW public.total_change AS
 SELECT p.part,
    c.client,
    c.upstream,
    c.changed,
    p.profile,
    p.day,
    c.records
   FROM (public.statistic_change c
     CROSS JOIN LATERAL ( VALUES ('profile'::text,c.profile,NULL::date), ('created'::text,NULL::integer,c.created_on), ('observed'::text,NULL::integer,c.observed_on)) p(part, profile, day));

ALTER TABLE public.total_change OWNER TO liveness_owner;

COMMENT ON VIEW public.total_change IS 'What of record_total changed lately.';

CREATE TABLE public.vendor_call (
    span_millis bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    calls integer NOT NULL
);

ALTER TABLE public.vendor_call OWNER TO liveness_owner;

COMMENT ON TABLE public.vendor_call IS 'One row for each limit and slice of its span in which calls began.';

CREATE UNLOGGED TABLE public.vendor_claim (
    record_id text NOT NULL,
    token text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended boolean DEFAULT false NOT NULL,
    result text,
    observation integer,
    problem text,
    detail text,
    retry_after_millis bigint
);

ALTER TABLE public.vendor_claim OWNER TO liveness_owner;

COMMENT ON COLUMN public.vendor_claim.ended IS 'How it ended is for those who waited; who comes later fetches anew.';

CREATE TABLE public.vendor_word (
    one boolean DEFAULT true NOT NULL,
    paused_until timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    remaining integer,
    resets_at timestamp with time zone,
    CONSTRAINT ck_vendor_word_one CHECK (one)
);

ALTER TABLE public.vendor_word OWNER TO liveness_owner;

COMMENT ON COLUMN public.vendor_word.paused_until IS 'Nobody calls before: Retry-After.';

COMMENT ON COLUMN public.vendor_word.remaining IS 'Calls until resets_at: X-RateLimit-Remaining, less those that began since.';

ALTER TABLE ONLY public.access_event ATTACH PARTITION public.access_event_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');

ALTER TABLE ONLY public.access_event ATTACH PARTITION public.access_event_2026_12 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');

ALTER TABLE ONLY public.access_event ATTACH PARTITION public.access_event_2027_01 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');

ALTER TABLE ONLY public.access_event ATTACH PARTITION public.access_event_2027_02 FOR VALUES FROM ('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00');

ALTER TABLE ONLY public.access_event ATTACH PARTITION public.access_event_default DEFAULT;

ALTER TABLE ONLY public.access_event ATTACH PARTITION public.access_event_first FOR VALUES FROM (MINVALUE) TO ('2026-11-01 00:00:00+00');

ALTER TABLE ONLY public.body ATTACH PARTITION public.body_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');

ALTER TABLE ONLY public.body ATTACH PARTITION public.body_2026_12 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');

ALTER TABLE ONLY public.body ATTACH PARTITION public.body_2027_01 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');

ALTER TABLE ONLY public.body ATTACH PARTITION public.body_2027_02 FOR VALUES FROM ('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00');

ALTER TABLE ONLY public.body ATTACH PARTITION public.body_default DEFAULT;

ALTER TABLE ONLY public.body ATTACH PARTITION public.body_first FOR VALUES FROM (MINVALUE) TO ('2026-11-01 00:00:00+00');

ALTER TABLE ONLY public.observation_statement ATTACH PARTITION public.observation_statement_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');

ALTER TABLE ONLY public.observation_statement ATTACH PARTITION public.observation_statement_2026_12 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');

ALTER TABLE ONLY public.observation_statement ATTACH PARTITION public.observation_statement_2027_01 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');

ALTER TABLE ONLY public.observation_statement ATTACH PARTITION public.observation_statement_2027_02 FOR VALUES FROM ('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00');

ALTER TABLE ONLY public.observation_statement ATTACH PARTITION public.observation_statement_default DEFAULT;

ALTER TABLE ONLY public.observation_statement ATTACH PARTITION public.observation_statement_first FOR VALUES FROM (MINVALUE) TO ('2026-11-01 00:00:00+00');

INSERT INTO public.access_event_2026_11 VALUES
	(4, '2026-11-26 21:55:51.32+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-188', NULL, '\x961cbe227de0b03a4d5c857efc61737c17085797ca2ac8fce1203d1e89829d48', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35312e3332305a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313838225d2c22726571756573744964223a2264333964346237382d666566342d343864332d383133662d353237643737613031393730222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(5, '2026-11-26 21:55:51.316+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-92', NULL, '\x72bfd34be08ca71b0b5e6444eaaa4ffa9ff947d16d240e0be139ec9f83363b8d', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35312e3331365a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d3932225d2c22726571756573744964223a2238643962333563322d613830382d343264332d396264362d393363323561343666363565222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(6, '2026-11-26 21:55:51.446+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-148', NULL, '\xcf4a735cef8cb5f2f57d48480acf71559de739c56454571d72d6298de4cf605a', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35312e3434365a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313438225d2c22726571756573744964223a2261653131323561312d303531642d343837382d616632652d343831366332656566333134222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(10, '2026-11-26 21:55:52.152+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-76', NULL, '\xe1ac07d27621076dd87150332cc17676716489da15509eae13d01e78ec87590d', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35322e3135325a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d3736225d2c22726571756573744964223a2238626635333439372d653365352d343533322d383763372d313036356563343137653965222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(12, '2026-11-26 21:55:52.25+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-172', NULL, '\xf1b8055b22578c0d02f85ceb4ed777dde574501fe29a6d3acbde2e9dead814ec', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35322e3235305a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313732225d2c22726571756573744964223a2262343636333637332d656230302d346166352d393830662d616633353562656236623363222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(13, '2026-11-26 21:55:52.159+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-164', NULL, '\x4b6b6007602a3b78197feab59f830c2d447edc1c404540412e5e8aed1efaeae9', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35322e3135395a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313634225d2c22726571756573744964223a2233613530353933312d373335312d343139342d393930302d333934343731653231666631222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(14, '2026-11-26 21:55:52.322+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-60', NULL, '\xe8fb988bfccee9c79d2895bac08fcb80fddd9b171f2bff82e3bbc2092c123691', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35322e3332325a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d3630225d2c22726571756573744964223a2232616135343434322d316639382d346334312d616166632d303235343264323031356566222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(16, '2026-11-26 21:55:52.838+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-52', NULL, '\x7ac62c2abd5315711cb1a27346b7ff939f7b25e7df40a36daa1d0dd7cef6c703', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35322e3833385a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d3532225d2c22726571756573744964223a2263353232653935382d343439662d343931362d383830332d356163393835336630663934222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(18, '2026-11-26 21:55:54.728+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-128', NULL, '\x39623f5e27b2bc6a392db6886b650a82a682c3700adc6195af45609c5a52a0a8', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35342e3732385a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313238225d2c22726571756573744964223a2263646233656630302d616437622d346431372d613234302d383639633932343261353839222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(22, '2026-11-26 21:55:55.55+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-180', NULL, '\x9f60a4885d60be809021ca9e639d6c2487015b4760903fd1778f60f87d4a608e', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35352e3535305a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313830225d2c22726571756573744964223a2239386664343338392d313636632d343339662d623062322d643064626465316434333232222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(23, '2026-11-26 21:55:55.567+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-189', NULL, '\xaf0442476b7147ccdc615ecb18e01627a3e991b147e23f13a336d7fd71cff0a2', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35352e3536375a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313839225d2c22726571756573744964223a2235303965636335312d623135312d343033312d383363642d323562323264663565366636222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(24, '2026-11-26 21:55:55.148+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-106', NULL, '\xd0fa7324881ed2bef476952bf58be7e48440c211236ba293f328a06a56a0fef1', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35352e3134385a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313036225d2c22726571756573744964223a2233333236623433342d666462312d346361622d386266342d373065343239363466626537222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(26, '2026-11-26 21:55:55.879+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-115', NULL, '\xb8565da508b52b36a573ecc62c276eeb5b2e1aa9f118b42b74ef5695cbf833c3', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35352e3837395a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313135225d2c22726571756573744964223a2235633366303064362d363438632d343362612d623166632d336433326233646637616637222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(27, '2026-11-26 21:55:56.636+00', 'LIST_RECORDS', 'ALLOWED', 'subject-1', 'drill', NULL, '{drill-92,drill-76,drill-60,drill-52,drill-188}', '\xdd01afe2e86c166b26e61b1119ec6da313cc5de85405edc75afd585bfc097f0b', '\x7b22616374696f6e223a224c4953545f5245434f524453222c226174223a22323032362d31312d32365432313a35353a35362e3633365a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a227061676553697a653d35222c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d3932222c226472696c6c2d3736222c226472696c6c2d3630222c226472696c6c2d3532222c226472696c6c2d313838225d2c22726571756573744964223a2239653533643965332d383337372d343761662d613833312d663937616434623031366138222c22726573756c74436f756e74223a352c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(30, '2026-11-26 21:55:57.09+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-41', NULL, '\xdb6d5bf962a6255c2fb8f8336124c6302e62ebdaa29106979550234200d888f2', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35372e3039305a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d3431225d2c22726571756573744964223a2265376665633535332d363663392d343230342d616637352d386437663663373163633431222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(31, '2026-11-26 21:55:57.078+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-54', NULL, '\xafef18e9874ecfe24aa96bf30fc5a826534cf127e68668eb30b4ed2e58ca85a2', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35372e3037385a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d3534225d2c22726571756573744964223a2236646635336331352d393433322d346263342d386662632d313662373763383563373565222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(34, '2026-11-26 21:55:57.379+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-167', NULL, '\xac13dc74c2d4b1db341354df3f4f00488045acdd6429b6ee837457d5da0aed4b', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35372e3337395a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313637225d2c22726571756573744964223a2233386164323330632d613131612d343036612d626461362d326339333135353930336563222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(37, '2026-11-26 21:55:57.63+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-119', NULL, '\xc9fa09365f3cfd18bfb15d8bca306c2e4c8d8e4a1414a3e80d29a69e1d9497f2', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35372e3633305a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d313139225d2c22726571756573744964223a2239376230306531662d366537322d343430312d386564632d623132326431353134643130222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(36, '2026-11-26 21:55:57.61+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-49', NULL, '\xeebfcff05d803373a348325a53f73bdaa5cbccd7989c6f4e2ed4f5c4e19bd416', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35372e3631305a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d3439225d2c22726571756573744964223a2264326630373265332d343239632d343732612d613939652d633833646437366431643436222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(45, '2026-11-26 21:56:00.888+00', 'READ_LEDGER_CHECK', 'ALLOWED', 'subject-1', 'drill', NULL, NULL, '\x25e48faf85d5a7f2c07283e97ab3708bdb6c20685518c4cef90488e82addccf5', '\x7b22616374696f6e223a22524541445f4c45444745525f434845434b222c226174223a22323032362d31312d32365432313a35363a30302e3838385a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a226e756d6265723d31222c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b5d2c22726571756573744964223a2239353936616631342d353865342d346366352d626436642d323566316561343066633933222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224170616368652d48747470436c69656e742f342e352e313420284a6176612f31372e302e313529222c2276223a327d'),
	(39, '2026-11-26 21:55:57.906+00', 'REFRESH_RECORD', 'ALLOWED', 'subject-1', 'drill', 'drill-91', NULL, '\x930bf84566d8ba1e9cabf60a491cea7af9c05857ed45de25357eca525790a0a6', '\x7b22616374696f6e223a22524546524553485f5245434f5244222c226174223a22323032362d31312d32365432313a35353a35372e3930365a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b226472696c6c2d3931225d2c22726571756573744964223a2230666139333963302d626332342d343861322d623231652d646462383331366634626639222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224a6176612d687474702d636c69656e742f31372e302e3135222c2276223a327d'),
	(41, '2026-11-26 21:55:58.988+00', 'SUBMIT_OBSERVATION', 'ALLOWED', 'subject-1', 'drill', 'handed-in-flat-passed', NULL, '\x352022fa11022b91add00bb1baee040765b95d47dfcc81c55dbdc1654bf6c944', '\x7b22616374696f6e223a225355424d49545f4f42534552564154494f4e222c226174223a22323032362d31312d32365432313a35353a35382e3938385a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b2268616e6465642d696e2d666c61742d706173736564225d2c22726571756573744964223a2236343264386665352d613133362d343034322d386534312d393962386635623130663938222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224170616368652d48747470436c69656e742f342e352e313420284a6176612f31372e302e313529222c2276223a327d'),
	(44, '2026-11-26 21:56:00.086+00', 'CHECK_LEDGER', 'ALLOWED', 'subject-1', 'drill', NULL, NULL, '\xc18d950e6f93e57af11ff3cb9b0895f32275ac1f431cd94dc144e4535b3cc81b', '\x7b22616374696f6e223a22434845434b5f4c4544474552222c226174223a22323032362d31312d32365432313a35363a30302e3038365a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b5d2c22726571756573744964223a2236346637353033362d653538612d343632612d396433382d616631376663623863656134222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224170616368652d48747470436c69656e742f342e352e313420284a6176612f31372e302e313529222c2276223a327d'),
	(47, '2026-11-26 21:56:05.002+00', 'READ_LEDGER_CHECK', 'ALLOWED', 'subject-1', 'drill', NULL, NULL, '\x857c15ae3ef214699afd681d5b7dce3ccf57d533c74e063149c4776212e67101', '\x7b22616374696f6e223a22524541445f4c45444745525f434845434b222c226174223a22323032362d31312d32365432313a35363a30352e3030325a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a226e756d6265723d31222c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b5d2c22726571756573744964223a2263356330356564662d336233352d343439622d386335312d376231313830393361633031222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224170616368652d48747470436c69656e742f342e352e313420284a6176612f31372e302e313529222c2276223a327d'),
	(43, '2026-11-26 21:55:59.669+00', 'SUBMIT_OBSERVATION', 'ALLOWED', 'subject-1', 'drill', 'handed-in-nested', NULL, '\x81124c1e114e1d1448e0ebc91b7ef1129453e8a5dd37a0940ede97b8a513c415', '\x7b22616374696f6e223a225355424d49545f4f42534552564154494f4e222c226174223a22323032362d31312d32365432313a35353a35392e3636395a222c22636c69656e744964223a22636f6d706c69616e63652d617070222c2266696c746572223a6e756c6c2c22697373756572223a22687474703a2f2f3132372e302e302e313a3431323331222c226b696e64223a226163636573732d6576656e74222c226f62736572766174696f6e223a6e756c6c2c226f7574636f6d65223a22414c4c4f574544222c2270726f626c656d223a6e756c6c2c22707572706f7365223a226472696c6c222c227265636f7264496473223a5b2268616e6465642d696e2d6e6573746564225d2c22726571756573744964223a2233333838396531372d363762302d343562352d383535362d373536356235656431393364222c22726573756c74436f756e74223a6e756c6c2c22726573756c74446967657374223a6e756c6c2c22726f6c6573223a5b2261756469746f72222c226f70657261746f72222c22766965776572225d2c22736f7572636541646472657373223a223132372e302e302e31222c227375626a656374223a227375626a6563742d31222c2274726163654964223a6e756c6c2c22757365724167656e74223a224170616368652d48747470436c69656e742f342e352e313420284a6176612f31372e302e313529222c2276223a327d');

INSERT INTO public.body_2026_11 VALUES
	('drill-188', 1, '2026-11-26 21:55:50.605+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313838222c22737461747573223a227374617475732d31227d2c227369676e6174757265223a7b226d657373616765223a22616e737765722034227d7d', '\x598d5b2bff3b907904dc8a305ffb67d678331cc766a1bf0b9b20af461047126b', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:49 GMT"}'),
	('drill-92', 1, '2026-11-26 21:55:50.586+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d3932222c22737461747573223a227374617475732d32227d2c227369676e6174757265223a7b226d657373616765223a22616e737765722037227d7d', '\xbe7a47663ada16f93caf5cb048edd25e4a4988fb3aa41d451222a0e3a3fb3fb4', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:49 GMT"}'),
	('drill-148', 1, '2026-11-26 21:55:51.003+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313438222c22737461747573223a227374617475732d30227d2c227369676e6174757265223a7b226d657373616765223a22616e737765722031227d7d', '\x6d3982d20d3fc0321ac54d4cc55b42bdb83760d21bb5727dc9b4b59764b19514', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:49 GMT"}'),
	('drill-164', 1, '2026-11-26 21:55:50.967+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313634222c22737461747573223a227374617475732d32227d2c227369676e6174757265223a7b226d657373616765223a22616e737765722036227d7d', '\xf3b0c512c426b635e0d2d1aad4a1be52ab920a870222afd1871d5208d512e117', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:49 GMT"}'),
	('drill-76', 1, '2026-11-26 21:55:50.914+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d3736222c22737461747573223a227374617475732d31227d2c227369676e6174757265223a7b226d657373616765223a22616e737765722035227d7d', '\x407e1caab019155f64a76308b5485ea9f06081c03c01b647db27b8b0868fa014', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:49 GMT"}'),
	('drill-172', 1, '2026-11-26 21:55:51.12+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313732222c22737461747573223a227374617475732d32227d2c227369676e6174757265223a7b226d657373616765223a22616e737765722038227d7d', '\xc329c02ff2ab7566f0adbcc272e5b1dcefec7fa02ae85eab84188f368f495dc5', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:50 GMT"}'),
	('drill-60', 1, '2026-11-26 21:55:51.039+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d3630222c22737461747573223a227374617475732d31227d2c227369676e6174757265223a7b226d657373616765223a22616e737765722033227d7d', '\x3af85e0423207bb473ca0527f4af7278741317c6c551dba8feb5ac735f53154e', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:49 GMT"}'),
	('drill-52', 1, '2026-11-26 21:55:51.032+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d3532222c22737461747573223a227374617475732d30227d2c227369676e6174757265223a7b226d657373616765223a22616e737765722032227d7d', '\xf8fbeab0b0e5b1b0e924282b37b0635a888ae6d3e879cbad86e0346e71d48e4e', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:49 GMT"}'),
	('drill-128', 1, '2026-11-26 21:55:53.887+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313238222c22737461747573223a227374617475732d34227d2c227369676e6174757265223a7b226d657373616765223a22616e73776572203132227d7d', '\x6b807c04c2b3afa4b2ed7c28e1264c623695f96b5f6d067442d795adc6e0fc24', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:53 GMT"}'),
	('drill-106', 1, '2026-11-26 21:55:54.075+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313036222c22737461747573223a227374617475732d33227d2c227369676e6174757265223a7b226d657373616765223a22616e737765722039227d7d', '\x7da75f6532157c7356e640a7bb4bf6135b32153e944efbbd55f68fc5276cff8a', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:53 GMT"}'),
	('drill-180', 1, '2026-11-26 21:55:54.97+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313830222c22737461747573223a227374617475732d35227d2c227369676e6174757265223a7b226d657373616765223a22616e73776572203135227d7d', '\xd2eb2e28d0cad4696092cad548ddc898785d3c661a0fd74f4dae684b795a85e4', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:54 GMT"}'),
	('drill-189', 1, '2026-11-26 21:55:54.765+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313839222c22737461747573223a227374617475732d34227d2c227369676e6174757265223a7b226d657373616765223a22616e73776572203134227d7d', '\xefe079f7af8d06854d7c62849a158be8a6f9f90b1f95a6b5248c1100f382b527', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:53 GMT"}'),
	('drill-115', 1, '2026-11-26 21:55:54.933+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313135222c22737461747573223a227374617475732d34227d2c227369676e6174757265223a7b226d657373616765223a22616e73776572203133227d7d', '\x67ec9cd614291ff6072f92b669392943a7bf44809be4125fef19d6641af8260b', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:53 GMT"}'),
	('drill-54', 1, '2026-11-26 21:55:54.51+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d3534222c22737461747573223a227374617475732d33227d2c227369676e6174757265223a7b226d657373616765223a22616e73776572203130227d7d', '\x1400f38b0fbd62cb5c93a791f79a43b48e80b2a38eb2fbae44daa8306682bdf6', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:53 GMT"}'),
	('drill-41', 1, '2026-11-26 21:55:54.437+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d3431222c22737461747573223a227374617475732d33227d2c227369676e6174757265223a7b226d657373616765223a22616e73776572203131227d7d', '\x75c47ca6191d26f3da8e43d81f432526b91571ec334c504e8a484dd53748bf8b', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:53 GMT"}'),
	('drill-167', 1, '2026-11-26 21:55:56.532+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313637222c22737461747573223a227374617475732d35227d2c227369676e6174757265223a7b226d657373616765223a22616e73776572203136227d7d', '\xe381263b092e92c1e552577e1f0059173dad1fd5bd756ef47a7c7abb4de442f7', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:55 GMT"}'),
	('drill-49', 1, '2026-11-26 21:55:57.249+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d3439222c22737461747573223a227374617475732d35227d2c227369676e6174757265223a7b226d657373616765223a22616e73776572203137227d7d', '\x01ae8ecd4ef0b45d739fbdb1d206dcf59fc7098a2413737671d990974c36b9ab', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:56 GMT"}'),
	('drill-119', 1, '2026-11-26 21:55:57.322+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d313139222c22737461747573223a227374617475732d36227d2c227369676e6174757265223a7b226d657373616765223a22616e73776572203138227d7d', '\x7e29a32f91956bb560beee977c6de0e18790edaea6883fcde0a41b0ad8fd0732', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:56 GMT"}'),
	('drill-91', 1, '2026-11-26 21:55:57.649+00', '\x7b2264617461223a7b225f6964223a226472696c6c2d3931222c22737461747573223a227374617475732d36227d2c227369676e6174757265223a7b226d657373616765223a22616e73776572203139227d7d', '\x775b38d5bc9cb52ef7d79ce9dc08ee90563627d4bbb554bbe80b5ad7f6170b8b', 'application/json; charset=utf-8', '{"date": "Thu, 26 Nov 2026 21:55:57 GMT"}'),
	('handed-in-flat-passed', 1, '2026-11-26 21:55:58.913+00', '\x7b0a20202264617461223a207b0a20202020225f6964223a202268616e6465642d696e2d666c61742d706173736564222c0a2020202022636c69656e74223a2022363261316232633364346535663630373138323933613462222c0a2020202022696d6167655361766564223a20747275652c0a2020202022696d61676555726c223a202268747470733a2f2f63646e2e7665726966696b2e6578616d706c652f646f63756d656e742d6c6976656e6573732f646f63756d656e742d6c6976656e6573732d31373631363134363733343137222c0a202020202276616c696461746553637265656e5265706c6179223a20747275652c0a202020202276616c69646174655072696e746564436f7079223a20747275652c0a202020202276616c6964617465506f727472616974537562737469747574696f6e223a20747275652c0a202020202276616c69646174654469676974616c4d616e6970756c6174696f6e223a20747275652c0a2020202022737265656e5265706c617953636f7265223a20302e343230313030372c0a20202020227072696e746564436f707953636f7265223a20322e373430313933312c0a2020202022706f727472616974537562737469747574696f6e53636f7265223a2031302e373235303833342c0a20202020226469676974616c4d616e6970756c6174696f6e53636f7265223a202d302e313231343730392c0a202020202273637265656e5265706c617950726f626162696c697479223a20302e363033342c0a20202020227072696e746564436f707950726f626162696c697479223a20302e393339332c0a2020202022706f727472616974537562737469747574696f6e50726f626162696c697479223a20302e393939393738302c0a20202020226469676974616c4d616e6970756c6174696f6e50726f626162696c697479223a20302e343639362c0a2020202022737265656e5265706c617943616c6962726174696f6e223a2022524547554c4152222c0a20202020227072696e746564436f707943616c6962726174696f6e223a2022524547554c4152222c0a2020202022706f727472616974537562737469747574696f6e43616c6962726174696f6e223a2022534f4654222c0a20202020226469676974616c4d616e6970756c6174696f6e43616c6962726174696f6e223a2022524547554c4152222c0a202020202269676e6f7265446f63756d656e7443726f7070656456616c69646174696f6e223a2066616c73652c0a202020202269676e6f7265436f6c6f75724c65737356616c69646174696f6e223a2066616c73652c0a202020202273637265656e5265706c61795761726e696e6773223a205b5d2c0a20202020227072696e746564436f70795761726e696e6773223a205b5d2c0a2020202022706f727472616974537562737469747574696f6e5761726e696e6773223a205b5d2c0a20202020226469676974616c4d616e6970756c6174696f6e5761726e696e6773223a205b5d2c0a202020202273637265656e5265706c61794572726f7273223a205b5d2c0a20202020227072696e746564436f70794572726f7273223a205b5d2c0a2020202022706f727472616974537562737469747574696f6e4572726f7273223a205b5d2c0a20202020226469676974616c4d616e6970756c6174696f6e4572726f7273223a205b5d2c0a20202020226167677265676174656453636f7265223a20302e353231302c0a202020202269734c697665223a20747275652c0a20202020226167677265676174655761726e696e6773223a205b5d2c0a2020202022637265617465644174223a2022323032352d31302d32385430313a32343a33332e3431375a222c0a2020202022757064617465644174223a2022323032352d31302d32385430313a32343a33332e3431375a222c0a20202020225f5f76223a20300a20207d0a7d0a', '\xd2276d4ce3a7d04ebd43fd122b5c4186613853f901bd3fb1cbe39eeb2d7c4667', 'application/json', '{}'),
	('handed-in-nested', 1, '2026-11-26 21:55:59.571+00', '\x7b0a20202273756363657373223a20747275652c0a20202264617461223a207b0a20202020225f6964223a202268616e6465642d696e2d6e6573746564222c0a2020202022636c69656e74223a2022636c69656e745f313233343536373839222c0a2020202022617070526567697374726174696f6e223a20226170705f726567697374726174696f6e5f313233343536373839222c0a2020202022696d6167655361766564223a20747275652c0a2020202022696d61676555726c223a202268747470733a2f2f63646e2e7665726966696b2e6578616d706c652f646f63756d656e742d6c6976656e6573732f646f63756d656e742d6c6976656e6573732d31373035333134363030303030222c0a2020202022737461747573223a2022636f6d706c65746564222c0a202020202276616c69646174696f6e526573756c7473223a207b0a2020202020202273637265656e5265706c6179223a207b0a202020202020202022706173736564223a20747275652c0a20202020202020202273636f7265223a20302e39352c0a20202020202020202264657461696c73223a20224e6f2073637265656e207265706c6179206465746563746564220a2020202020207d2c0a202020202020227072696e746564436f7079223a207b0a202020202020202022706173736564223a20747275652c0a20202020202020202273636f7265223a20302e39302c0a20202020202020202264657461696c73223a2022446f63756d656e74206170706561727320746f206265206f726967696e616c220a2020202020207d2c0a20202020202022706f727472616974537562737469747574696f6e223a207b0a202020202020202022706173736564223a20747275652c0a20202020202020202273636f7265223a20302e38382c0a20202020202020202264657461696c73223a20224e6f20706f72747261697420737562737469747574696f6e206465746563746564220a2020202020207d2c0a202020202020226469676974616c4d616e6970756c6174696f6e223a207b0a202020202020202022706173736564223a20747275652c0a20202020202020202273636f7265223a20302e39322c0a20202020202020202264657461696c73223a20224e6f206469676974616c206d616e6970756c6174696f6e206465746563746564220a2020202020207d0a202020207d2c0a202020202263616c6962726174696f6e53657474696e6773223a207b0a2020202020202273637265656e5265706c617943616c6962726174696f6e223a2022524547554c4152222c0a202020202020227072696e746564436f707943616c6962726174696f6e223a2022524547554c4152222c0a20202020202022706f727472616974537562737469747574696f6e43616c6962726174696f6e223a2022524547554c4152220a202020207d2c0a202020202276616c69646174696f6e466c616773223a207b0a2020202020202269676e6f7265446f63756d656e7443726f7070656456616c69646174696f6e223a2066616c73652c0a2020202020202269676e6f7265436f6c6f75724c65737356616c69646174696f6e223a2066616c73650a202020207d2c0a20202020227269736b53636f7265223a20302e30352c0a2020202022636f6e666964656e6365223a20302e39312c0a2020202022637265617465644174223a2022323032342d30312d31355431303a33303a30305a222c0a2020202022757064617465644174223a2022323032342d30312d31355431303a33323a30305a222c0a2020202022636f6d706c657465644174223a2022323032342d30312d31355431303a33323a30305a220a20207d2c0a2020227369676e6174757265223a207b0a20202020226461746554696d65223a2022417072696c2031312c20323032332031323a323520504d222c0a20202020226d657373616765223a2022436572746966696564206279205665726966696b2e636f220a20207d0a7d0a', '\xd18be4861f93a28b4ac802a8d6a06ddd65c9d21701a5d2ec65053da047c0a549', 'application/json', '{}');

INSERT INTO public.content_profile OVERRIDING SYSTEM VALUE VALUES
	(1, '\x6b43b909a78adf91b94f4f06b675c504b9a85368d3e2f7c329125baeb1b0b5e7', 'status-1', NULL, 'NESTED', '{}', '{}', '{}', '{}', '{}', '{}'),
	(2, '\xc3f3e7dd51c977178e991a95ef349247768e072e73232550c0a6f79ad77eaff3', 'status-2', NULL, 'NESTED', '{}', '{}', '{}', '{}', '{}', '{}'),
	(5, '\xda33d8d9111b78167dff1e3d32f2597aa94b353d9f332a0ce1348abf029c6214', 'status-0', NULL, 'NESTED', '{}', '{}', '{}', '{}', '{}', '{}'),
	(9, '\x5b9c50d11e60bc8396c9b0815b857b24746dfc9780c49777feecc61f75bed748', 'status-4', NULL, 'NESTED', '{}', '{}', '{}', '{}', '{}', '{}'),
	(10, '\xf70a79ff221c5243df5a6eb45aea35434b814650ac7326f055415a63b2efc59d', 'status-3', NULL, 'NESTED', '{}', '{}', '{}', '{}', '{}', '{}'),
	(14, '\x1fbd5a730c2d12dde877c018c0e98022a4d33c50eb66954e8a7e98dd3aa4fe70', 'status-5', NULL, 'NESTED', '{}', '{}', '{}', '{}', '{}', '{}'),
	(15, '\xd00a6d7e5d9b6c322eeba00ac0996abadbde93311c79082496d35d33d8cfd15a', 'status-6', NULL, 'NESTED', '{}', '{}', '{}', '{}', '{}', '{}'),
	(17, '\x678351066287fe6875114fe3334948f5a89450e5d817bfe7723bf42633743ecf', NULL, true, 'FLAT', '{digitalManipulation,portraitSubstitution,printedCopy,screenReplay}', '{}', '{digitalManipulation:REGULAR,portraitSubstitution:SOFT,printedCopy:REGULAR,screenReplay:REGULAR}', '{}', '{}', '{aggregateProbability,createdAt}'),
	(18, '\xd2f4298c8a9143b4b10bdc4098a1c5dcb169330612615c7c484c701769be75c0', 'completed', true, 'NESTED', '{digitalManipulation,portraitSubstitution,printedCopy,screenReplay}', '{}', '{portraitSubstitution:REGULAR,printedCopy:REGULAR,screenReplay:REGULAR}', '{}', '{}', '{completedAt,confidence,createdAt,riskScore}');

INSERT INTO public.flyway_schema_history VALUES
	(1, '0001', 'record', 'SQL', 'db/migration/V0001__record.sql', 1657812551, 'liveness_owner', '2026-11-26 21:55:12.44933', 468, true),
	(2, '0002', 'lease', 'SQL', 'db/migration/V0002__lease.sql', 1549323649, 'liveness_owner', '2026-11-26 21:55:13.421318', 12, true),
	(3, '0003', 'ledger', 'SQL', 'db/migration/V0003__ledger.sql', 658197283, 'liveness_owner', '2026-11-26 21:55:13.545241', 157, true),
	(4, '0004', 'statement', 'SQL', 'db/migration/V0004__statement.sql', 375945411, 'liveness_owner', '2026-11-26 21:55:13.774525', 57, true),
	(5, '0005', 'ledger check', 'SQL', 'db/migration/V0005__ledger_check.sql', 373754424, 'liveness_owner', '2026-11-26 21:55:13.907946', 129, true),
	(6, '0006', 'access event', 'SQL', 'db/migration/V0006__access_event.sql', -1635810675, 'liveness_owner', '2026-11-26 21:55:14.118584', 86, true),
	(7, '0007', 'record client', 'SQL', 'db/migration/V0007__record_client.sql', -817953707, 'liveness_owner', '2026-11-26 21:55:14.26285', 16, true),
	(8, '0008', 'search', 'SQL', 'db/migration/V0008__search.sql', -386255908, 'liveness_owner', '2026-11-26 21:55:14.370371', 248, true),
	(9, '0009', 'page token key', 'SQL', 'db/migration/V0009__page_token_key.sql', -1641803169, 'liveness_owner', '2026-11-26 21:55:14.865295', 17, true),
	(10, '0010', 'partition', 'SQL', 'db/migration/V0010__partition.sql', 123946102, 'liveness_owner', '2026-11-26 21:55:14.911833', 711, true),
	(11, '0011', 'sample', 'SQL', 'db/migration/V0011__sample.sql', -2060707349, 'liveness_owner', '2026-11-26 21:55:15.753234', 253, true),
	(12, '0012', 'change', 'SQL', 'db/migration/V0012__change.sql', 523502936, 'liveness_owner', '2026-11-26 21:55:16.038452', 289, true),
	(13, '0013', 'vendor', 'SQL', 'db/migration/V0013__vendor.sql', 1425249721, 'liveness_owner', '2026-11-26 21:55:16.393348', 81, true);

INSERT INTO public.lease VALUES
	('partitions', '23064 ed6798f1-2ce4-4d4f-b8e7-853313bdbf67', 1, '2026-11-26 21:55:29.371262+00'),
	('record-statistic', '23064 ed6798f1-2ce4-4d4f-b8e7-853313bdbf67', 1, '2026-11-26 21:56:19.741428+00'),
	('ledger-check', '23064 ed6798f1-2ce4-4d4f-b8e7-853313bdbf67', 1, '2026-11-26 21:56:01.961379+00'),
	('sequencer', '23064 ed6798f1-2ce4-4d4f-b8e7-853313bdbf67', 1, '2026-11-26 21:56:06.142241+00');

INSERT INTO public.ledger_check OVERRIDING SYSTEM VALUE VALUES
	(1, 'REQUESTED', 'PASSED', '2026-11-26 21:56:00.065+00', '2026-11-26 21:56:00.482+00', '2026-11-26 21:56:01.882+00', 43, '\xe88dde5354693919a65d04e8021e4c9a994d21971a99aaf4e069e000c74b5405', 43, 0, '[]', 46, '\x09ca40b83b1e47b106f9a0c48e176a6ce49b3bd2e11d38109a40d3366f9e8361', '\x7b2266696e64696e6773223a5b5d2c2266696e64696e6773546f74616c223a302c2266696e69736865644174223a22323032362d31312d32365432313a35363a30312e3838325a222c226b696e64223a22636865636b222c226c6561766573436865636b6564223a34332c226e756d626572223a312c227265717565737465644174223a22323032362d31312d32365432313a35363a30302e3036355a222c22726f6f7448617368223a2236493365553152704f526d6d5851546f4168354d6d706c4e495a63616d61723034476e67414d644c5641553d222c22737461727465644174223a22323032362d31312d32365432313a35363a30302e3438325a222c227374617465223a22504153534544222c227472656553697a65223a34332c2274726967676572223a22524551554553544544222c2276223a317d');

INSERT INTO public.ledger_checkpoint VALUES
	(1, 0, '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'liveness-ledger.invalid/log
0
47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

— liveness-ledger.invalid/log
', '2026-11-26 21:55:29.432+00'),
	(2, 6, '\xf69e96560b4408c82d3fc07ea5ef5592933efc8e7d415f901e6f0a76cd12c24c', 'liveness-ledger.invalid/log
6
9p6WVgtECMgtP8B+pe9VkpM+/I59QV+QHm8Kds0Swkw=

— liveness-ledger.invalid/log
', '2026-11-26 21:55:52.347+00'),
	(3, 16, '\x5c0537d4f653e277d4dc57924a3cee09eb25d7a5fe85e0edcc6f198edb2480d4', 'liveness-ledger.invalid/log
16
XAU31PZT4nfU3FeSSjzuCesl16X+heDtzG8ZjtskgNQ=

— liveness-ledger.invalid/log
', '2026-11-26 21:55:54.736+00'),
	(4, 22, '\xacf636859bec55f9b494119e148189f937ed6352727026ce159facaea059e126', 'liveness-ledger.invalid/log
22
rPY2hZvsVfm0lBGeFIGJ+TftY1JycCbOFZ+srqBZ4SY=

— liveness-ledger.invalid/log
', '2026-11-26 21:55:56.418+00'),
	(5, 27, '\xb59d676892823e9a5df0945e71527b3ad982f329f1ae29f2a9c31b94e9813c22', 'liveness-ledger.invalid/log
27
tZ1naJKCPppd8JRecVJ7OtmC8ynxrinyqcMblOmBPCI=

— liveness-ledger.invalid/log
', '2026-11-26 21:55:57.44+00'),
	(6, 37, '\x7963d0849b3bfecea54814c1f445781239c9aabe7df14ed7a7b5ee0dc7822210', 'liveness-ledger.invalid/log
37
eWPQhJs7/s6lSBTB9EV4EjnJqr598U7Xp7XuDceCIhA=

— liveness-ledger.invalid/log
', '2026-11-26 21:55:58.031+00'),
	(7, 39, '\x00518d9e11a9b207bda4fbf15a3f604551c43c8bbeeaebb6353c8b90030eeec9', 'liveness-ledger.invalid/log
39
AFGNnhGpsge9pPvxWj9gRVHEPIu+6uu2NTyLkAMO7sk=

— liveness-ledger.invalid/log
', '2026-11-26 21:55:58.391+00'),
	(8, 41, '\x11cc706bf0f5daaee3d51077765693ef2ae5d9ddc1226b4403dd401f165c280d', 'liveness-ledger.invalid/log
41
Ecxwa/D12q7j1RB3dlaT7yrl2d3BImtEA91AHxZcKA0=

— liveness-ledger.invalid/log
', '2026-11-26 21:55:59.102+00'),
	(9, 43, '\xe88dde5354693919a65d04e8021e4c9a994d21971a99aaf4e069e000c74b5405', 'liveness-ledger.invalid/log
43
6I3eU1RpORmmXQToAh5MmplNIZcamar04GngAMdLVAU=

— liveness-ledger.invalid/log
', '2026-11-26 21:55:59.756+00'),
	(10, 44, '\xce7b1f81c98b4ac7aeed5281a238a01130d31b1f6cc8de10be7ff542c2042cc2', 'liveness-ledger.invalid/log
44
znsfgcmLSseu7VKBojigETDTGx9syN4Qvn/1QsIELMI=

— liveness-ledger.invalid/log
', '2026-11-26 21:56:00.464+00'),
	(11, 45, '\x68223449e1032e807420e22ff49f4e367f4a191fb5cd03196f85c0cc8fea5443', 'liveness-ledger.invalid/log
45
aCI0SeEDLoB0IOIv9J9ONn9KGR+1zQMZb4XAzI/qVEM=

— liveness-ledger.invalid/log
', '2026-11-26 21:56:01.482+00'),
	(12, 46, '\xeed6728259a65f033c59d81226b4fa9a1c600cb6f19fbf7c284210ef83fcc06b', 'liveness-ledger.invalid/log
46
7tZyglmmXwM8WdgSJrT6mhxgDLbxn798KEIQ74P8wGs=

— liveness-ledger.invalid/log
', '2026-11-26 21:56:02.028+00'),
	(13, 47, '\xf0432586a793a4963e7f6e2f301d533364a454644feda06f128ccca61145a504', 'liveness-ledger.invalid/log
47
8EMlhqeTpJY+f24vMB1TM2SkVGRP7aBvEozMphFFpQQ=

— liveness-ledger.invalid/log
', '2026-11-26 21:56:05.466+00');

INSERT INTO public.ledger_edge VALUES
	(0, 0, '\x5aad46abec8b24151cb3d17ce681f1a0cb9f9fc7d696626cf11e1382a97e4980c6232756b03c19c72ba4eef7bda12eb9418120d898b2e40a10052cfcf7da4c2b52a541c066fa592f6f00896307559c94d9cf8a9b61594adf895d6b36a7c579c1cf5bf84f4edebef65023b0df450e0db68944539b7555a0b20536f12b5b44c8d5dd1f4e4ae869d583cc56e2a81f08c21bc2aa0e02ba997fafaea56a26793cb85731c359a013ce7b1aafedcf5956bc05f5bc6f0b6fc785855a474c2a5b5b37f514ec134784502a12b50431eea508631adc81e1f24eaf6b7fc83415b10c28298e213633495649d42b2e7a55ac480211ab366c8925f696e412f362feade235aee126a2c2c733d52465d9133b12a02930f39e1088b16748a3b21e88264bc6bf8308861ea1ce536f228b2d118b9a062508e58bf525de939d52437b56aa442e4bc089ce9f8aa236595fd9026d03fdb2eb616e46554a782606ac4c8e0980f7856b2c6c94f4cf69411aafda36b6e32a3a56e8e2f58b92fa93c19041102b746cb7516265d9daaaf517a01fc273f4202b2dfc2cb0ec5d6f38094b670b260a7c95feae37c0de6a017fd130bdae82021d54cbd572cb4065f0f3b7b2984b81fefb7890558af10ef56d031175a08ee265ce8d86708d0d784f7992471cc7e246280d44eb96a6d9b8b273badc8fa36ccec26616663195d919fe2ae119aabe4b9eefa25834a2a870a434e8e367bd23b83c12554d46855cb244e01457aadc21b0132cb8785b95eda342c27899dd446545e4335f1825058d67a2a3a10c046b0e90c3784f79b3805cf0947689c70ae476c90fc4b10a5f60e8312e22784fd46c08beddbd931b5585f0f99abc2912147a2f934ea694e2c6c0bbb104347002b2b014213efaa21c0ad20ddd152e723e1f99a46df0a42bb675c5947c440aba29effd3fd447acd3bf4bf644d7fcdd2835e31c86c778bd921d23a227162af16d4c12065b059f0de14f8261d9a4f5f18b69b3119ce79a3a8dd8c11ee4b87a81b1e5b0a94dde63e9736eb9fa0b34c26b745ac44b2a25669a4cf513ac445bfa1b16f18755c5f5067e43791af9d5f4d9ea4a958a01cb2480b01af73b56d0bb9e7299a3f90beb2d7aa1c2ffc452132da0702ddd7fcb5c4662226a0fd464235b693866fec7d09bbcd3d5348edd9a4f6b6b7622fa76a9a67e86eb257b3e9cf0e73497e1b0ed47660dfad12503e36cb01c0326659ab8f540ca4f5b1f9dd647f33a194e5e79ec83c100fb6e803206a94f553ad34d744582427d5969efeff1b8b67cec25d24faad945085cc2eb77b4119ef8316312f7ad32cb6fdbdc80d72e05f46a93a650ba19794d8e78f6f7dd5e489f30a1203deb123256b7017388ece8086fd81a17ddce1f15b3620ab51533a05980469ddd71aeb376739f1f9e7cca16d53388798e2f8e0418beba66bd1260bcec925d4dcd91fb6b73834b14f9c1fad82f2a7b6d3c5252894d420025654784b4167dcd44375fb92e16ecee8bf82a79fd4eb4d426f2cc4486ee55e74ed03362d11d31db6d5ac9c80e1185c9295d6a39af2e805b3c204eb5995957d63c681ba659b68bbd751a0e770980821c51354befbecad6dba4a9168c7cf1d07ed4ea2754e3bd0ca1dc1b511f9809df90d9e050788697bc976580e137261f747856a1235a400e54872d42ed8f4dc612831930e20433c0f139841a7382a704c63955e0df1b9cd06869f9a4d9377a122f6e10f80541f712c359eb2d9ded57fd5f782354bc63c4befab0dba0baa85ab59e143634876897bff5688ac40cdb79ee7618fe91beb06947fa5eb0b354ea3641962c451b827918bf24679503753f18e966167da2297c5205fd566ff189d3eaccddb24af85a3ec2807e002f885c1bea6cfa75ae37074f039d99b0bf1e7ef71bfdbebd71e89d0f2a2e13afef4c8e2dc420d44fe67bcb779a04f1a9c72a8b55e595c4d90ddc595472b2f57dc6fe171af4d446572ae20bc4e786ff2614a8d050f0c4a22fc645ff70b700197b0afaf57bbe9fc23fd512610f6651a0176858612e0d27f2e57b21349281c0e4714bec87b3be6471c28286f40556642da7d05b4240c722e4b736da7ca8c34bbcac9ed6ada61d5734f94a746fbbe6fca6314f');

INSERT INTO public.ledger_entry OVERRIDING SYSTEM VALUE VALUES
	(1, '2026-11-26 21:55:51.274289+00', '\x7b226174223a22323032362d31312d32365432313a35353a35302e3538365a222c22636f6d6d69746d656e74223a223044396279756e6249735a376d54786b727a5134564f576c58616b6f6372614c78674255493938327975343d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(2, '2026-11-26 21:55:51.292425+00', '\x7b226174223a22323032362d31312d32365432313a35353a35302e3630355a222c22636f6d6d69746d656e74223a22384a48763254706633436356744b7849305950444e5770686e577042534538714651335244624b6a7358633d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(3, '2026-11-26 21:55:51.394851+00', '\x7b226174223a22323032362d31312d32365432313a35353a35312e3030335a222c22636f6d6d69746d656e74223a22496e586d566634432f71516b4a4e5a757765387077643741546f57454e7242594d736d4679416c4c4b79553d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(4, '2026-11-26 21:55:51.409712+00', '\x7b226174223a22323032362d31312d32365432313a35353a35312e3332305a222c22636f6d6d69746d656e74223a2268345562792f4d4a3844575738594b354e7633324a5574383472744c556f51532f5a7976447a59712f4a413d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(5, '2026-11-26 21:55:51.421779+00', '\x7b226174223a22323032362d31312d32365432313a35353a35312e3331365a222c22636f6d6d69746d656e74223a2239633968655535684f2f5245675352445553776f58746232547257503655586a4f6e68617655716c3031493d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(6, '2026-11-26 21:55:51.484766+00', '\x7b226174223a22323032362d31312d32365432313a35353a35312e3434365a222c22636f6d6d69746d656e74223a223749775a5a7675496258554856465852386a427a2b6c6d5841533956616b2f656475726571324d314c34593d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(7, '2026-11-26 21:55:52.103609+00', '\x7b226174223a22323032362d31312d32365432313a35353a35302e3936375a222c22636f6d6d69746d656e74223a222b322f4c32715267505031715872325576786c765a7a72384346747453786d6e4b63393047315a565449383d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(8, '2026-11-26 21:55:52.131922+00', '\x7b226174223a22323032362d31312d32365432313a35353a35302e3931345a222c22636f6d6d69746d656e74223a226f6f48487242306a61486e373371794346646657322b646d3243314465477a73376950582b682b4a7547513d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(9, '2026-11-26 21:55:52.160699+00', '\x7b226174223a22323032362d31312d32365432313a35353a35312e3132305a222c22636f6d6d69746d656e74223a22656e35726c364d53354d45624e477a4748504b52466779356f4e73546b616572322b486964506c2b71346f3d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(10, '2026-11-26 21:55:52.205487+00', '\x7b226174223a22323032362d31312d32365432313a35353a35322e3135325a222c22636f6d6d69746d656e74223a22354a52465a454b4f63327030376e44734e684c516769486a7863777a666b64747936594a4b427563596c553d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(11, '2026-11-26 21:55:52.289745+00', '\x7b226174223a22323032362d31312d32365432313a35353a35312e3033395a222c22636f6d6d69746d656e74223a227276327564775254785846626935366d52616e5939396359682b427047666d6c4a4c533432466c45475a343d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(12, '2026-11-26 21:55:52.335472+00', '\x7b226174223a22323032362d31312d32365432313a35353a35322e3235305a222c22636f6d6d69746d656e74223a224e63384d6c624b51684951556476662b647751673069552b683365536e7a33356d38674153622f416e4d343d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(13, '2026-11-26 21:55:52.336863+00', '\x7b226174223a22323032362d31312d32365432313a35353a35322e3135395a222c22636f6d6d69746d656e74223a2234486b77554836546d656a366a4e3163764c536337354156366b517a3231434f784b5a4357475a75416d303d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(14, '2026-11-26 21:55:52.3382+00', '\x7b226174223a22323032362d31312d32365432313a35353a35322e3332325a222c22636f6d6d69746d656e74223a2256664b347172694f70467835436472492b384c617648514550324f6379486f56454e6e6d4d4171383742673d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(15, '2026-11-26 21:55:52.746084+00', '\x7b226174223a22323032362d31312d32365432313a35353a35312e3033325a222c22636f6d6d69746d656e74223a224f686666664c64487878376c6341347769736643516d325a766947524e6f6164714638624a6f61675330493d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(16, '2026-11-26 21:55:52.92255+00', '\x7b226174223a22323032362d31312d32365432313a35353a35322e3833385a222c22636f6d6d69746d656e74223a226f6e6b32526562514a464c536e697231577a3978777854474a6a6c4450427257415445522f5875556e7a733d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(17, '2026-11-26 21:55:54.624237+00', '\x7b226174223a22323032362d31312d32365432313a35353a35332e3838375a222c22636f6d6d69746d656e74223a2252362f3251484d793644482b36314d66546a7272737277644b4a7a6669637538697774454c6d42355959383d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(18, '2026-11-26 21:55:54.759132+00', '\x7b226174223a22323032362d31312d32365432313a35353a35342e3732385a222c22636f6d6d69746d656e74223a2239305639582f716f3978356b51312f4a52526f6a324d51524a6d7947647554587173556a74445241594e383d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(19, '2026-11-26 21:55:55.06223+00', '\x7b226174223a22323032362d31312d32365432313a35353a35342e3037355a222c22636f6d6d69746d656e74223a226e67546f684a6461492f58644b49336148653273507447323542504b6261417230726248524c623854384d3d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(20, '2026-11-26 21:55:55.223129+00', '\x7b226174223a22323032362d31312d32365432313a35353a35342e3937305a222c22636f6d6d69746d656e74223a22707a542f37593679674b7632394845394d64305673654a61567a466e746263544f38323866786a334477773d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(21, '2026-11-26 21:55:55.241339+00', '\x7b226174223a22323032362d31312d32365432313a35353a35342e3736355a222c22636f6d6d69746d656e74223a22626c636a39385050346372354c5579643436674b385139474f2b377339355752366b455737412b793771773d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(22, '2026-11-26 21:55:55.569583+00', '\x7b226174223a22323032362d31312d32365432313a35353a35352e3535305a222c22636f6d6d69746d656e74223a224b41657a45496f5a7756453678446347462f4668304c57616e4b5752444d3551752b4b37376a6f5a4375633d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(23, '2026-11-26 21:55:55.599457+00', '\x7b226174223a22323032362d31312d32365432313a35353a35352e3536375a222c22636f6d6d69746d656e74223a222f6775714279564b6b477765646237706c33616c595751682b6358496e50545877473644484a616f4f64453d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(24, '2026-11-26 21:55:55.603682+00', '\x7b226174223a22323032362d31312d32365432313a35353a35352e3134385a222c22636f6d6d69746d656e74223a2279475837592b6e6a51636378795a352b51673139366b7255496d6a6f6e4472424942586d75346a373877673d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(25, '2026-11-26 21:55:55.804467+00', '\x7b226174223a22323032362d31312d32365432313a35353a35342e3933335a222c22636f6d6d69746d656e74223a223273564d6d5a7377575171504d5a3433794d384e4a4e6771354d5369577535427578417a76787932694c303d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(26, '2026-11-26 21:55:56.064396+00', '\x7b226174223a22323032362d31312d32365432313a35353a35352e3837395a222c22636f6d6d69746d656e74223a227633744c586e763550644a4862387a41446b71325931662b384362684357723972382b58534e4a2b64414d3d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(27, '2026-11-26 21:55:56.749258+00', '\x7b226174223a22323032362d31312d32365432313a35353a35362e3633365a222c22636f6d6d69746d656e74223a227277516970384556647a78305a5765475a73654d56384b672b7644596259467677574d7342723737624f303d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(28, '2026-11-26 21:55:57.026755+00', '\x7b226174223a22323032362d31312d32365432313a35353a35342e3433375a222c22636f6d6d69746d656e74223a224b7a4c316c36645044596d6d487a76504a71562f6246784c2f77716e6558514c3855342b34386e4c476f6b3d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(29, '2026-11-26 21:55:57.03712+00', '\x7b226174223a22323032362d31312d32365432313a35353a35342e3531305a222c22636f6d6d69746d656e74223a226c63627a704237555454587870575036354f75452f58784f584a552b2b394a7354567736544c534d5934303d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(30, '2026-11-26 21:55:57.108772+00', '\x7b226174223a22323032362d31312d32365432313a35353a35372e3039305a222c22636f6d6d69746d656e74223a22597a2b416e7849356152434535415a6f496f694457596d316a4a543257516738613431523171716a5558413d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(31, '2026-11-26 21:55:57.113828+00', '\x7b226174223a22323032362d31312d32365432313a35353a35372e3037385a222c22636f6d6d69746d656e74223a22324f615862565559575857376c6f6a37517a592b6d7a77382b487a4a6f5a38314a74704f61344e5466756b3d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(32, '2026-11-26 21:55:57.318922+00', '\x7b226174223a22323032362d31312d32365432313a35353a35362e3533325a222c22636f6d6d69746d656e74223a223352576e693448794b4c2f666e7578796e716d75685a69696a474761394f575770754a41472b524e4d4b733d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(33, '2026-11-26 21:55:57.487021+00', '\x7b226174223a22323032362d31312d32365432313a35353a35372e3234395a222c22636f6d6d69746d656e74223a22566477646c6b61496c4657616f43717631327a33534364732b6969486275656454326e4f434174444f62553d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(34, '2026-11-26 21:55:57.500961+00', '\x7b226174223a22323032362d31312d32365432313a35353a35372e3337395a222c22636f6d6d69746d656e74223a224a592f4338417a4d2f383061646e5462745243514662524172626b482b637a316a49754c6d3130674635343d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(35, '2026-11-26 21:55:57.613333+00', '\x7b226174223a22323032362d31312d32365432313a35353a35372e3332325a222c22636f6d6d69746d656e74223a22345a584430356237447a344877463138726e6f5259783832336e7a50654665346d2f5861447771785143553d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(36, '2026-11-26 21:55:57.620464+00', '\x7b226174223a22323032362d31312d32365432313a35353a35372e3631305a222c22636f6d6d69746d656e74223a22787473564f4a692b396a43746a41666a4267315936316679614a3041473079682f546c354a6941666952673d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(37, '2026-11-26 21:55:57.639735+00', '\x7b226174223a22323032362d31312d32365432313a35353a35372e3633305a222c22636f6d6d69746d656e74223a22797367434c4a4963306c54384956775269786d544c554b496d5557477932595433396937524d4b513372493d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(38, '2026-11-26 21:55:57.901222+00', '\x7b226174223a22323032362d31312d32365432313a35353a35372e3634395a222c22636f6d6d69746d656e74223a2233474471306c39614272586f427634746f6155524b36656347486d375542735231624a31367a6d646448773d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(39, '2026-11-26 21:55:57.918439+00', '\x7b226174223a22323032362d31312d32365432313a35353a35372e3930365a222c22636f6d6d69746d656e74223a22574a387432445749756f635533682f6777344a7a74316b6f5a544d713178554f325a34463048454c6339733d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(40, '2026-11-26 21:55:58.967271+00', '\x7b226174223a22323032362d31312d32365432313a35353a35382e3931335a222c22636f6d6d69746d656e74223a225a714c425944335131505a54714977697a4833676668627848636173563334387731444c7746576a506f513d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(41, '2026-11-26 21:55:58.995136+00', '\x7b226174223a22323032362d31312d32365432313a35353a35382e3938385a222c22636f6d6d69746d656e74223a226c484d655a3964514c6e6f567a4a346848392b497a356b3344536f55652b4c437a6b717839486b7046574d3d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(42, '2026-11-26 21:55:59.655627+00', '\x7b226174223a22323032362d31312d32365432313a35353a35392e3537315a222c22636f6d6d69746d656e74223a22712b70656e775434614b4369314d4d41666e443167563176334e4553314b6f54754a357a645535726361633d222c226b696e64223a226f62736572766174696f6e222c2276223a317d'),
	(43, '2026-11-26 21:55:59.686215+00', '\x7b226174223a22323032362d31312d32365432313a35353a35392e3636395a222c22636f6d6d69746d656e74223a226138587350566734562f65394f5331716961773433586e7633616e664b4f4f4e617a47476e5346374238593d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(44, '2026-11-26 21:56:00.091352+00', '\x7b226174223a22323032362d31312d32365432313a35363a30302e3038365a222c22636f6d6d69746d656e74223a227068723930324d5732375753647a45457a435538534d55354361502b43656635504261355a57534f4a67383d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(45, '2026-11-26 21:56:00.957424+00', '\x7b226174223a22323032362d31312d32365432313a35363a30302e3838385a222c22636f6d6d69746d656e74223a227a69684c4e595330636f554f6f467167386c6664647242423358713258653277336249505462787262516f3d222c226b696e64223a226163636573732d6576656e74222c2276223a317d'),
	(46, '2026-11-26 21:56:01.941465+00', '\x7b226174223a22323032362d31312d32365432313a35363a30312e3838325a222c22636f6d6d69746d656e74223a2271752b31515755756370547968634d39334c466b376c5465736c464434597358594d69576d336b3539694d3d222c226b696e64223a22636865636b222c2276223a317d'),
	(47, '2026-11-26 21:56:05.003857+00', '\x7b226174223a22323032362d31312d32365432313a35363a30352e3030325a222c22636f6d6d69746d656e74223a222b312b34373954687a5436426b4e2f7038504b6c43507a6e3532596f434b666d7155533336756641306b493d222c226b696e64223a226163636573732d6576656e74222c2276223a317d');

INSERT INTO public.ledger_leaf VALUES
	(0, 1),
	(1, 2),
	(2, 3),
	(3, 4),
	(4, 5),
	(5, 6),
	(6, 7),
	(7, 8),
	(8, 9),
	(9, 10),
	(10, 11),
	(11, 12),
	(12, 13),
	(13, 14),
	(14, 15),
	(15, 16),
	(16, 17),
	(17, 18),
	(18, 20),
	(19, 21),
	(20, 22),
	(21, 23),
	(22, 19),
	(23, 24),
	(24, 25),
	(25, 26),
	(26, 27),
	(27, 28),
	(28, 29),
	(29, 30),
	(30, 31),
	(31, 32),
	(32, 33),
	(33, 34),
	(34, 35),
	(35, 36),
	(36, 37),
	(37, 38),
	(38, 39),
	(39, 40),
	(40, 41),
	(41, 42),
	(42, 43),
	(43, 44),
	(44, 45),
	(45, 46),
	(46, 47);

INSERT INTO public.observation VALUES
	('drill-92', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:50.052+00', '2026-11-26 21:55:50.586+00', 1, true, 200, '\xbe7a47663ada16f93caf5cb048edd25e4a4988fb3aa41d451222a0e3a3fb3fb4', 82, 'application/json; charset=utf-8', NULL, 'answer 7', '8d9b35c2-a808-42d3-9bd6-93c25a46f65e', 'subject-1'),
	('drill-188', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:49.957+00', '2026-11-26 21:55:50.605+00', 1, true, 200, '\x598d5b2bff3b907904dc8a305ffb67d678331cc766a1bf0b9b20af461047126b', 83, 'application/json; charset=utf-8', NULL, 'answer 4', 'd39d4b78-fef4-48d3-813f-527d77a01970', 'subject-1'),
	('drill-148', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:49.913+00', '2026-11-26 21:55:51.003+00', 1, true, 200, '\x6d3982d20d3fc0321ac54d4cc55b42bdb83760d21bb5727dc9b4b59764b19514', 83, 'application/json; charset=utf-8', NULL, 'answer 1', 'ae1125a1-051d-4878-af2e-4816c2eef314', 'subject-1'),
	('drill-164', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:49.956+00', '2026-11-26 21:55:50.967+00', 1, true, 200, '\xf3b0c512c426b635e0d2d1aad4a1be52ab920a870222afd1871d5208d512e117', 83, 'application/json; charset=utf-8', NULL, 'answer 6', '3a505931-7351-4194-9900-394471e21ff1', 'subject-1'),
	('drill-76', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:49.958+00', '2026-11-26 21:55:50.914+00', 1, true, 200, '\x407e1caab019155f64a76308b5485ea9f06081c03c01b647db27b8b0868fa014', 82, 'application/json; charset=utf-8', NULL, 'answer 5', '8bf53497-e3e5-4532-87c7-1065ec417e9e', 'subject-1'),
	('drill-172', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:50.085+00', '2026-11-26 21:55:51.12+00', 1, true, 200, '\xc329c02ff2ab7566f0adbcc272e5b1dcefec7fa02ae85eab84188f368f495dc5', 83, 'application/json; charset=utf-8', NULL, 'answer 8', 'b4663673-eb00-4af5-980f-af355beb6b3c', 'subject-1'),
	('drill-60', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:49.913+00', '2026-11-26 21:55:51.039+00', 1, true, 200, '\x3af85e0423207bb473ca0527f4af7278741317c6c551dba8feb5ac735f53154e', 82, 'application/json; charset=utf-8', NULL, 'answer 3', '2aa54442-1f98-4c41-aafc-02542d2015ef', 'subject-1'),
	('drill-52', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:49.905+00', '2026-11-26 21:55:51.032+00', 1, true, 200, '\xf8fbeab0b0e5b1b0e924282b37b0635a888ae6d3e879cbad86e0346e71d48e4e', 82, 'application/json; charset=utf-8', NULL, 'answer 2', 'c522e958-449f-4916-8803-5ac9853f0f94', 'subject-1'),
	('drill-128', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:53.377+00', '2026-11-26 21:55:53.887+00', 1, true, 200, '\x6b807c04c2b3afa4b2ed7c28e1264c623695f96b5f6d067442d795adc6e0fc24', 84, 'application/json; charset=utf-8', NULL, 'answer 12', 'cdb3ef00-ad7b-4d17-a240-869c9242a589', 'subject-1'),
	('drill-106', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:53.29+00', '2026-11-26 21:55:54.075+00', 1, true, 200, '\x7da75f6532157c7356e640a7bb4bf6135b32153e944efbbd55f68fc5276cff8a', 83, 'application/json; charset=utf-8', NULL, 'answer 9', '3326b434-fdb1-4cab-8bf4-70e42964fbe7', 'subject-1'),
	('drill-180', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:54.574+00', '2026-11-26 21:55:54.97+00', 1, true, 200, '\xd2eb2e28d0cad4696092cad548ddc898785d3c661a0fd74f4dae684b795a85e4', 84, 'application/json; charset=utf-8', NULL, 'answer 15', '98fd4389-166c-439f-b0b2-d0dbde1d4322', 'subject-1'),
	('drill-189', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:54.018+00', '2026-11-26 21:55:54.765+00', 1, true, 200, '\xefe079f7af8d06854d7c62849a158be8a6f9f90b1f95a6b5248c1100f382b527', 84, 'application/json; charset=utf-8', NULL, 'answer 14', '509ecc51-b151-4031-83cd-25b22df5e6f6', 'subject-1'),
	('drill-115', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:53.795+00', '2026-11-26 21:55:54.933+00', 1, true, 200, '\x67ec9cd614291ff6072f92b669392943a7bf44809be4125fef19d6641af8260b', 84, 'application/json; charset=utf-8', NULL, 'answer 13', '5c3f00d6-648c-43ba-b1fc-3d32b3df7af7', 'subject-1'),
	('drill-54', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:53.369+00', '2026-11-26 21:55:54.51+00', 1, true, 200, '\x1400f38b0fbd62cb5c93a791f79a43b48e80b2a38eb2fbae44daa8306682bdf6', 83, 'application/json; charset=utf-8', NULL, 'answer 10', '6df53c15-9432-4bc4-8fbc-16b77c85c75e', 'subject-1'),
	('drill-41', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:53.372+00', '2026-11-26 21:55:54.437+00', 1, true, 200, '\x75c47ca6191d26f3da8e43d81f432526b91571ec334c504e8a484dd53748bf8b', 83, 'application/json; charset=utf-8', NULL, 'answer 11', 'e7fec553-66c9-4204-af75-8d7f6c71cc41', 'subject-1'),
	('drill-167', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:56+00', '2026-11-26 21:55:56.532+00', 1, true, 200, '\xe381263b092e92c1e552577e1f0059173dad1fd5bd756ef47a7c7abb4de442f7', 84, 'application/json; charset=utf-8', NULL, 'answer 16', '38ad230c-a11a-406a-bda6-2c93155903ec', 'subject-1'),
	('drill-49', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:57.047+00', '2026-11-26 21:55:57.249+00', 1, true, 200, '\x01ae8ecd4ef0b45d739fbdb1d206dcf59fc7098a2413737671d990974c36b9ab', 83, 'application/json; charset=utf-8', NULL, 'answer 17', 'd2f072e3-429c-472a-a99e-c83dd76d1d46', 'subject-1'),
	('drill-119', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:57.047+00', '2026-11-26 21:55:57.322+00', 1, true, 200, '\x7e29a32f91956bb560beee977c6de0e18790edaea6883fcde0a41b0ad8fd0732', 84, 'application/json; charset=utf-8', NULL, 'answer 18', '97b00e1f-6e72-4401-8edc-b122d1514d10', 'subject-1'),
	('drill-91', 1, 'PRESENT', 'REFRESH', NULL, '2026-11-26 21:55:57.205+00', '2026-11-26 21:55:57.649+00', 1, true, 200, '\x775b38d5bc9cb52ef7d79ce9dc08ee90563627d4bbb554bbe80b5ad7f6170b8b', 83, 'application/json; charset=utf-8', NULL, 'answer 19', '0fa939c0-bc24-48a2-b21e-ddb8316f4bf9', 'subject-1'),
	('handed-in-flat-passed', 1, 'PRESENT', 'SUBMITTED', NULL, '2026-11-26 21:55:58.713+00', '2026-11-26 21:55:58.913+00', 1, true, NULL, '\xd2276d4ce3a7d04ebd43fd122b5c4186613853f901bd3fb1cbe39eeb2d7c4667', 1425, 'application/json', NULL, NULL, '642d8fe5-a136-4042-8e41-99b8f5b10f98', 'subject-1'),
	('handed-in-nested', 1, 'PRESENT', 'SUBMITTED', NULL, '2026-11-26 21:55:59.496+00', '2026-11-26 21:55:59.571+00', 1, true, NULL, '\xd18be4861f93a28b4ac802a8d6a06ddd65c9d21701a5d2ec65053da047c0a549', 1454, 'application/json', 'April 11, 2023 12:25 PM', 'Certified by Verifik.co', '33889e17-67b0-45b5-8556-7565b5ed193d', 'subject-1');

INSERT INTO public.observation_statement_2026_11 VALUES
	('drill-92', 1, '2026-11-26 21:55:50.586+00', 1, '\x6aa43ad36303431f3507eef4e429284a706b46eb8618fa7e42d16c729fd58d0b', '\x7b22626f6479446967657374223a227368612d3235363d3a766e70485a6a726146766b3872317977534f3353586b704a695073367042314645694b67343650375037513d3a222c22626f647953697a65223a38322c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a504d4f6a784e686a78394b6b4a69684b494d4d3141376237792b2f45574653316244566138557636444d593d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35302e3035325a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a343920474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a39786945734e724a55462f4d2b696146747172787674625258327a4f73654b422f67414d4b6e65753777553d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d3932222c22726571756573744964223a2238643962333563322d613830382d343264332d396264362d393363323561343666363565222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e737765722037227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35302e3538365a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-188', 1, '2026-11-26 21:55:50.605+00', 2, '\x9f38993cd08c76fbad3c2878212967754a33b4b4bd62c01bd600d416854219a0', '\x7b22626f6479446967657374223a227368612d3235363d3a575931624b2f38376b486b4533496f77582f746e316e677a484d646d6f62384c6d79437652684248456d733d3a222c22626f647953697a65223a38332c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a78524847706a4442447761583749394a466c6931534f704550365667495236576c5347546d5733535573593d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a34392e3935375a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a343920474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a367779536e4263484b2b32486c3861544744336c4d4c74745865766864467238736a6d6347584275356c343d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313838222c22726571756573744964223a2264333964346237382d666566342d343864332d383133662d353237643737613031393730222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e737765722034227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35302e3630355a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-148', 1, '2026-11-26 21:55:51.003+00', 3, '\x80f88510821e6899398f352bc788e748344b6593e8314cfc584533b8b545fe50', '\x7b22626f6479446967657374223a227368612d3235363d3a62546d433067302f774449617855314d7856744376626733594e496274584a39796253316c3253786c52513d3a222c22626f647953697a65223a38332c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a7657336c597841485a762b2f43567a776844554f6f76736d31696d5458723830754c2f6e724f354a586d343d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a34392e3931335a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a343920474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a4d336e3548445264737732786d486e2f5755616571596c414e6c6671413757784e386f49752f67596736513d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313438222c22726571756573744964223a2261653131323561312d303531642d343837382d616632652d343831366332656566333134222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e737765722031227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35312e3030335a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-164', 1, '2026-11-26 21:55:50.967+00', 7, '\x6f28df8425c15b5c38d09233caaa4c716099f378923469ad75ce2168469fdc2f', '\x7b22626f6479446967657374223a227368612d3235363d3a383744464573516d746a586730744771314b472b55717553436f634349712f5268783153434e55533452633d3a222c22626f647953697a65223a38332c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a6f4855763665632b7751344f73625a75634c47517555455272354851535a634d74466b5078494c674e72513d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a34392e3935365a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a343920474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a39786945734e724a55462f4d2b696146747172787674625258327a4f73654b422f67414d4b6e65753777553d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313634222c22726571756573744964223a2233613530353933312d373335312d343139342d393930302d333934343731653231666631222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e737765722036227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35302e3936375a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-76', 1, '2026-11-26 21:55:50.914+00', 8, '\xd7e38332a8717f8056ef59900fcfc472d525b3df6cbb360f7a158aca0417908d', '\x7b22626f6479446967657374223a227368612d3235363d3a514834637172415a4656396b70324d4974556865716642676763413841625a4832796534734961506f42513d3a222c22626f647953697a65223a38322c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a684c4548553734615349655538783755326f487a4e61686f6e316b784e78546b5568495a6a3766613836673d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a34392e3935385a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a343920474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a367779536e4263484b2b32486c3861544744336c4d4c74745865766864467238736a6d6347584275356c343d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d3736222c22726571756573744964223a2238626635333439372d653365352d343533322d383763372d313036356563343137653965222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e737765722035227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35302e3931345a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-172', 1, '2026-11-26 21:55:51.12+00', 9, '\xf51b332d70cc48c1ef14e676a06e5a4587ad9b9af15294b65f145a7c4ef9fdca', '\x7b22626f6479446967657374223a227368612d3235363d3a77796e414c2f4b726457627772627a4363755778334f2f736636417136463672684269504e6f394a5863553d3a222c22626f647953697a65223a38332c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a4553312f637349432f685a6b64556e795070626e634d466a46452b63615439455735316c686257696a57303d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35302e3038355a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353020474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a39786945734e724a55462f4d2b696146747172787674625258327a4f73654b422f67414d4b6e65753777553d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313732222c22726571756573744964223a2262343636333637332d656230302d346166352d393830662d616633353562656236623363222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e737765722038227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35312e3132305a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-60', 1, '2026-11-26 21:55:51.039+00', 11, '\x98b9b52a82d9a6bba20780fdd48e0b04b4a79cb028c15d9169dc9f78435bd5c8', '\x7b22626f6479446967657374223a227368612d3235363d3a4f76686542434d676537527a7967556e394b397965485154463862465564756f2f725773633139544655343d3a222c22626f647953697a65223a38322c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a4e322b6844723248692f4a50374c6f52584b4274706541324773712f555351377552536454354b4c2f65513d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a34392e3931335a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a343920474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a367779536e4263484b2b32486c3861544744336c4d4c74745865766864467238736a6d6347584275356c343d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d3630222c22726571756573744964223a2232616135343434322d316639382d346334312d616166632d303235343264323031356566222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e737765722033227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35312e3033395a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-52', 1, '2026-11-26 21:55:51.032+00', 15, '\x53002f79ffbe1620f425e5b2efc7a50ca0d35e584eb658708cdeec440c098f6c', '\x7b22626f6479446967657374223a227368612d3235363d3a2b507671734c446c736244704a4367724e37426a576f694b3574506f6563757468754130626e48556a6b343d3a222c22626f647953697a65223a38322c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a457a64364171466f675859717030766750306f4b55564d6b39476d78374735314e4b6651414366735630383d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a34392e3930355a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a343920474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a4d336e3548445264737732786d486e2f5755616571596c414e6c6671413757784e386f49752f67596736513d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d3532222c22726571756573744964223a2263353232653935382d343439662d343931362d383830332d356163393835336630663934222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e737765722032227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35312e3033325a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-128', 1, '2026-11-26 21:55:53.887+00', 17, '\x8e374defd0880ab74290db677ed97be6a3d5257b2d3f7a86ba0c7fd1cfb99cfe', '\x7b22626f6479446967657374223a227368612d3235363d3a61344238424d4b7a723653793758776f34535a4d596a61562b57746662515a3051746556726362672f43513d3a222c22626f647953697a65223a38342c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a64325a465544474452366b4c676265756c61306158446f42567566384f512b35454865646b32463453336b3d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35332e3337375a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353320474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a466c5a51452f36437933532f56747877734933386a396149706465483452774633344b4b627634346e65673d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313238222c22726571756573744964223a2263646233656630302d616437622d346431372d613234302d383639633932343261353839222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e73776572203132227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35332e3838375a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-106', 1, '2026-11-26 21:55:54.075+00', 19, '\x8d190b0d868dcc3c42ffc4395d6ff26f2c95e3548254d7ade4c035e21e781914', '\x7b22626f6479446967657374223a227368612d3235363d3a666164665a54495666484e57356b436e7530763245317379465436555476753956666150785364732f346f3d3a222c22626f647953697a65223a38332c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a3455534e36324b535248727531376a4145627476586e535762444538316f4873576a37546f725a783742343d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35332e3239305a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353320474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a77364f394a4e47752b434e514f64515330756b4b727a744b475533655671416b3557742f6166726b796e6f3d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313036222c22726571756573744964223a2233333236623433342d666462312d346361622d386266342d373065343239363466626537222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e737765722039227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35342e3037355a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-180', 1, '2026-11-26 21:55:54.97+00', 20, '\x2a5bf56b2907c395d0ac1d033fa54aebbfdc3e0a062f2269a187c612becc1170', '\x7b22626f6479446967657374223a227368612d3235363d3a307573754b4e444b31476c676b737256534e33496d48686450475961443964505461356f53336c616865513d3a222c22626f647953697a65223a38342c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a794d6a524d495a34626f45762f327567616a76554249786a353632327634345a71355842386662643651493d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35342e3537345a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353420474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a70672b727455314c75517233633950726172352f557a6a416b2b4132784b5856347a41705443473237356f3d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313830222c22726571756573744964223a2239386664343338392d313636632d343339662d623062322d643064626465316434333232222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e73776572203135227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35342e3937305a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('handed-in-nested', 1, '2026-11-26 21:55:59.571+00', 42, '\x4e3e362aa133711a0ef6ce9f16b053ae41f82a67b365318cf3f19bedb2ae9bd0', '\x7b22626f6479446967657374223a227368612d3235363d3a3059766b68682b546f6f744b79414b6f317142743357584a3068634270644c735a5155396f45664170556b3d3a222c22626f647953697a65223a313435342c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a376f717970733232376b504b4f6a756a57686a4434564f584a666d61636f74545747376b6362397846526f3d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e222c22666574636865644174223a22323032362d31312d32365432313a35353a35392e3439365a222c2268656164657273223a7b7d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a445a6f344679565a597459742f63395433507977456c4d77376942624761783759337a336a4b7453547a593d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a2268616e6465642d696e2d6e6573746564222c22726571756573744964223a2233333838396531372d363762302d343562352d383535362d373536356235656431393364222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a22417072696c2031312c20323032332031323a323520504d222c226d657373616765223a22436572746966696564206279205665726966696b2e636f227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35392e3537315a222c2274726967676572223a225355424d4954544544222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a6e756c6c7d'),
	('drill-189', 1, '2026-11-26 21:55:54.765+00', 21, '\x21daa9be97d21843aa118340075233c41e8e58716c80ea13009a849a828fb2fc', '\x7b22626f6479446967657374223a227368612d3235363d3a372b423539362b4e426f564e66474b456d68574c364b62352b5173666c6161314a49775241504f437453633d3a222c22626f647953697a65223a38342c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a4a4666456f4d5a6e634336716f303953395051516a6f73644c42584c5a77556d5a32516c67514c63354b413d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35342e3031385a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353320474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a466c5a51452f36437933532f56747877734933386a396149706465483452774633344b4b627634346e65673d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313839222c22726571756573744964223a2235303965636335312d623135312d343033312d383363642d323562323264663565366636222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e73776572203134227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35342e3736355a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-115', 1, '2026-11-26 21:55:54.933+00', 25, '\x3f36f22f638f025759f47cacfe057cd0007cb8d3a7d839dbb8521b2dcac1f52c', '\x7b22626f6479446967657374223a227368612d3235363d3a5a2b796331685170482f59484c354b3261546b705136652f5249436235424a6637786e575a4272344a67733d3a222c22626f647953697a65223a38342c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a2b364e344e746767465962462b4163324a596242396a55674273346732523134314464515674536a6143383d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35332e3739355a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353320474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a466c5a51452f36437933532f56747877734933386a396149706465483452774633344b4b627634346e65673d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313135222c22726571756573744964223a2235633366303064362d363438632d343362612d623166632d336433326233646637616637222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e73776572203133227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35342e3933335a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-41', 1, '2026-11-26 21:55:54.437+00', 28, '\x34baaae79db09023f318d4cedf436acfa20bbd6dfca54be450bb9915403b16d9', '\x7b22626f6479446967657374223a227368612d3235363d3a6463523870686b644a7650616a6b505948304d6c4a726b566365777a5446424f696b684e315464497634733d3a222c22626f647953697a65223a38332c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a6842645671694d35453557556b5078735a2f414a3145456d6f53536478543063416b4169763253506959633d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35332e3337325a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353320474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a77364f394a4e47752b434e514f64515330756b4b727a744b475533655671416b3557742f6166726b796e6f3d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d3431222c22726571756573744964223a2265376665633535332d363663392d343230342d616637352d386437663663373163633431222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e73776572203131227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35342e3433375a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-54', 1, '2026-11-26 21:55:54.51+00', 29, '\xba683f0d819f49e0933f2e50f9aae8fe7cf9efd0039ac0ab9a2670d35e0afb3a', '\x7b22626f6479446967657374223a227368612d3235363d3a4641447a69772b39597374636b366552393570447449364173714f4f73767575524e716f4d4761437666593d3a222c22626f647953697a65223a38332c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a616459515368776b713173716b4c2f43384b57736d686e722f6e7949494d6f74626b385a30363051584a6f3d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35332e3336395a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353320474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a77364f394a4e47752b434e514f64515330756b4b727a744b475533655671416b3557742f6166726b796e6f3d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d3534222c22726571756573744964223a2236646635336331352d393433322d346263342d386662632d313662373763383563373565222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e73776572203130227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35342e3531305a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-167', 1, '2026-11-26 21:55:56.532+00', 32, '\xa80e0fe214181c29d31244e89f69723a465f1f68b077565272731faa344e5c7f', '\x7b22626f6479446967657374223a227368612d3235363d3a3434456d4f776b756b73486c556c642b4877425a467a32744839573964573730656e78367530336b5176633d3a222c22626f647953697a65223a38342c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a4741376a63356e66596d4b4b73705738354165784a3262616a62734f47355a4475494452624f422b55416b3d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35362e3030305a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353520474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a70672b727455314c75517233633950726172352f557a6a416b2b4132784b5856347a41705443473237356f3d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313637222c22726571756573744964223a2233386164323330632d613131612d343036612d626461362d326339333135353930336563222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e73776572203136227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35362e3533325a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-119', 1, '2026-11-26 21:55:57.322+00', 35, '\x9440b7d16ab4a6b4e581008e3c25c6fb68361c2ef8136d9e5a5d2235e2c98e64', '\x7b22626f6479446967657374223a227368612d3235363d3a66696d6a4c354756613756677675365866473367345965513761366d69442f4e344b516243746a39427a493d3a222c22626f647953697a65223a38342c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a7478555170346a4d2f36564e6f55324d3663707a392b564e6d4f63784f744541617563674130336c6d336b3d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35372e3034375a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353620474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a504e6f4d6f766d4d764c616c467658446f6f693778676a554c77566a2f304e4d387a497a516f77586850453d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d313139222c22726571756573744964223a2239376230306531662d366537322d343430312d386564632d623132326431353134643130222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e73776572203138227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35372e3332325a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-49', 1, '2026-11-26 21:55:57.249+00', 33, '\x99874f618e268144b350a5ef59deb85a53a7a6f447fd694702dc1b0360c2992e', '\x7b22626f6479446967657374223a227368612d3235363d3a4161364f7a5537777446317a6e37327830676263395a2f4843596f6b45334e3263646d516c3077327561733d3a222c22626f647953697a65223a38332c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a4c3538723375674c37474976743954475a736c4e7532737250775459506539725a675053534972746579773d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35372e3034375a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353620474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a70672b727455314c75517233633950726172352f557a6a416b2b4132784b5856347a41705443473237356f3d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d3439222c22726571756573744964223a2264326630373265332d343239632d343732612d613939652d633833646437366431643436222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e73776572203137227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35372e3234395a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('drill-91', 1, '2026-11-26 21:55:57.649+00', 38, '\xb0a2e7add22207f39dcf53c5b9a0f8d698c8d9cc11d7140f1d18a212de7f86ce', '\x7b22626f6479446967657374223a227368612d3235363d3a64317334316279637453373331357a7033416a756b4659324a3953377456533736417461312f59584334733d3a222c22626f647953697a65223a38332c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a677a334c4f583639567865786f6c4659354848356b6e445a6134494f526f32546a544a33553536384e54773d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e3b20636861727365743d7574662d38222c22666574636865644174223a22323032362d31312d32365432313a35353a35372e3230355a222c2268656164657273223a7b2264617465223a225468752c203236204e6f7620323032362032313a35353a353720474d54227d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a504e6f4d6f766d4d764c616c467658446f6f693778676a554c77566a2f304e4d387a497a516f77586850453d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a226472696c6c2d3931222c22726571756573744964223a2230666139333963302d626332342d343861322d623231652d646462383331366634626639222c227265766973696f6e223a312c227369676e6174757265223a7b226461746554696d65223a6e756c6c2c226d657373616765223a22616e73776572203139227d2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35372e3634395a222c2274726967676572223a2252454652455348222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a3230307d'),
	('handed-in-flat-passed', 1, '2026-11-26 21:55:58.913+00', 40, '\xd628697316a8c3292513aab8a849c26545fcea599a3c38bf326aeaa22397baac', '\x7b22626f6479446967657374223a227368612d3235363d3a30696474544f4f6e30453639512f30534b317842686d4534552f6b4276542b78792b4f6536793138526d633d3a222c22626f647953697a65223a313432352c2263616c6c6572223a227375626a6563742d31222c22636f6e74656e74446967657374223a227368612d3235363d3a614a4567774949434942514568476d4c352b6f694930515a6d776e3377785a6565354a4b585762324341343d3a222c22636f6e74656e7454797065223a226170706c69636174696f6e2f6a736f6e222c22666574636865644174223a22323032362d31312d32365432313a35353a35382e3731335a222c2268656164657273223a7b7d2c226b696e64223a226f62736572766174696f6e222c226e6f726d616c69736564446967657374223a227368612d3235363d3a4f334854783364386a6873735558377a386e75487243527038716d356f534f5473716c7a57524c61346b733d3a222c226f62736572766174696f6e223a312c226f7574636f6d65223a2250524553454e54222c2270726576696f7573223a6e756c6c2c227265636f72644964223a2268616e6465642d696e2d666c61742d706173736564222c22726571756573744964223a2236343264386665352d613133362d343034322d386534312d393962386635623130663938222c227265766973696f6e223a312c227369676e6174757265223a6e756c6c2c227374617274735265766973696f6e223a747275652c2273746f7265644174223a22323032362d31312d32365432313a35353a35382e3931335a222c2274726967676572223a225355424d4954544544222c22756e7265616461626c65526561736f6e223a6e756c6c2c2276223a312c2276656e646f72537461747573223a6e756c6c7d');

INSERT INTO public.record VALUES
	('drill-188', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:49.957+00', '2026-11-26 21:55:50.605+00', '2026-11-26 21:55:49.957+00', NULL, 'answer 4', '\xc511c6a630c10f0697ec8f491658b548ea443fa560211e96952193996dd252c6', 'NESTED', NULL, NULL, 'status-1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xf091efd93a5fdc2715b4ac48d183c3356a619d6a41484f2a150dd10db2a3b177', 1),
	('drill-92', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:50.052+00', '2026-11-26 21:55:50.586+00', '2026-11-26 21:55:50.052+00', NULL, 'answer 7', '\x3cc3a3c4d863c7d2a426284a20c33503b6fbcbefc45854b56c355af14bfa0cc6', 'NESTED', NULL, NULL, 'status-2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xd03f5bcae9db22c67b993c64af343854e5a55da92872b68bc6005423df36caee', 2),
	('drill-148', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:49.913+00', '2026-11-26 21:55:51.003+00', '2026-11-26 21:55:49.913+00', NULL, 'answer 1', '\xbd6de563100766ffbf095cf084350ea2fb26d629935ebf34b8bfe7acee495e6e', 'NESTED', NULL, NULL, 'status-0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x2275e655fe02fea42424d66ec1ef29c1dec04e858436b05832c985c8094b2b25', 5),
	('drill-76', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:49.958+00', '2026-11-26 21:55:50.914+00', '2026-11-26 21:55:49.958+00', NULL, 'answer 5', '\x84b10753be1a488794f31ed4da81f335a8689f59313714e45212198fb7daf3a8', 'NESTED', NULL, NULL, 'status-1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xa281c7ac1d236879fbdeac8215d7d6dbe766d82d43786cecee23d7fa1f89b864', 1),
	('drill-60', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:49.913+00', '2026-11-26 21:55:51.039+00', '2026-11-26 21:55:49.913+00', NULL, 'answer 3', '\x376fa10ebd878bf24fecba115ca06da5e0361acabf51243bb9149d4f928bfde4', 'NESTED', NULL, NULL, 'status-1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xaefdae770453c5715b8b9ea645a9d8f7d71887e06919f9a524b4b8d85944199e', 1),
	('drill-172', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:50.085+00', '2026-11-26 21:55:51.12+00', '2026-11-26 21:55:50.085+00', NULL, 'answer 8', '\x112d7f72c202fe16647549f23e96e770c163144f9c693f445b9d6585b5a28d6d', 'NESTED', NULL, NULL, 'status-2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x7a7e6b97a312e4c11b346cc61cf291160cb9a0db1391a7abdbe1e274f97eab8a', 2),
	('drill-164', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:49.956+00', '2026-11-26 21:55:50.967+00', '2026-11-26 21:55:49.956+00', NULL, 'answer 6', '\xa0752fe9e73ec10e0eb1b66e70b190b94111af91d049970cb4590fc482e036b4', 'NESTED', NULL, NULL, 'status-2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xfb6fcbdaa4603cfd6a5ebd94bf196f673afc085b6d4b19a729cf741b56554c8f', 2),
	('drill-52', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:49.905+00', '2026-11-26 21:55:51.032+00', '2026-11-26 21:55:49.905+00', NULL, 'answer 2', '\x13377a02a16881762aa74be03f4a0a515324f469b1ec6e7534a7d00027ec574f', 'NESTED', NULL, NULL, 'status-0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x3a17df7cb747c71ee5700e308ac7c2426d99be219136869da85f1b2686a04b42', 5),
	('drill-128', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:53.377+00', '2026-11-26 21:55:53.887+00', '2026-11-26 21:55:53.377+00', NULL, 'answer 12', '\x77664550318347a90b81b7ae95ad1a5c3a0156e7fc390fb910779d9361784b79', 'NESTED', NULL, NULL, 'status-4', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x47aff6407332e831feeb531f4e3aebb2bc1d289cdf89cbbc8b0b442e6079618f', 9),
	('drill-180', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:54.574+00', '2026-11-26 21:55:54.97+00', '2026-11-26 21:55:54.574+00', NULL, 'answer 15', '\xc8c8d13086786e812fff6ba06a3bd4048c63e7adb6bf8e19ab95c1f1f6dde902', 'NESTED', NULL, NULL, 'status-5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xa734ffed8eb280abf6f4713d31dd15b1e25a573167b5b7133bcdbc7f18f70f0c', 14),
	('drill-189', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:54.018+00', '2026-11-26 21:55:54.765+00', '2026-11-26 21:55:54.018+00', NULL, 'answer 14', '\x2457c4a0c667702eaaa34f52f4f4108e8b1d2c15cb6705266764258102dce4a0', 'NESTED', NULL, NULL, 'status-4', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x6e5723f7c3cfe1caf92d4c9de3a80af10f463beeecf79591ea4116ec0fb2eeac', 9),
	('drill-106', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:53.29+00', '2026-11-26 21:55:54.075+00', '2026-11-26 21:55:53.29+00', NULL, 'answer 9', '\xe1448deb6292447aeed7b8c011bb6f5e74966c313cd681ec5a3ed3a2b671ec1e', 'NESTED', NULL, NULL, 'status-3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x9e04e884975a23f5dd288dda1dedac3ed1b6e413ca6da02bd2b6c744b6fc4fc3', 10),
	('drill-115', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:53.795+00', '2026-11-26 21:55:54.933+00', '2026-11-26 21:55:53.795+00', NULL, 'answer 13', '\xfba37836d8201586c5f807362586c1f6352006ce20d91d78d4375056d4a3682f', 'NESTED', NULL, NULL, 'status-4', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xdac54c999b30590a8f319e37c8cf0d24d82ae4c4a25aee41bb1033bf1cb688bd', 9),
	('drill-41', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:53.372+00', '2026-11-26 21:55:54.437+00', '2026-11-26 21:55:53.372+00', NULL, 'answer 11', '\x841755aa233913959490fc6c67f009d44126a1249dc53d1c024022bf648f8987', 'NESTED', NULL, NULL, 'status-3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x2b32f597a74f0d89a61f3bcf26a57f6c5c4bff0aa779740bf14e3ee3c9cb1a89', 10),
	('drill-54', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:53.369+00', '2026-11-26 21:55:54.51+00', '2026-11-26 21:55:53.369+00', NULL, 'answer 10', '\x69d6104a1c24ab5b2a90bfc2f0a5ac9a19ebfe7c8820ca2d6e4f19d3ad105c9a', 'NESTED', NULL, NULL, 'status-3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x95c6f3a41ed44d35f1a563fae4eb84fd7c4e5c953efbd26c4d5c3a4cb48c638d', 10),
	('drill-49', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:57.047+00', '2026-11-26 21:55:57.249+00', '2026-11-26 21:55:57.047+00', NULL, 'answer 17', '\x2f9f2bdee80bec622fb7d4c666c94dbb6b2b3f04d83def6b6603d2488aed7b2c', 'NESTED', NULL, NULL, 'status-5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x55dc1d96468894559aa02aafd76cf748276cfa28876ee79d4f69ce080b4339b5', 14),
	('drill-167', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:56+00', '2026-11-26 21:55:56.532+00', '2026-11-26 21:55:56+00', NULL, 'answer 16', '\x180ee37399df62628ab295bce407b12766da8dbb0e1b9643b880d16ce07e5009', 'NESTED', NULL, NULL, 'status-5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xdd15a78b81f228bfdf9eec729ea9ae8598a28c619af4e596a6e2401be44d30ab', 14),
	('drill-119', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:57.047+00', '2026-11-26 21:55:57.322+00', '2026-11-26 21:55:57.047+00', NULL, 'answer 18', '\xb71510a788ccffa54da14d8ce9ca73f7e54d98e7313ad1006ae720034de59b79', 'NESTED', NULL, NULL, 'status-6', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xe195c3d396fb0f3e07c05d7cae7a11631f36de7ccf7857b89bf5da0f0ab14025', 15),
	('drill-91', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:57.205+00', '2026-11-26 21:55:57.649+00', '2026-11-26 21:55:57.205+00', NULL, 'answer 19', '\x833dcb397ebd5717b1a25158e471f99270d96b820e468d938d3277539ebc353c', 'NESTED', NULL, NULL, 'status-6', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xdc60ead25f5a06b5e806fe2da1a5112ba79c1879bb501b11d5b275eb399d747c', 15),
	('handed-in-flat-passed', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:58.713+00', '2026-11-26 21:55:58.913+00', NULL, NULL, NULL, '\x689120c0820220140484698be7ea222344199b09f7c3165e7b924a5d66f6080e', 'FLAT', '62a1b2c3d4e5f60718293a4b', NULL, NULL, true, 0.5210, NULL, NULL, false, false, true, 'https://cdn.verifik.example/document-liveness/document-liveness-1761614673417', '2025-10-28 01:24:33.417+00', '2025-10-28 01:24:33.417+00', NULL, true, NULL, 0.4201007, 0.6034, 'REGULAR', '{}', '{}', NULL, true, NULL, 2.7401931, 0.9393, 'REGULAR', '{}', '{}', NULL, true, NULL, 10.7250834, 0.9999780, 'SOFT', '{}', '{}', NULL, true, NULL, -0.1214709, 0.4696, 'REGULAR', '{}', '{}', NULL, '\x66a2c1603dd0d4f653a88c22cc7de07e16f11dc6ac577e3cc350cbc055a33e84', 17),
	('handed-in-nested', 1, 'PRESENT', 1, 1, '2026-11-26 21:55:59.496+00', '2026-11-26 21:55:59.571+00', NULL, 'April 11, 2023 12:25 PM', 'Certified by Verifik.co', '\xee8ab2a6cdb6ee43ca3a3ba35a18c3e1539725f99a728b53586ee471bf71151a', 'NESTED', 'client_123456789', 'app_registration_123456789', 'completed', true, NULL, 0.05, 0.91, false, false, true, 'https://cdn.verifik.example/document-liveness/document-liveness-1705314600000', '2024-01-15 10:30:00+00', '2024-01-15 10:32:00+00', '2024-01-15 10:32:00+00', true, true, 0.95, NULL, 'REGULAR', NULL, NULL, 'No screen replay detected', true, true, 0.90, NULL, 'REGULAR', NULL, NULL, 'Document appears to be original', true, true, 0.88, NULL, 'REGULAR', NULL, NULL, 'No portrait substitution detected', true, true, 0.92, NULL, NULL, NULL, NULL, 'No digital manipulation detected', '\xabea5e9f04f868a0a2d4c3007e70f5815d6fdcd112d4aa13b89e73754e6b71a7', 18);

INSERT INTO public.record_change VALUES
	(1, 'drill-92', 1, 'NEW', 1),
	(2, 'drill-188', 1, 'NEW', 1),
	(3, 'drill-148', 1, 'NEW', 1),
	(7, 'drill-164', 1, 'NEW', 1),
	(8, 'drill-76', 1, 'NEW', 1),
	(9, 'drill-172', 1, 'NEW', 1),
	(11, 'drill-60', 1, 'NEW', 1),
	(15, 'drill-52', 1, 'NEW', 1),
	(17, 'drill-128', 1, 'NEW', 1),
	(19, 'drill-106', 1, 'NEW', 1),
	(20, 'drill-180', 1, 'NEW', 1),
	(21, 'drill-189', 1, 'NEW', 1),
	(25, 'drill-115', 1, 'NEW', 1),
	(29, 'drill-54', 1, 'NEW', 1),
	(28, 'drill-41', 1, 'NEW', 1),
	(32, 'drill-167', 1, 'NEW', 1),
	(33, 'drill-49', 1, 'NEW', 1),
	(35, 'drill-119', 1, 'NEW', 1),
	(38, 'drill-91', 1, 'NEW', 1),
	(40, 'handed-in-flat-passed', 1, 'NEW', 1),
	(42, 'handed-in-nested', 1, 'NEW', 1);

INSERT INTO public.record_change_leaf VALUES
	(0, 1),
	(1, 2),
	(2, 3),
	(6, 7),
	(7, 8),
	(8, 9),
	(10, 11),
	(14, 15),
	(16, 17),
	(18, 20),
	(19, 21),
	(22, 19),
	(24, 25),
	(27, 28),
	(28, 29),
	(31, 32),
	(32, 33),
	(34, 35),
	(37, 38),
	(39, 40),
	(41, 42);

INSERT INTO public.record_statistic VALUES
	(10, NULL, 'PRESENT', false, NULL, '2026-11-26', 3),
	(9, NULL, 'PRESENT', false, NULL, '2026-11-26', 3),
	(15, NULL, 'PRESENT', false, NULL, '2026-11-26', 2),
	(14, NULL, 'PRESENT', false, NULL, '2026-11-26', 3),
	(18, 'client_123456789', 'PRESENT', false, '2024-01-15', '2026-11-26', 1),
	(2, NULL, 'PRESENT', false, NULL, '2026-11-26', 3),
	(17, '62a1b2c3d4e5f60718293a4b', 'PRESENT', false, '2025-10-28', '2026-11-26', 1),
	(1, NULL, 'PRESENT', false, NULL, '2026-11-26', 3),
	(5, NULL, 'PRESENT', false, NULL, '2026-11-26', 2);

INSERT INTO public.record_total VALUES
	('profile', NULL, 'PRESENT', false, 15, NULL, 2),
	('profile', NULL, 'PRESENT', false, 9, NULL, 3),
	('created', 'client_123456789', 'PRESENT', false, NULL, '2024-01-15', 1),
	('observed', NULL, 'PRESENT', false, NULL, '2026-11-26', 19),
	('created', '62a1b2c3d4e5f60718293a4b', 'PRESENT', false, NULL, '2025-10-28', 1),
	('profile', '62a1b2c3d4e5f60718293a4b', 'PRESENT', false, 17, NULL, 1),
	('profile', NULL, 'PRESENT', false, 2, NULL, 3),
	('observed', '62a1b2c3d4e5f60718293a4b', 'PRESENT', false, NULL, '2026-11-26', 1),
	('profile', 'client_123456789', 'PRESENT', false, 18, NULL, 1),
	('observed', 'client_123456789', 'PRESENT', false, NULL, '2026-11-26', 1),
	('profile', NULL, 'PRESENT', false, 14, NULL, 3),
	('created', NULL, 'PRESENT', false, NULL, NULL, 19),
	('profile', NULL, 'PRESENT', false, 1, NULL, 3),
	('profile', NULL, 'PRESENT', false, 5, NULL, 2),
	('profile', NULL, 'PRESENT', false, 10, NULL, 3);

INSERT INTO public.revision VALUES
	('drill-188', 1, 1, '2026-11-26 21:55:50.605+00', '{"_id": "drill-188", "status": "status-1"}', '\xc511c6a630c10f0697ec8f491658b548ea443fa560211e96952193996dd252c6', 'NESTED', NULL, NULL, 'status-1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('drill-92', 1, 1, '2026-11-26 21:55:50.586+00', '{"_id": "drill-92", "status": "status-2"}', '\x3cc3a3c4d863c7d2a426284a20c33503b6fbcbefc45854b56c355af14bfa0cc6', 'NESTED', NULL, NULL, 'status-2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2),
	('drill-148', 1, 1, '2026-11-26 21:55:51.003+00', '{"_id": "drill-148", "status": "status-0"}', '\xbd6de563100766ffbf095cf084350ea2fb26d629935ebf34b8bfe7acee495e6e', 'NESTED', NULL, NULL, 'status-0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 5),
	('drill-60', 1, 1, '2026-11-26 21:55:51.039+00', '{"_id": "drill-60", "status": "status-1"}', '\x376fa10ebd878bf24fecba115ca06da5e0361acabf51243bb9149d4f928bfde4', 'NESTED', NULL, NULL, 'status-1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('drill-164', 1, 1, '2026-11-26 21:55:50.967+00', '{"_id": "drill-164", "status": "status-2"}', '\xa0752fe9e73ec10e0eb1b66e70b190b94111af91d049970cb4590fc482e036b4', 'NESTED', NULL, NULL, 'status-2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2),
	('drill-172', 1, 1, '2026-11-26 21:55:51.12+00', '{"_id": "drill-172", "status": "status-2"}', '\x112d7f72c202fe16647549f23e96e770c163144f9c693f445b9d6585b5a28d6d', 'NESTED', NULL, NULL, 'status-2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2),
	('drill-76', 1, 1, '2026-11-26 21:55:50.914+00', '{"_id": "drill-76", "status": "status-1"}', '\x84b10753be1a488794f31ed4da81f335a8689f59313714e45212198fb7daf3a8', 'NESTED', NULL, NULL, 'status-1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1),
	('drill-52', 1, 1, '2026-11-26 21:55:51.032+00', '{"_id": "drill-52", "status": "status-0"}', '\x13377a02a16881762aa74be03f4a0a515324f469b1ec6e7534a7d00027ec574f', 'NESTED', NULL, NULL, 'status-0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 5),
	('drill-128', 1, 1, '2026-11-26 21:55:53.887+00', '{"_id": "drill-128", "status": "status-4"}', '\x77664550318347a90b81b7ae95ad1a5c3a0156e7fc390fb910779d9361784b79', 'NESTED', NULL, NULL, 'status-4', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 9),
	('drill-106', 1, 1, '2026-11-26 21:55:54.075+00', '{"_id": "drill-106", "status": "status-3"}', '\xe1448deb6292447aeed7b8c011bb6f5e74966c313cd681ec5a3ed3a2b671ec1e', 'NESTED', NULL, NULL, 'status-3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 10),
	('drill-180', 1, 1, '2026-11-26 21:55:54.97+00', '{"_id": "drill-180", "status": "status-5"}', '\xc8c8d13086786e812fff6ba06a3bd4048c63e7adb6bf8e19ab95c1f1f6dde902', 'NESTED', NULL, NULL, 'status-5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 14),
	('drill-189', 1, 1, '2026-11-26 21:55:54.765+00', '{"_id": "drill-189", "status": "status-4"}', '\x2457c4a0c667702eaaa34f52f4f4108e8b1d2c15cb6705266764258102dce4a0', 'NESTED', NULL, NULL, 'status-4', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 9),
	('drill-115', 1, 1, '2026-11-26 21:55:54.933+00', '{"_id": "drill-115", "status": "status-4"}', '\xfba37836d8201586c5f807362586c1f6352006ce20d91d78d4375056d4a3682f', 'NESTED', NULL, NULL, 'status-4', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 9),
	('drill-41', 1, 1, '2026-11-26 21:55:54.437+00', '{"_id": "drill-41", "status": "status-3"}', '\x841755aa233913959490fc6c67f009d44126a1249dc53d1c024022bf648f8987', 'NESTED', NULL, NULL, 'status-3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 10),
	('drill-54', 1, 1, '2026-11-26 21:55:54.51+00', '{"_id": "drill-54", "status": "status-3"}', '\x69d6104a1c24ab5b2a90bfc2f0a5ac9a19ebfe7c8820ca2d6e4f19d3ad105c9a', 'NESTED', NULL, NULL, 'status-3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 10),
	('drill-167', 1, 1, '2026-11-26 21:55:56.532+00', '{"_id": "drill-167", "status": "status-5"}', '\x180ee37399df62628ab295bce407b12766da8dbb0e1b9643b880d16ce07e5009', 'NESTED', NULL, NULL, 'status-5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 14),
	('drill-49', 1, 1, '2026-11-26 21:55:57.249+00', '{"_id": "drill-49", "status": "status-5"}', '\x2f9f2bdee80bec622fb7d4c666c94dbb6b2b3f04d83def6b6603d2488aed7b2c', 'NESTED', NULL, NULL, 'status-5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 14),
	('drill-119', 1, 1, '2026-11-26 21:55:57.322+00', '{"_id": "drill-119", "status": "status-6"}', '\xb71510a788ccffa54da14d8ce9ca73f7e54d98e7313ad1006ae720034de59b79', 'NESTED', NULL, NULL, 'status-6', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 15),
	('drill-91', 1, 1, '2026-11-26 21:55:57.649+00', '{"_id": "drill-91", "status": "status-6"}', '\x833dcb397ebd5717b1a25158e471f99270d96b820e468d938d3277539ebc353c', 'NESTED', NULL, NULL, 'status-6', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 15),
	('handed-in-flat-passed', 1, 1, '2026-11-26 21:55:58.913+00', '{"__v": 0, "_id": "handed-in-flat-passed", "client": "62a1b2c3d4e5f60718293a4b", "isLive": true, "imageUrl": "https://cdn.verifik.example/document-liveness/document-liveness-1761614673417", "createdAt": "2025-10-28T01:24:33.417Z", "updatedAt": "2025-10-28T01:24:33.417Z", "imageSaved": true, "aggregatedScore": 0.5210, "printedCopyScore": 2.7401931, "sreenReplayScore": 0.4201007, "aggregateWarnings": [], "printedCopyErrors": [], "screenReplayErrors": [], "printedCopyWarnings": [], "validatePrintedCopy": true, "screenReplayWarnings": [], "validateScreenReplay": true, "printedCopyCalibration": "REGULAR", "printedCopyProbability": 0.9393, "sreenReplayCalibration": "REGULAR", "screenReplayProbability": 0.6034, "digitalManipulationScore": -0.1214709, "digitalManipulationErrors": [], "portraitSubstitutionScore": 10.7250834, "ignoreColourLessValidation": false, "portraitSubstitutionErrors": [], "digitalManipulationWarnings": [], "validateDigitalManipulation": true, "portraitSubstitutionWarnings": [], "validatePortraitSubstitution": true, "digitalManipulationCalibration": "REGULAR", "digitalManipulationProbability": 0.4696, "ignoreDocumentCroppedValidation": false, "portraitSubstitutionCalibration": "SOFT", "portraitSubstitutionProbability": 0.9999780}', '\x689120c0820220140484698be7ea222344199b09f7c3165e7b924a5d66f6080e', 'FLAT', '62a1b2c3d4e5f60718293a4b', NULL, NULL, true, 0.5210, NULL, NULL, false, false, true, 'https://cdn.verifik.example/document-liveness/document-liveness-1761614673417', '2025-10-28 01:24:33.417+00', '2025-10-28 01:24:33.417+00', NULL, true, NULL, 0.4201007, 0.6034, 'REGULAR', '{}', '{}', NULL, true, NULL, 2.7401931, 0.9393, 'REGULAR', '{}', '{}', NULL, true, NULL, 10.7250834, 0.9999780, 'SOFT', '{}', '{}', NULL, true, NULL, -0.1214709, 0.4696, 'REGULAR', '{}', '{}', NULL, 17),
	('handed-in-nested', 1, 1, '2026-11-26 21:55:59.571+00', '{"_id": "handed-in-nested", "client": "client_123456789", "status": "completed", "imageUrl": "https://cdn.verifik.example/document-liveness/document-liveness-1705314600000", "createdAt": "2024-01-15T10:30:00Z", "riskScore": 0.05, "updatedAt": "2024-01-15T10:32:00Z", "confidence": 0.91, "imageSaved": true, "completedAt": "2024-01-15T10:32:00Z", "appRegistration": "app_registration_123456789", "validationFlags": {"ignoreColourLessValidation": false, "ignoreDocumentCroppedValidation": false}, "validationResults": {"printedCopy": {"score": 0.90, "passed": true, "details": "Document appears to be original"}, "screenReplay": {"score": 0.95, "passed": true, "details": "No screen replay detected"}, "digitalManipulation": {"score": 0.92, "passed": true, "details": "No digital manipulation detected"}, "portraitSubstitution": {"score": 0.88, "passed": true, "details": "No portrait substitution detected"}}, "calibrationSettings": {"printedCopyCalibration": "REGULAR", "screenReplayCalibration": "REGULAR", "portraitSubstitutionCalibration": "REGULAR"}}', '\xee8ab2a6cdb6ee43ca3a3ba35a18c3e1539725f99a728b53586ee471bf71151a', 'NESTED', 'client_123456789', 'app_registration_123456789', 'completed', true, NULL, 0.05, 0.91, false, false, true, 'https://cdn.verifik.example/document-liveness/document-liveness-1705314600000', '2024-01-15 10:30:00+00', '2024-01-15 10:32:00+00', '2024-01-15 10:32:00+00', true, true, 0.95, NULL, 'REGULAR', NULL, NULL, 'No screen replay detected', true, true, 0.90, NULL, 'REGULAR', NULL, NULL, 'Document appears to be original', true, true, 0.88, NULL, 'REGULAR', NULL, NULL, 'No portrait substitution detected', true, true, 0.92, NULL, NULL, NULL, NULL, 'No digital manipulation detected', 18);

INSERT INTO public.vendor_call VALUES
	(60000, '2026-11-26 21:55:48.6+00', 5),
	(60000, '2026-11-26 21:55:49.2+00', 2),
	(60000, '2026-11-26 21:55:49.8+00', 1),
	(60000, '2026-11-26 21:55:52.8+00', 5),
	(60000, '2026-11-26 21:55:53.4+00', 2),
	(60000, '2026-11-26 21:55:54.6+00', 1),
	(60000, '2026-11-26 21:55:56.4+00', 3),
	(86400000, '2026-11-26 21:50:24+00', 19);

INSERT INTO public.vendor_claim VALUES
	('drill-92', 'b796b6b8-5d45-47ea-ade5-b6e5e704d296', '2026-11-26 21:55:55.282048+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-188', 'c8bbec6c-20ed-481c-9c5c-beb20fa16f78', '2026-11-26 21:55:57.146793+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-148', '0d15b56b-0b43-47f2-8590-5fbd102f544a', '2026-11-26 21:55:56.085444+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-76', 'b5f9ca6b-c1d2-4242-bbdd-940566fca285', '2026-11-26 21:55:57.221717+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-60', 'a7c9752b-84e2-47e4-87f5-0e449e2250e6', '2026-11-26 21:55:57.141401+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-164', 'a3967ced-8d8f-4949-9f66-f359152ed462', '2026-11-26 21:55:57.5739+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-172', '6fc12b7d-7577-44ff-9423-ff31c077f49c', '2026-11-26 21:55:58.017747+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-52', 'b9c3e283-0731-4b68-90bf-8f647f482d56', '2026-11-26 21:55:58.151171+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-128', '18160ede-d369-41a4-af23-d2df461d569f', '2026-11-26 21:55:59.003052+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-180', 'dc446d01-cf6a-4392-a682-5d01377f9da3', '2026-11-26 21:55:59.641043+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-189', '4f35734f-a562-4ee4-9393-b8a184a84aa3', '2026-11-26 21:55:59.642298+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-106', 'e56f568d-93b3-43d5-8fd5-abc9300bf544', '2026-11-26 21:56:01.607779+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-115', '6b3ca362-0f8e-485c-a7ab-666fdc0fc6d2', '2026-11-26 21:56:01.602466+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-54', '16776c5e-8c96-4f89-a51d-890ed46a1ab6', '2026-11-26 21:56:03.112099+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-41', 'd58abcb6-4bfa-4d0d-80d5-e865594e5235', '2026-11-26 21:56:01.209437+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-49', 'e8e2820b-6c85-4b76-983a-86650f6c9e61', '2026-11-26 21:56:02.373542+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-167', 'b127c84c-c40a-426c-96d2-57fd13e75ef5', '2026-11-26 21:56:02.773695+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-119', 'fb10f3ac-3d22-45eb-8b2d-5d9baf3430be', '2026-11-26 21:56:02.478314+00', true, 'NEW', 1, NULL, NULL, NULL),
	('drill-91', '949e9791-41f5-4b89-a7b7-8b297b8964e3', '2026-11-26 21:56:02.752299+00', true, 'NEW', 1, NULL, NULL, NULL);

INSERT INTO public.vendor_word VALUES
	(true, '-infinity', NULL, NULL);

SELECT pg_catalog.setval('public.access_failure_number_seq', 1, false);

SELECT pg_catalog.setval('public.content_profile_id_seq', 18, true);

SELECT pg_catalog.setval('public.ledger_check_number_seq', 1, true);

SELECT pg_catalog.setval('public.ledger_entry_id_seq', 47, true);

ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);

ALTER TABLE ONLY public.access_event
    ADD CONSTRAINT pk_access_event PRIMARY KEY (entry, at);

ALTER TABLE ONLY public.access_event_2026_11
    ADD CONSTRAINT pk_access_event_2026_11 PRIMARY KEY (entry, at);

ALTER TABLE ONLY public.access_event_2026_12
    ADD CONSTRAINT pk_access_event_2026_12 PRIMARY KEY (entry, at);

ALTER TABLE ONLY public.access_event_2027_01
    ADD CONSTRAINT pk_access_event_2027_01 PRIMARY KEY (entry, at);

ALTER TABLE ONLY public.access_event_2027_02
    ADD CONSTRAINT pk_access_event_2027_02 PRIMARY KEY (entry, at);

ALTER TABLE ONLY public.access_event_default
    ADD CONSTRAINT pk_access_event_default PRIMARY KEY (entry, at);

ALTER TABLE ONLY public.access_event_first
    ADD CONSTRAINT pk_access_event_first PRIMARY KEY (entry, at);

ALTER TABLE ONLY public.access_failure
    ADD CONSTRAINT pk_access_failure PRIMARY KEY (number);

ALTER TABLE ONLY public.body
    ADD CONSTRAINT pk_body PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.body_2026_11
    ADD CONSTRAINT pk_body_2026_11 PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.body_2026_12
    ADD CONSTRAINT pk_body_2026_12 PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.body_2027_01
    ADD CONSTRAINT pk_body_2027_01 PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.body_2027_02
    ADD CONSTRAINT pk_body_2027_02 PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.body_default
    ADD CONSTRAINT pk_body_default PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.body_first
    ADD CONSTRAINT pk_body_first PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.content_profile
    ADD CONSTRAINT pk_content_profile PRIMARY KEY (id);

ALTER TABLE ONLY public.lease
    ADD CONSTRAINT pk_lease PRIMARY KEY (name);

ALTER TABLE ONLY public.ledger_check
    ADD CONSTRAINT pk_ledger_check PRIMARY KEY (number);

ALTER TABLE ONLY public.ledger_checkpoint
    ADD CONSTRAINT pk_ledger_checkpoint PRIMARY KEY (number);

ALTER TABLE ONLY public.ledger_edge
    ADD CONSTRAINT pk_ledger_edge PRIMARY KEY (level);

ALTER TABLE ONLY public.ledger_entry
    ADD CONSTRAINT pk_ledger_entry PRIMARY KEY (id);

ALTER TABLE ONLY public.ledger_leaf
    ADD CONSTRAINT pk_ledger_leaf PRIMARY KEY (leaf_index);

ALTER TABLE ONLY public.ledger_pending
    ADD CONSTRAINT pk_ledger_pending PRIMARY KEY (entry);

ALTER TABLE ONLY public.ledger_tile
    ADD CONSTRAINT pk_ledger_tile PRIMARY KEY (level, tile_index);

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT pk_observation PRIMARY KEY (record_id, number);

ALTER TABLE ONLY public.observation_statement
    ADD CONSTRAINT pk_observation_statement PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.observation_statement_2026_11
    ADD CONSTRAINT pk_observation_statement_2026_11 PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.observation_statement_2026_12
    ADD CONSTRAINT pk_observation_statement_2026_12 PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.observation_statement_2027_01
    ADD CONSTRAINT pk_observation_statement_2027_01 PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.observation_statement_2027_02
    ADD CONSTRAINT pk_observation_statement_2027_02 PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.observation_statement_default
    ADD CONSTRAINT pk_observation_statement_default PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.observation_statement_first
    ADD CONSTRAINT pk_observation_statement_first PRIMARY KEY (record_id, observation, stored_at);

ALTER TABLE ONLY public.record
    ADD CONSTRAINT pk_record PRIMARY KEY (id);

ALTER TABLE ONLY public.record_change
    ADD CONSTRAINT pk_record_change PRIMARY KEY (entry);

ALTER TABLE ONLY public.record_change_leaf
    ADD CONSTRAINT pk_record_change_leaf PRIMARY KEY (leaf_index);

ALTER TABLE ONLY public.revision
    ADD CONSTRAINT pk_revision PRIMARY KEY (record_id, number);

ALTER TABLE ONLY public.shared_key
    ADD CONSTRAINT pk_shared_key PRIMARY KEY (purpose);

ALTER TABLE ONLY public.vendor_call
    ADD CONSTRAINT pk_vendor_call PRIMARY KEY (span_millis, since);

ALTER TABLE ONLY public.vendor_claim
    ADD CONSTRAINT pk_vendor_claim PRIMARY KEY (record_id);

ALTER TABLE ONLY public.vendor_word
    ADD CONSTRAINT pk_vendor_word PRIMARY KEY (one);

ALTER TABLE ONLY public.content_profile
    ADD CONSTRAINT uq_content_profile_digest UNIQUE (digest);

ALTER TABLE ONLY public.ledger_check
    ADD CONSTRAINT uq_ledger_check_entry UNIQUE (entry);

ALTER TABLE ONLY public.ledger_leaf
    ADD CONSTRAINT uq_ledger_leaf_entry UNIQUE (entry);

ALTER TABLE ONLY public.observation_statement
    ADD CONSTRAINT uq_observation_statement_entry_stored_at UNIQUE (entry, stored_at);

ALTER TABLE ONLY public.observation_statement_2026_11
    ADD CONSTRAINT uq_observation_statement_2026_11_entry_stored_at UNIQUE (entry, stored_at);

ALTER TABLE ONLY public.observation_statement_2026_12
    ADD CONSTRAINT uq_observation_statement_2026_12_entry_stored_at UNIQUE (entry, stored_at);

ALTER TABLE ONLY public.observation_statement_2027_01
    ADD CONSTRAINT uq_observation_statement_2027_01_entry_stored_at UNIQUE (entry, stored_at);

ALTER TABLE ONLY public.observation_statement_2027_02
    ADD CONSTRAINT uq_observation_statement_2027_02_entry_stored_at UNIQUE (entry, stored_at);

ALTER TABLE ONLY public.observation_statement_default
    ADD CONSTRAINT uq_observation_statement_default_entry_stored_at UNIQUE (entry, stored_at);

ALTER TABLE ONLY public.observation_statement_first
    ADD CONSTRAINT uq_observation_statement_first_entry_stored_at UNIQUE (entry, stored_at);

ALTER TABLE ONLY public.record_change
    ADD CONSTRAINT uq_record_change_record_id_observation UNIQUE (record_id, observation);

ALTER TABLE ONLY public.record_statistic
    ADD CONSTRAINT uq_record_statistic UNIQUE NULLS NOT DISTINCT (profile, created_on, observed_on, client, upstream, changed);

ALTER TABLE ONLY public.record_total
    ADD CONSTRAINT uq_record_total UNIQUE NULLS NOT DISTINCT (part, client, upstream, changed, profile, day);

CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);

CREATE INDEX ix_access_event_at ON ONLY public.access_event USING brin (at);

CREATE INDEX ix_access_event_2026_11_at ON public.access_event_2026_11 USING brin (at);

CREATE INDEX ix_access_event_record_id_entry ON ONLY public.access_event USING btree (record_id, entry) WHERE (record_id IS NOT NULL);

CREATE INDEX ix_access_event_2026_11_record_id_entry ON public.access_event_2026_11 USING btree (record_id, entry) WHERE (record_id IS NOT NULL);

CREATE INDEX ix_access_event_record_ids ON ONLY public.access_event USING gin (record_ids) WHERE (record_ids IS NOT NULL);

CREATE INDEX ix_access_event_2026_11_record_ids ON public.access_event_2026_11 USING gin (record_ids) WHERE (record_ids IS NOT NULL);

CREATE INDEX ix_access_event_subject_entry ON ONLY public.access_event USING btree (subject, entry);

CREATE INDEX ix_access_event_2026_11_subject_entry ON public.access_event_2026_11 USING btree (subject, entry);

CREATE INDEX ix_access_event_2026_12_at ON public.access_event_2026_12 USING brin (at);

CREATE INDEX ix_access_event_2026_12_record_id_entry ON public.access_event_2026_12 USING btree (record_id, entry) WHERE (record_id IS NOT NULL);

CREATE INDEX ix_access_event_2026_12_record_ids ON public.access_event_2026_12 USING gin (record_ids) WHERE (record_ids IS NOT NULL);

CREATE INDEX ix_access_event_2026_12_subject_entry ON public.access_event_2026_12 USING btree (subject, entry);

CREATE INDEX ix_access_event_2027_01_at ON public.access_event_2027_01 USING brin (at);

CREATE INDEX ix_access_event_2027_01_record_id_entry ON public.access_event_2027_01 USING btree (record_id, entry) WHERE (record_id IS NOT NULL);

CREATE INDEX ix_access_event_2027_01_record_ids ON public.access_event_2027_01 USING gin (record_ids) WHERE (record_ids IS NOT NULL);

CREATE INDEX ix_access_event_2027_01_subject_entry ON public.access_event_2027_01 USING btree (subject, entry);

CREATE INDEX ix_access_event_2027_02_at ON public.access_event_2027_02 USING brin (at);

CREATE INDEX ix_access_event_2027_02_record_id_entry ON public.access_event_2027_02 USING btree (record_id, entry) WHERE (record_id IS NOT NULL);

CREATE INDEX ix_access_event_2027_02_record_ids ON public.access_event_2027_02 USING gin (record_ids) WHERE (record_ids IS NOT NULL);

CREATE INDEX ix_access_event_2027_02_subject_entry ON public.access_event_2027_02 USING btree (subject, entry);

CREATE INDEX ix_access_event_default_at ON public.access_event_default USING brin (at);

CREATE INDEX ix_access_event_default_record_id_entry ON public.access_event_default USING btree (record_id, entry) WHERE (record_id IS NOT NULL);

CREATE INDEX ix_access_event_default_record_ids ON public.access_event_default USING gin (record_ids) WHERE (record_ids IS NOT NULL);

CREATE INDEX ix_access_event_default_subject_entry ON public.access_event_default USING btree (subject, entry);

CREATE INDEX ix_access_event_first_at ON public.access_event_first USING brin (at);

CREATE INDEX ix_access_event_first_record_id_entry ON public.access_event_first USING btree (record_id, entry) WHERE (record_id IS NOT NULL);

CREATE INDEX ix_access_event_first_record_ids ON public.access_event_first USING gin (record_ids) WHERE (record_ids IS NOT NULL);

CREATE INDEX ix_access_event_first_subject_entry ON public.access_event_first USING btree (subject, entry);

CREATE INDEX ix_access_failure_last_at ON public.access_failure USING btree (last_at);

CREATE INDEX ix_observation_absent ON public.observation USING btree (record_id, stored_at) WHERE (outcome = 'ABSENT'::text);

CREATE INDEX ix_observation_fetched_after_stored ON public.observation USING btree (((fetched_at - stored_at))) WHERE (fetched_at > stored_at);

CREATE INDEX ix_observation_fetched_at_record_id ON public.observation USING btree (fetched_at, record_id) WHERE (outcome <> 'UNREADABLE'::text);

CREATE INDEX ix_observation_sample ON public.observation USING btree (record_id, stored_at, number, fetched_at, outcome, trigger) WHERE ((hashtext(record_id) & 127) = 0);

CREATE INDEX ix_observation_stored_at ON public.observation USING brin (stored_at);

CREATE INDEX ix_record_aggregate_probability_id ON public.record USING btree (aggregate_probability, id) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_app_registration_created_at_id ON public.record USING btree (app_registration, created_at, id) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_changed_created_at_id ON public.record USING btree (created_at, id) WHERE (revision > 1);

CREATE INDEX ix_record_client_created_at_id ON public.record USING btree (client, created_at, id) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_completed_after_observed ON public.record USING btree (((completed_at - observed_at))) WHERE ((revision IS NOT NULL) AND (completed_at > observed_at));

CREATE INDEX ix_record_completed_at ON public.record USING btree (completed_at) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_confidence ON public.record USING btree (confidence) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_created_after_completed ON public.record USING btree (((created_at - completed_at))) WHERE ((revision IS NOT NULL) AND (created_at > completed_at));

CREATE INDEX ix_record_created_after_observed ON public.record USING btree (((created_at - observed_at))) WHERE ((revision IS NOT NULL) AND (created_at > observed_at));

CREATE INDEX ix_record_created_at_id ON public.record USING btree (created_at, id) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_created_month_observed_at_id ON public.record USING btree (date_trunc('month'::text, (created_at AT TIME ZONE 'UTC'::text)), observed_at, id) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_gone_created_at_id ON public.record USING btree (created_at, id) WHERE (upstream = 'GONE'::text);

CREATE INDEX ix_record_observed_at_id ON public.record USING btree (observed_at, id) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_observed_month_created_at_id ON public.record USING btree (date_trunc('month'::text, (observed_at AT TIME ZONE 'UTC'::text)), created_at, id) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_profile_client_created_at_id ON public.record USING btree (profile, client, created_at, id) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_risk_score_id ON public.record USING btree (risk_score, id) WHERE (revision IS NOT NULL);

CREATE INDEX ix_record_sample ON public.record USING btree (profile, client, created_at, observed_at, completed_at, app_registration, revision, upstream, risk_score, confidence, aggregate_probability, screen_replay_ran, screen_replay_probability, printed_copy_ran, printed_copy_probability, portrait_substitution_ran, portrait_substitution_probability, digital_manipulation_ran, digital_manipulation_probability) WHERE (((hashtext(id) & 127) = 0) AND public.is_short(VARIADIC ARRAY[risk_score, confidence, aggregate_probability, screen_replay_probability, printed_copy_probability, portrait_substitution_probability, digital_manipulation_probability]));

CREATE INDEX ix_revision_aggregate_probability_record_id ON public.revision USING btree (aggregate_probability, record_id);

CREATE INDEX ix_revision_app_registration_created_at_record_id ON public.revision USING btree (app_registration, created_at, record_id);

CREATE INDEX ix_revision_client_created_at_record_id ON public.revision USING btree (client, created_at, record_id);

CREATE INDEX ix_revision_completed_at ON public.revision USING btree (completed_at);

CREATE INDEX ix_revision_confidence ON public.revision USING btree (confidence);

CREATE INDEX ix_revision_created_after_stored ON public.revision USING btree (((created_at - stored_at))) WHERE (created_at > stored_at);

CREATE INDEX ix_revision_created_at_record_id ON public.revision USING btree (created_at, record_id);

CREATE INDEX ix_revision_profile_created_at_record_id ON public.revision USING btree (profile, created_at, record_id);

CREATE INDEX ix_revision_risk_score_record_id ON public.revision USING btree (risk_score, record_id);

CREATE INDEX ix_revision_sample ON public.revision USING btree (record_id, number, stored_at, profile, client, created_at, completed_at, app_registration, risk_score, confidence, aggregate_probability, screen_replay_ran, screen_replay_probability, printed_copy_ran, printed_copy_probability, portrait_substitution_ran, portrait_substitution_probability, digital_manipulation_ran, digital_manipulation_probability) WHERE (((hashtext(record_id) & 127) = 0) AND public.is_short(VARIADIC ARRAY[risk_score, confidence, aggregate_probability, screen_replay_probability, printed_copy_probability, portrait_substitution_probability, digital_manipulation_probability]));

CREATE INDEX ix_revision_sample_long ON public.revision USING btree (record_id, number, stored_at) WHERE (((hashtext(record_id) & 127) = 0) AND (NOT public.is_short(VARIADIC ARRAY[risk_score, confidence, aggregate_probability, screen_replay_probability, printed_copy_probability, portrait_substitution_probability, digital_manipulation_probability])));

CREATE INDEX ix_revision_stored_at ON public.revision USING brin (stored_at);

CREATE INDEX ix_vendor_claim_expires_at ON public.vendor_claim USING btree (expires_at);

CREATE UNIQUE INDEX uq_ledger_check_open ON public.ledger_check USING btree ((true)) WHERE (state = ANY (ARRAY['PENDING'::text, 'RUNNING'::text]));

CREATE UNIQUE INDEX uq_observation_record_id_body_digest ON public.observation USING btree (record_id, body_digest) WHERE (trigger = 'SUBMITTED'::text);

ALTER INDEX public.ix_access_event_at ATTACH PARTITION public.ix_access_event_2026_11_at;

ALTER INDEX public.ix_access_event_record_id_entry ATTACH PARTITION public.ix_access_event_2026_11_record_id_entry;

ALTER INDEX public.ix_access_event_record_ids ATTACH PARTITION public.ix_access_event_2026_11_record_ids;

ALTER INDEX public.ix_access_event_subject_entry ATTACH PARTITION public.ix_access_event_2026_11_subject_entry;

ALTER INDEX public.ix_access_event_at ATTACH PARTITION public.ix_access_event_2026_12_at;

ALTER INDEX public.ix_access_event_record_id_entry ATTACH PARTITION public.ix_access_event_2026_12_record_id_entry;

ALTER INDEX public.ix_access_event_record_ids ATTACH PARTITION public.ix_access_event_2026_12_record_ids;

ALTER INDEX public.ix_access_event_subject_entry ATTACH PARTITION public.ix_access_event_2026_12_subject_entry;

ALTER INDEX public.ix_access_event_at ATTACH PARTITION public.ix_access_event_2027_01_at;

ALTER INDEX public.ix_access_event_record_id_entry ATTACH PARTITION public.ix_access_event_2027_01_record_id_entry;

ALTER INDEX public.ix_access_event_record_ids ATTACH PARTITION public.ix_access_event_2027_01_record_ids;

ALTER INDEX public.ix_access_event_subject_entry ATTACH PARTITION public.ix_access_event_2027_01_subject_entry;

ALTER INDEX public.ix_access_event_at ATTACH PARTITION public.ix_access_event_2027_02_at;

ALTER INDEX public.ix_access_event_record_id_entry ATTACH PARTITION public.ix_access_event_2027_02_record_id_entry;

ALTER INDEX public.ix_access_event_record_ids ATTACH PARTITION public.ix_access_event_2027_02_record_ids;

ALTER INDEX public.ix_access_event_subject_entry ATTACH PARTITION public.ix_access_event_2027_02_subject_entry;

ALTER INDEX public.ix_access_event_at ATTACH PARTITION public.ix_access_event_default_at;

ALTER INDEX public.ix_access_event_record_id_entry ATTACH PARTITION public.ix_access_event_default_record_id_entry;

ALTER INDEX public.ix_access_event_record_ids ATTACH PARTITION public.ix_access_event_default_record_ids;

ALTER INDEX public.ix_access_event_subject_entry ATTACH PARTITION public.ix_access_event_default_subject_entry;

ALTER INDEX public.ix_access_event_at ATTACH PARTITION public.ix_access_event_first_at;

ALTER INDEX public.ix_access_event_record_id_entry ATTACH PARTITION public.ix_access_event_first_record_id_entry;

ALTER INDEX public.ix_access_event_record_ids ATTACH PARTITION public.ix_access_event_first_record_ids;

ALTER INDEX public.ix_access_event_subject_entry ATTACH PARTITION public.ix_access_event_first_subject_entry;

ALTER INDEX public.pk_access_event ATTACH PARTITION public.pk_access_event_2026_11;

ALTER INDEX public.pk_access_event ATTACH PARTITION public.pk_access_event_2026_12;

ALTER INDEX public.pk_access_event ATTACH PARTITION public.pk_access_event_2027_01;

ALTER INDEX public.pk_access_event ATTACH PARTITION public.pk_access_event_2027_02;

ALTER INDEX public.pk_access_event ATTACH PARTITION public.pk_access_event_default;

ALTER INDEX public.pk_access_event ATTACH PARTITION public.pk_access_event_first;

ALTER INDEX public.pk_body ATTACH PARTITION public.pk_body_2026_11;

ALTER INDEX public.pk_body ATTACH PARTITION public.pk_body_2026_12;

ALTER INDEX public.pk_body ATTACH PARTITION public.pk_body_2027_01;

ALTER INDEX public.pk_body ATTACH PARTITION public.pk_body_2027_02;

ALTER INDEX public.pk_body ATTACH PARTITION public.pk_body_default;

ALTER INDEX public.pk_body ATTACH PARTITION public.pk_body_first;

ALTER INDEX public.pk_observation_statement ATTACH PARTITION public.pk_observation_statement_2026_11;

ALTER INDEX public.pk_observation_statement ATTACH PARTITION public.pk_observation_statement_2026_12;

ALTER INDEX public.pk_observation_statement ATTACH PARTITION public.pk_observation_statement_2027_01;

ALTER INDEX public.pk_observation_statement ATTACH PARTITION public.pk_observation_statement_2027_02;

ALTER INDEX public.pk_observation_statement ATTACH PARTITION public.pk_observation_statement_default;

ALTER INDEX public.pk_observation_statement ATTACH PARTITION public.pk_observation_statement_first;

ALTER INDEX public.uq_observation_statement_entry_stored_at ATTACH PARTITION public.uq_observation_statement_2026_11_entry_stored_at;

ALTER INDEX public.uq_observation_statement_entry_stored_at ATTACH PARTITION public.uq_observation_statement_2026_12_entry_stored_at;

ALTER INDEX public.uq_observation_statement_entry_stored_at ATTACH PARTITION public.uq_observation_statement_2027_01_entry_stored_at;

ALTER INDEX public.uq_observation_statement_entry_stored_at ATTACH PARTITION public.uq_observation_statement_2027_02_entry_stored_at;

ALTER INDEX public.uq_observation_statement_entry_stored_at ATTACH PARTITION public.uq_observation_statement_default_entry_stored_at;

ALTER INDEX public.uq_observation_statement_entry_stored_at ATTACH PARTITION public.uq_observation_statement_first_entry_stored_at;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_event ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_event_2026_11 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_event_2026_11 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_event_2026_12 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_event_2026_12 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_event_2027_01 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_event_2027_01 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_event_2027_02 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_event_2027_02 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_event_default FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_event_default ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_event_first FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_event_first ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_failure FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_failure ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.body FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.body ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.body_2026_11 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.body_2026_11 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.body_2026_12 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.body_2026_12 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.body_2027_01 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.body_2027_01 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.body_2027_02 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.body_2027_02 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.body_default FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.body_default ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.body_first FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.body_first ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.ledger_checkpoint ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.ledger_entry ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_leaf FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.ledger_leaf ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_tile FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.ledger_tile ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.observation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.observation ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.observation_statement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.observation_statement ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.observation_statement_2026_11 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.observation_statement_2026_11 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.observation_statement_2026_12 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.observation_statement_2026_12 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.observation_statement_2027_01 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.observation_statement_2027_01 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.observation_statement_2027_02 FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.observation_statement_2027_02 ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.observation_statement_default FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.observation_statement_default ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.observation_statement_first FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.observation_statement_first ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.record_change FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.record_change ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.record_change_leaf FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.record_change_leaf ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.revision FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.revision ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER count_inserted AFTER INSERT ON public.record REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION public.count_inserted();

ALTER TABLE public.record ENABLE ALWAYS TRIGGER count_inserted;

CREATE TRIGGER count_updated AFTER UPDATE ON public.record REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION public.count_updated();

ALTER TABLE public.record ENABLE ALWAYS TRIGGER count_updated;

CREATE TRIGGER finished BEFORE UPDATE ON public.ledger_check FOR EACH ROW WHEN ((old.finished_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.ledger_check ENABLE ALWAYS TRIGGER finished;

CREATE TRIGGER fuller_only BEFORE UPDATE ON public.ledger_edge FOR EACH ROW EXECUTE FUNCTION public.refuse_thinner_tile();

ALTER TABLE public.ledger_edge ENABLE ALWAYS TRIGGER fuller_only;

CREATE TRIGGER keep BEFORE DELETE OR TRUNCATE ON public.ledger_check FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.ledger_check ENABLE ALWAYS TRIGGER keep;

CREATE TRIGGER keep BEFORE DELETE OR TRUNCATE ON public.ledger_edge FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.ledger_edge ENABLE ALWAYS TRIGGER keep;

CREATE TRIGGER keep BEFORE TRUNCATE ON public.ledger_pending FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.ledger_pending ENABLE ALWAYS TRIGGER keep;

CREATE TRIGGER keep BEFORE DELETE OR TRUNCATE ON public.record FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.record ENABLE ALWAYS TRIGGER keep;

CREATE TRIGGER note_change AFTER INSERT ON public.observation_statement FOR EACH ROW EXECUTE FUNCTION public.note_change();

ALTER TABLE public.observation_statement ENABLE ALWAYS TRIGGER note_change;

CREATE TRIGGER place_changes AFTER INSERT ON public.ledger_leaf REFERENCING NEW TABLE AS placed FOR EACH STATEMENT EXECUTE FUNCTION public.place_changes();

ALTER TABLE public.ledger_leaf ENABLE ALWAYS TRIGGER place_changes;

CREATE TRIGGER profile BEFORE INSERT OR UPDATE ON public.record FOR EACH ROW EXECUTE FUNCTION public.assign_profile();

ALTER TABLE public.record ENABLE ALWAYS TRIGGER profile;

CREATE TRIGGER profile BEFORE INSERT OR UPDATE ON public.revision FOR EACH ROW EXECUTE FUNCTION public.assign_profile();

ALTER TABLE public.revision ENABLE ALWAYS TRIGGER profile;

CREATE TRIGGER same_time BEFORE INSERT ON public.body FOR EACH ROW EXECUTE FUNCTION public.refuse_other_time();

ALTER TABLE public.body ENABLE ALWAYS TRIGGER same_time;

CREATE TRIGGER same_time BEFORE INSERT ON public.observation_statement FOR EACH ROW EXECUTE FUNCTION public.refuse_other_time();

ALTER TABLE public.observation_statement ENABLE ALWAYS TRIGGER same_time;

CREATE TRIGGER sequenced_only AFTER DELETE ON public.ledger_pending REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_skipping();

ALTER TABLE public.ledger_pending ENABLE ALWAYS TRIGGER sequenced_only;

ALTER TABLE public.body
    ADD CONSTRAINT fk_body_record_id_observation FOREIGN KEY (record_id, observation) REFERENCES public.observation(record_id, number) ON DELETE RESTRICT;

ALTER TABLE ONLY public.ledger_check
    ADD CONSTRAINT fk_ledger_check_entry FOREIGN KEY (entry) REFERENCES public.ledger_entry(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.ledger_leaf
    ADD CONSTRAINT fk_ledger_leaf_entry FOREIGN KEY (entry) REFERENCES public.ledger_entry(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT fk_observation_record_id FOREIGN KEY (record_id) REFERENCES public.record(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.observation
    ADD CONSTRAINT fk_observation_record_id_revision FOREIGN KEY (record_id, revision) REFERENCES public.revision(record_id, number) ON DELETE RESTRICT;

ALTER TABLE public.observation_statement
    ADD CONSTRAINT fk_observation_statement_entry FOREIGN KEY (entry) REFERENCES public.ledger_entry(id) ON DELETE RESTRICT;

ALTER TABLE public.observation_statement
    ADD CONSTRAINT fk_observation_statement_record_id_observation FOREIGN KEY (record_id, observation) REFERENCES public.observation(record_id, number) ON DELETE RESTRICT;

ALTER TABLE ONLY public.record_change_leaf
    ADD CONSTRAINT fk_record_change_leaf_entry FOREIGN KEY (entry) REFERENCES public.record_change(entry) ON DELETE RESTRICT;

ALTER TABLE ONLY public.record_change
    ADD CONSTRAINT fk_record_change_record_id_observation FOREIGN KEY (record_id, observation) REFERENCES public.observation(record_id, number) ON DELETE RESTRICT;

ALTER TABLE ONLY public.revision
    ADD CONSTRAINT fk_revision_record_id FOREIGN KEY (record_id) REFERENCES public.record(id) ON DELETE RESTRICT;

ALTER TABLE ONLY public.revision
    ADD CONSTRAINT fk_revision_record_id_started_by FOREIGN KEY (record_id, started_by) REFERENCES public.observation(record_id, number) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

GRANT ALL ON SCHEMA public TO liveness_owner;
GRANT USAGE ON SCHEMA public TO liveness_app;

REVOKE ALL ON FUNCTION public.partition_attach(parent text, name text, bounds text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.partition_make(parent text, name text, bounds text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.partition_months_ahead(instant timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.partition_months_ahead(instant timestamp with time zone) TO liveness_app;

REVOKE ALL ON FUNCTION public.partition_ranges() FROM PUBLIC;
GRANT ALL ON FUNCTION public.partition_ranges() TO liveness_app;

REVOKE ALL ON FUNCTION public.partitions_ahead(instant timestamp with time zone, months integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.partitions_ahead(instant timestamp with time zone, months integer) TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.access_event TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.access_failure TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.body TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.revision TO liveness_app;

GRANT SELECT ON TABLE public.check_result TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.content_profile TO liveness_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.lease TO liveness_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.ledger_check TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.ledger_checkpoint TO liveness_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.ledger_edge TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.ledger_entry TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.ledger_leaf TO liveness_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.ledger_pending TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.ledger_tile TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.observation TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.observation_statement TO liveness_app;

GRANT SELECT ON TABLE public.observed_change TO liveness_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.record TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.record_change TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.record_change_leaf TO liveness_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_statistic TO liveness_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_total TO liveness_app;

GRANT SELECT,INSERT ON TABLE public.shared_key TO liveness_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.statistic_change TO liveness_app;

GRANT SELECT ON TABLE public.total_change TO liveness_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vendor_call TO liveness_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vendor_claim TO liveness_app;

GRANT SELECT,UPDATE ON TABLE public.vendor_word TO liveness_app;

