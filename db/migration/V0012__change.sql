-- The feed of changes: which observations changed what is known of a record, in the order of their leaves.
--
-- record_change       what changed, written in the transaction of the observation's statement
-- record_change_leaf  where its leaf is, written in the sequencer's transaction that gives it its place
--
-- Whoever reads goes along record_change_leaf alone: what it costs depends neither on how many leaves of
-- other things lie in between, nor on how many there are. Why: docs/decisions/0010.

create table record_change (
  entry       bigint  not null,
  record_id   text    not null,
  observation integer not null,
  change      text    not null,
  revision    integer not null,

  constraint pk_record_change primary key (entry),
  constraint uq_record_change_record_id_observation unique (record_id, observation),
  constraint fk_record_change_record_id_observation foreign key (record_id, observation)
    references observation (record_id, number) on delete restrict,
  constraint ck_record_change_change check (change in ('NEW', 'CHANGED', 'GONE', 'RETURNED'))
);

comment on table record_change is 'Follows from the observations (view observed_change).';
comment on column record_change.entry is 'The ledger entry of the observation''s statement.';
comment on column record_change.revision is 'The latest revision, once this has happened.';

create table record_change_leaf (
  leaf_index bigint not null,
  entry      bigint not null,

  constraint pk_record_change_leaf primary key (leaf_index),
  constraint fk_record_change_leaf_entry foreign key (entry) references record_change (entry) on delete restrict
);

-- An observation changes something when it starts a revision, or when the vendor no longer has what it had
-- at our latest fetch, or has it again. An answer that was handed in tells nothing of that.
create view observed_change as
  select * from (
  select o.record_id, o.number as observation,
         case when o.outcome = 'ABSENT' then 'GONE'
              when before.outcome = 'ABSENT' then 'RETURNED'
              when o.revision = 1 then 'NEW'
              else 'CHANGED' end as change,
         coalesce(o.revision, (select max(r.number) from revision r
                                where r.record_id = o.record_id and r.started_by < o.number)) as revision
    from observation o
    left join lateral (
      select b.outcome from observation b
       where b.record_id = o.record_id and b.number < o.number
         and b.outcome <> 'UNREADABLE' and b.trigger <> 'SUBMITTED'
       order by b.number desc limit 1) before on o.trigger <> 'SUBMITTED'
   where o.outcome <> 'UNREADABLE'
     and (o.starts_revision
       or o.trigger <> 'SUBMITTED'
         and (o.outcome = 'ABSENT') <> (coalesce(before.outcome, 'PRESENT') = 'ABSENT'))
  ) as change
   where revision is not null;

comment on view observed_change is 'What record_change is made from.';

-- Guard one: what the runtime role may do
grant select, insert on record_change, record_change_leaf to liveness_app;
grant select on observed_change to liveness_app;

-- Guard two: append-only, whoever asks
create trigger append_only before update or delete or truncate on record_change
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on record_change_leaf
  for each statement execute function refuse_change();
alter table record_change enable always trigger append_only;
alter table record_change_leaf enable always trigger append_only;

-- Plans are kept from when the tables were small: they must not be scans of them.
create function note_change() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  insert into record_change (entry, record_id, observation, change, revision)
  select new.entry, c.record_id, c.observation, c.change, c.revision
    from observed_change c
   where c.record_id = new.record_id and c.observation = new.observation;
  return null;
end
$$;

-- The sequencer knows nothing of changes: of the entries that it places, these are looked up by their key.
create function place_changes() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  insert into record_change_leaf (leaf_index, entry)
  select p.leaf_index, c.entry
    from placed p
    cross join lateral (select entry from record_change where entry = p.entry limit 1) c;
  return null;
end
$$;

-- From here on nobody writes a statement or a leaf until this is through
create trigger note_change after insert on observation_statement
  for each row execute function note_change();
create trigger place_changes after insert on ledger_leaf
  referencing new table as placed for each statement execute function place_changes();
alter table observation_statement enable always trigger note_change;
alter table ledger_leaf enable always trigger place_changes;

-- What is here already
insert into record_change (entry, record_id, observation, change, revision)
select s.entry, c.record_id, c.observation, c.change, c.revision
  from observed_change c
  join observation_statement s on s.record_id = c.record_id and s.observation = c.observation;

insert into record_change_leaf (leaf_index, entry)
select l.leaf_index, c.entry from record_change c join ledger_leaf l on l.entry = c.entry;
