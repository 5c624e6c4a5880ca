-- Partitions by month of the three tables that grow fastest: access_event by `at`, body and
-- observation_statement by `stored_at`. Why these, and why not the others: docs/decisions/0007.
--
-- A key of a partitioned table holds the time too, so that the database by itself keeps it unique within
-- a month only. What else keeps it unique:
--   access_event.entry            comes from the identity of ledger_entry
--   observation_statement.entry   likewise, and must be there (fk_observation_statement_entry)
--   (record_id, observation)      is the key of observation, where the record's row lock numbers it and
--                                 pk_observation keeps it unique; a row here has that observation's
--                                 stored_at (trigger same_time), so there is one key that it can have
--
-- The old tables become the first partitions and are not rewritten. Two steps read a whole table: the
-- index of the new key and the check that no row lies behind the first partition's end. On a large
-- database both can be done before, while the service runs; then this migration finds them and holds
-- its locks for milliseconds. docs/PARTITIONS.md has the statements.

-- Whose observation is of another moment would be looked for in another partition. One that is not there
-- the foreign key refuses.
create function refuse_other_time() returns trigger language plpgsql as $$
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

-- The partitions of every table; a default partition has no range. Bounds are read as text, so the
-- session's own way of writing times must not matter.
create function partition_ranges() returns table (parent text, name text, since timestamptz, until timestamptz)
  language sql stable set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO'
as $$
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

-- Makes a table a partition. Triggers of a statement are not handed down by PostgreSQL, and whoever names
-- the partition passes its table's by: it gets its own. The runtime role has no rights on it and needs
-- none to reach its rows through its table. Indexes are renamed after those of the table.
create function partition_attach(parent text, name text, bounds text) returns void language plpgsql as $$
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

-- Made beside its table and then attached: so the table itself is never locked against reads and writes.
create function partition_make(parent text, name text, bounds text) returns void language plpgsql as $$
begin
  execute format('create table %I (like %I including all excluding indexes excluding statistics)', name, parent);
  perform partition_attach(parent, name, bounds);
end
$$;

-- Makes what is missing of the partitions of an instant's month and of so many months after it, and of
-- the default partitions. One row for each partition that it made or could not make:
--
--   MADE             it is there now
--   ROWS_IN_DEFAULT  rows of that month lie in the default partition; an operator has to move in
--   NAME_TAKEN       another table has its name
--   BUSY             a lock was not to be had in time; nothing more was tried: call again
--
-- To be called by the program, who may make no table otherwise. As often as wanted, and by several at
-- once. It waits for no lock longer than half a second, so that nobody waits longer behind it, and that
-- is less than deadlock_timeout: in a deadlock it is never the other one who has to go.
create function partitions_ahead(instant timestamptz, months integer)
  returns table (partition text, outcome text)
  language plpgsql security definer
  set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO' set lock_timeout = '500ms'
as $$
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

-- How many whole months after that of the instant every table has partitions for; -1 when one has none
-- for the instant's own.
create function partition_months_ahead(instant timestamptz) returns integer
  language sql stable set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO'
as $$
  with ranges as materialized (select * from partition_ranges())
  select coalesce(min(n), 121) - 1
    from (select distinct parent from ranges) t
    cross join generate_series(0, 120) n
   where not exists (select from ranges r
                      where r.parent = t.parent
                        and r.since <= date_trunc('month', instant) + n * interval '1 month'
                        and r.until >= date_trunc('month', instant) + (n + 1) * interval '1 month')
$$;

revoke execute on function partition_ranges(), partition_attach(text, text, text), partition_make(text, text, text),
  partitions_ahead(timestamptz, integer), partition_months_ahead(timestamptz) from public;
grant execute on function partition_ranges(), partitions_ahead(timestamptz, integer),
  partition_months_ahead(timestamptz) to liveness_app;

-- The tables as they are become <table>_first, with their indexes; a partitioned table takes each one's place
do $$
declare
  old record;
  renamed record;
  ends timestamptz;
