-- The ledger: a transparency log (RFC 6962) as C2SP tlog-tiles.
--
-- ledger_entry       a leaf's data, written in the transaction of the row that it stands for
-- ledger_pending     entries that have no place in line yet
-- ledger_leaf        an entry's place in line: contiguous from 0, in the order of commit
-- ledger_tile        full hash tiles
-- ledger_edge        the partial tile of each level; replaced by fuller ones
-- ledger_checkpoint  what was signed
--
-- All of one batch (leaves, tiles, edge, checkpoint) is one transaction of the one sequencer, which
-- holds the lease `sequencer`. Entry bundles are not stored: they are ledger_leaf joined with ledger_entry.
--
-- All but ledger_pending and ledger_edge are append-only and grow without bound. They are read by
-- ranges of their keys, which grow with time: partitions would be ranges of the keys themselves.

create table ledger_entry (
  id        bigint      not null generated always as identity,
  stored_at timestamptz not null default clock_timestamp(),
  leaf      bytea       not null,

  constraint pk_ledger_entry primary key (id),
  -- an entry bundle prefixes each leaf with its length in two bytes
  constraint ck_ledger_entry_leaf check (octet_length(leaf) between 1 and 65535)
);

comment on column ledger_entry.id is 'In the order of writing, with gaps where transactions rolled back: not the leaf index.';
comment on column ledger_entry.leaf is 'Canonical JSON, opaque to the log. Holds no personal data: it is public.';

create table ledger_pending (
  entry bigint not null,

  constraint pk_ledger_pending primary key (entry)
);

-- No foreign key: ledger_append writes both rows, and a key would lock each entry once more.
comment on table ledger_pending is 'Takes part in the transaction of its entry, so an entry is in line exactly when it is committed, however late.';

-- Takes an entry into the caller's transaction: the one way in.
create function ledger_append(leaf bytea) returns bigint language plpgsql as $$
declare
  appended bigint;
begin
  insert into ledger_entry (leaf) values (ledger_append.leaf) returning id into appended;
  insert into ledger_pending (entry) values (appended);
  return appended;
end
$$;

create table ledger_leaf (
  leaf_index bigint not null,
  entry      bigint not null,

  constraint pk_ledger_leaf primary key (leaf_index),
  constraint uq_ledger_leaf_entry unique (entry),
  constraint fk_ledger_leaf_entry foreign key (entry) references ledger_entry (id) on delete restrict,
  constraint ck_ledger_leaf_leaf_index check (leaf_index >= 0)
);

create table ledger_tile (
  level      smallint not null,
  tile_index bigint   not null,
  hashes     bytea    not null,

  constraint pk_ledger_tile primary key (level, tile_index),
  constraint ck_ledger_tile_level check (level between 0 and 63),
  constraint ck_ledger_tile_tile_index check (tile_index >= 0),
  constraint ck_ledger_tile_hashes check (octet_length(hashes) = 256 * 32)
);

create table ledger_edge (
  level      smallint not null,
  tile_index bigint   not null,
  hashes     bytea    not null,

  constraint pk_ledger_edge primary key (level),
  constraint ck_ledger_edge_level check (level between 0 and 63),
  constraint ck_ledger_edge_tile_index check (tile_index >= 0),
  constraint ck_ledger_edge_hashes check (octet_length(hashes) % 32 = 0 and octet_length(hashes) < 256 * 32)
);

comment on column ledger_edge.hashes is 'Empty when the tile before it has just become full.';

-- hashes do not compress
alter table ledger_tile alter column hashes set storage external;
alter table ledger_edge alter column hashes set storage external;

create table ledger_checkpoint (
  number       bigint      not null,
  tree_size    bigint      not null,
  root         bytea       not null,
  note         text        not null,
  published_at timestamptz not null,

  constraint pk_ledger_checkpoint primary key (number),
  constraint ck_ledger_checkpoint_number check (number >= 1),
  constraint ck_ledger_checkpoint_tree_size check (tree_size >= 0),
  constraint ck_ledger_checkpoint_root check (octet_length(root) = 32)
);

comment on column ledger_checkpoint.number is '1, 2, 3 ... without gaps. One size can have several: after a change of keys it is signed anew.';
comment on column ledger_checkpoint.note is 'The signed note (C2SP tlog-checkpoint), byte for byte as served.';

-- Guard one: what the runtime role may do
grant select, insert on ledger_entry, ledger_leaf, ledger_tile, ledger_checkpoint to liveness_app;
grant select, insert, delete on ledger_pending to liveness_app;
grant select, insert, update on ledger_edge to liveness_app;

-- Guard two: append-only, whoever asks
create trigger append_only before update or delete or truncate on ledger_entry
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on ledger_leaf
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on ledger_tile
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on ledger_checkpoint
  for each statement execute function refuse_change();
create trigger keep before delete or truncate on ledger_edge
  for each statement execute function refuse_change();
create trigger keep before truncate on ledger_pending
  for each statement execute function refuse_change();

-- Whoever leaves the waiting line has a place in the tree. The plan is kept from when the tree was
-- small: it must not be a scan of the tree.
create function refuse_skipping() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  if exists (select from gone g where not exists (select from ledger_leaf l where l.entry = g.entry)) then
    raise exception 'DELETE on ledger_pending refused: an entry without a leaf would be skipped'
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;

create trigger sequenced_only after delete on ledger_pending
  referencing old table as gone for each statement execute function refuse_skipping();

-- A partial tile only ever gets fuller, or makes room for the next one
create function refuse_thinner_tile() returns trigger language plpgsql as $$
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

create trigger fuller_only before update on ledger_edge
  for each row execute function refuse_thinner_tile();

alter table ledger_entry enable always trigger append_only;
alter table ledger_leaf enable always trigger append_only;
alter table ledger_tile enable always trigger append_only;
alter table ledger_checkpoint enable always trigger append_only;
alter table ledger_edge enable always trigger keep;
alter table ledger_edge enable always trigger fuller_only;
alter table ledger_pending enable always trigger keep;
alter table ledger_pending enable always trigger sequenced_only;
