-- Scheduled refresh: by which rules, which record is due when, and what it spends.
--
-- refresh_rule   the rules in force, for all replicas
-- refresh_plan   one row: which rules these are, and how far the records' due times follow from them
-- refresh_due    when a record is to be looked at; records of which no rule speaks have no row
-- schedule_call  how many scheduled calls began, in slices of a hundredth of the day's span
--
-- All are states, not facts: rows come and go. A due time follows from when the record was fetched, so its time
-- is the program's; that of schedule_call is the database's, as in V0013. Why: docs/SCHEDULE.md.

create table refresh_rule (
  place     integer  not null,
  name      text     not null,
  statuses  text[],
  upstream  text     not null,
  every     interval not null,
  until_age interval,

  constraint pk_refresh_rule primary key (place),
  constraint ck_refresh_rule_upstream check (upstream in ('PRESENT', 'GONE')),
  constraint ck_refresh_rule_every check (every > interval '0')
);

comment on column refresh_rule.place is 'The first rule that speaks of a record counts, and its records are fetched first.';
comment on column refresh_rule.statuses is 'The vendor''s, and none for records without; null for all.';

create table refresh_plan (
  one        boolean not null default true,
  rules      text    not null default '',
  generation bigint  not null default 0,
  swept_to   text,

  constraint pk_refresh_plan primary key (one),
  constraint ck_refresh_plan_one check (one)
);

comment on column refresh_plan.generation is 'Grows when the rules change.';
comment on column refresh_plan.swept_to is 'The last record whose due time follows from them already; null when all do.';

insert into refresh_plan default values;

-- No foreign key: records are never removed, and its check would take the record's lock.
create table refresh_due (
  record_id  text        not null,
  place      integer     not null,
  due_at     timestamptz not null,
  generation bigint      not null,
  failures   integer     not null default 0,

  constraint pk_refresh_due primary key (record_id)
);
create index ix_refresh_due_place_due_at on refresh_due (place, due_at);

comment on column refresh_due.due_at is 'Never too late, but it may be too early: a fetch that only confirms does not move it. Who picks the row looks.';
comment on column refresh_due.failures is 'Scheduled fetches in a row that failed because of this record.';

create table schedule_call (
  since timestamptz not null,
  calls integer     not null,

  constraint pk_schedule_call primary key (since)
);

grant select, insert, update, delete on refresh_rule, refresh_due, schedule_call to liveness_app;
grant select, update on refresh_plan to liveness_app;

-- The first rule that speaks of a record in such a state, and when it is due by it; nothing when none does. A rule
-- that ends with an age speaks of records that are due, or at last fetched now, before they have it.
create function refresh_due_by(
    of_record text, of_status text, of_upstream text, of_created_at timestamptz, since timestamptz, at timestamptz)
  returns table (place integer, rule text, due_at timestamptz)
  language sql stable
as $$
  select u.place, u.name, since + u.every
    from refresh_rule u
   where u.upstream = of_upstream
     and (u.statuses is null or coalesce(of_status, 'none') = any (u.statuses))
     and (u.until_age is null
       or greatest(since + u.every, at) <= u.until_age + coalesce(of_created_at,
            (select v.stored_at from revision v where v.record_id = of_record and v.number = 1)))
   order by u.place
   limit 1
$$;

-- Makes a record's due time follow from its row; failures are forgotten. Whether a rule speaks of it.
-- Plans are kept from when the tables were small: they must not be scans of them.
create function refresh_due_anew(of_record text) returns boolean
  language plpgsql set search_path = public, pg_temp set enable_seqscan = off
as $$
begin
  insert into refresh_due as d (record_id, place, due_at, generation)
  select r.id, n.place, n.due_at, p.generation
    from public.record r
    cross join refresh_plan p
    cross join lateral refresh_due_by(
      r.id, r.status, r.upstream, r.created_at, coalesce(r.fetched_at, r.observed_at), null) n
   where r.id = of_record
  on conflict (record_id) do update
    set place = excluded.place, due_at = excluded.due_at, generation = excluded.generation, failures = 0;
  if found then
    return true;
  end if;
  delete from refresh_due where record_id = of_record;
  return false;
end
$$;

-- Whoever writes the record: a refresh, a submission, a backfill, a replica of the version before, the rebuild of
-- the records. Confirmations, which are most, change nothing that a rule looks at, and cost nothing here.
create function note_refresh_due() returns trigger language plpgsql as $$
begin
  perform refresh_due_anew(new.id);
  return null;