begin
  set local timezone = 'UTC';
  set local datestyle = 'ISO';
  -- In the order in which the program takes them, so that nobody waits in a circle. From here on nobody
  -- writes, and what is newest stays it.
  lock table observation, body, ledger_entry, observation_statement, access_event in share row exclusive mode;
  for old in
    select * from (values
      ('access_event', 'at', 'entry'),
      ('body', 'stored_at', 'record_id, observation'),
      ('observation_statement', 'stored_at', 'record_id, observation')) as t (name, moment, key)
  loop
    select substring(pg_get_constraintdef(c.oid) from '''([^'']+)''')::timestamptz into ends
      from pg_constraint c
     where c.conrelid = to_regclass(old.name) and c.convalidated
       and c.conname = format('ck_%s_first_%s', old.name, old.moment);
    if ends is null then
      execute format('select greatest(date_trunc(''month'', max(%I)) + interval ''1 month'','
        ' date_trunc(''month'', now())) from %I', old.moment, old.name) into ends;
      execute format('alter table %I add constraint %I check (%I < %L)',
        old.name, format('ck_%s_first_%s', old.name, old.moment), old.moment, ends);
    end if;

    execute format('create unique index if not exists pk_%1$s_first on %1$I (%2$s, %3$I)',
      old.name, old.key, old.moment);
    execute format('alter table %1$I drop constraint pk_%1$s,'
      ' add constraint pk_%1$s_first primary key using index pk_%1$s_first', old.name);
    if old.name = 'observation_statement' then
      create unique index if not exists uq_observation_statement_first_entry_stored_at
        on observation_statement (entry, stored_at);
      alter table observation_statement drop constraint uq_observation_statement_entry,
        add constraint uq_observation_statement_first_entry_stored_at
        unique using index uq_observation_statement_first_entry_stored_at;
    end if;

    for renamed in
      select c.relname as name, replace(c.relname, old.name, old.name || '_first') as wanted
        from pg_index x join pg_class c on c.oid = x.indexrelid
       where x.indrelid = to_regclass(old.name) and c.relname not like '%\_first%'
    loop
      execute format('alter index %I rename to %I', renamed.name, renamed.wanted);
    end loop;
    execute format('alter table %1$I rename to %1$s_first', old.name);

    execute format('create table %1$I (like %1$s_first including all excluding indexes excluding statistics)'
      ' partition by range (%2$I)', old.name, old.moment);
    execute format('alter table %1$I drop constraint ck_%1$s_first_%2$s,'
      ' add constraint pk_%1$s primary key (%3$s, %2$I)', old.name, old.moment, old.key);
    execute format('create trigger append_only before update or delete or truncate on %I'
      ' for each statement execute function refuse_change()', old.name);
    execute format('alter table %I enable always trigger append_only', old.name);
    execute format('grant select, insert on %I to liveness_app', old.name);

    if old.name = 'access_event' then
      create index ix_access_event_record_id_entry on access_event (record_id, entry) where record_id is not null;
      create index ix_access_event_record_ids on access_event using gin (record_ids) where record_ids is not null;
      create index ix_access_event_subject_entry on access_event (subject, entry);
      create index ix_access_event_at on access_event using brin (at);
    else
      execute format('alter table %1$I add constraint fk_%1$s_record_id_observation'
        ' foreign key (record_id, observation) references observation (record_id, number) on delete restrict', old.name);
    end if;
    if old.name = 'observation_statement' then
      alter table observation_statement
        add constraint uq_observation_statement_entry_stored_at unique (entry, stored_at),
        add constraint fk_observation_statement_entry foreign key (entry)
          references ledger_entry (id) on delete restrict;
    end if;

    -- Its own check tells that no row lies outside: it is not read for that
    perform partition_attach(old.name, old.name || '_first', format('for values from (minvalue) to (%L)', ends));
    execute format('alter table %1$s_first drop constraint ck_%1$s_first_%2$s', old.name, old.moment);
    if old.name <> 'access_event' then
      -- Unlike those of a statement, triggers of rows are handed down, also to partitions that are to come
      execute format('create trigger same_time before insert on %I'
        ' for each row execute function refuse_other_time()', old.name);
      execute format('alter table %I enable always trigger same_time', old.name);
    end if;
    perform partition_make(old.name, old.name || '_default', 'default');
  end loop;
end
$$;

comment on table access_event is 'By month of at (UTC); partitions are made ahead by partitions_ahead.';
comment on table body is 'By month of stored_at (UTC), which is its observation''s; partitions are made ahead by partitions_ahead.';
comment on table observation_statement is
  'By month of stored_at (UTC), which is its observation''s; partitions are made ahead by partitions_ahead.';

-- Until a replica of the service looks after them
select partitions_ahead(now(), 3);