end
$$;

create trigger refresh_due after update on record for each row
  when (new.revision is not null
    and (old.revision is null
      or (new.status, new.upstream, new.created_at) is distinct from (old.status, old.upstream, old.created_at)
      or coalesce(new.fetched_at, new.observed_at) < coalesce(old.fetched_at, old.observed_at)))
  execute function note_refresh_due();
alter table record enable always trigger refresh_due;

-- Picks records that are due, for whoever fetches them before `until`; then they are due again, should nobody have
-- said how it ended. Of two that ask at the same time each has others.
create function pick_refreshes(at timestamptz, until timestamptz, most integer)
  returns table (record_id text, rule text, was_due_at timestamptz, failures integer)
  language plpgsql set search_path = public, pg_temp set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  of_rule integer;
  d       refresh_due%rowtype;
  by_rule record; -- of any row type
  picked  integer := 0;
begin
  for of_rule in select u.place from refresh_rule u order by u.place loop
    exit when picked >= most;
    -- more than are wanted: of some it will turn out that somebody has fetched them
    for d in select * from refresh_due f
              where f.place = of_rule and f.due_at <= at
              order by f.due_at limit 200 for update skip locked loop
      select n.* into by_rule
        from public.record r
        cross join lateral refresh_due_by(
          r.id, r.status, r.upstream, r.created_at, coalesce(r.fetched_at, r.observed_at), at) n
       where r.id = d.record_id;
      if not found then
        delete from refresh_due f where f.record_id = d.record_id;
      elsif by_rule.due_at > at then
        update refresh_due f set place = by_rule.place, due_at = by_rule.due_at, failures = 0 where f.record_id = d.record_id;
      else
        update refresh_due f set place = by_rule.place, due_at = until where f.record_id = d.record_id;
        record_id := d.record_id;
        rule := by_rule.rule;
        was_due_at := d.due_at;
        failures := d.failures;
        return next;
        picked := picked + 1;
        exit when picked >= most;
      end if;
    end loop;
  end loop;
end
$$;

-- After a change of the rules: makes the due times of the next records follow from them. Whoever wrote under the
-- new rules knew better. Those who wrote under the old ones must have ended. False when it is through.
create function sweep_refresh_due(most integer) returns boolean
  language plpgsql set search_path = public, pg_temp set enable_seqscan = off
as $$
declare
  plan   refresh_plan%rowtype;
  latest text;
begin
  select * into strict plan from refresh_plan for update;
  if plan.swept_to is null then
    return false;
  end if;
  select max(s.id) into latest
    from (select r.id from public.record r where r.id > plan.swept_to order by r.id limit most) s;
  insert into refresh_due as d (record_id, place, due_at, generation)
  select r.id, n.place, n.due_at, plan.generation
    from public.record r
    cross join lateral refresh_due_by(
      r.id, r.status, r.upstream, r.created_at, coalesce(r.fetched_at, r.observed_at), null) n
   where r.id > plan.swept_to and r.id <= latest
   order by r.id
  on conflict (record_id) do update
    set place = excluded.place, due_at = excluded.due_at, generation = excluded.generation
    where d.generation < excluded.generation;
  delete from refresh_due d
   where d.record_id > plan.swept_to and d.record_id <= latest and d.generation < plan.generation;
  update refresh_plan set swept_to = latest;
  return latest is not null;
end
$$;

-- As vendor_call_begins, for a scheduled call: the last span is the day's, of which they have so many.
create function schedule_call_begins(spans_millis bigint[], limits integer[], share integer) returns bigint
  language plpgsql set search_path = public, pg_temp
as $$
declare
  moment timestamptz;
  span   interval := make_interval(secs => spans_millis[cardinality(spans_millis)] / 1000.0);
  wait   bigint;
  used   bigint;
  oldest timestamptz;
begin
  perform from vendor_word for update;
  moment := clock_timestamp();
  delete from schedule_call where since <= moment - span - span / 100;
  select coalesce(sum(calls), 0), min(since) into used, oldest from schedule_call;
  if used >= share then
    return greatest(1, ceil(extract(epoch from oldest + span / 100 + span - moment) * 1000));
  end if;
  wait := vendor_call_begins(spans_millis, limits);
  if wait = 0 then
    insert into schedule_call as c (since, calls) values (date_bin(span / 100, moment, timestamptz 'epoch'), 1)
    on conflict (since) do update set calls = c.calls + 1;
  end if;
  return wait;
end
$$;
