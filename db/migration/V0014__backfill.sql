-- Backfills: jobs that read the vendor's list and fetch the records that it names.
--
-- backfill       a job: what was ordered, and how far its reading of the list is
-- backfill_item  a record that a job has to do with, and what came of it
--
-- Both are states, not facts: what a job establishes are observations. The runner holds the lease `backfill`
-- and writes under it; what became of a record is written in the transaction of its observation. Time is the
-- database's.

create table backfill (
  id              bigint      not null generated always as identity,
  state           text        not null default 'PENDING',
  scope           text        not null,
  fetched_before  timestamptz,
  status          text,
  fetch_unlisted  boolean     not null,
  dry_run         boolean     not null,
  caller          text        not null,
  request_id      text        not null,
  requested_at    timestamptz not null default clock_timestamp(),
  started_at      timestamptz,
  ended_at        timestamptz,

  pass            integer     not null default 0,
  pass_begun_at   timestamptz,
  next_page       integer,
  last_page       text[],
  pass_new        integer     not null default 0,
  compared_to     text        not null default '',
  is_compared     boolean     not null default false,
  list_calls      integer     not null default 0,
  list_total      integer,
  nameless        integer     not null default 0,

  failures        integer     not null default 0,
  waits_until     timestamptz,
  problem         text,
  detail          text,

  constraint pk_backfill primary key (id),
  constraint ck_backfill_state check (state in ('PENDING', 'RUNNING', 'COMPLETED', 'CANCELLED')),
  constraint ck_backfill_scope check (scope in ('MISSING', 'OLDER', 'ALL')),
  constraint ck_backfill_fetched_before check ((scope = 'OLDER') = (fetched_before is not null)),
  constraint ck_backfill_ended_at check ((state in ('COMPLETED', 'CANCELLED')) = (ended_at is not null))
);
create index ix_backfill_open on backfill (id) where ended_at is null;

comment on column backfill.fetched_before is 'Records whose latest fetch is older are fetched again.';
comment on column backfill.status is 'Only records of this status at the vendor.';
comment on column backfill.pass is 'Readings of the whole list that have begun.';
comment on column backfill.next_page is 'Of the pass under way; null between two.';
comment on column backfill.last_page is 'The ids on the page before: a list that repeats it has ended.';
comment on column backfill.pass_new is 'Records that no earlier page named and that are older than the job.';
comment on column backfill.compared_to is 'Held records up to this id were looked for on the list of the last pass.';
comment on column backfill.nameless is 'Items of the current pass without an id.';
comment on column backfill.failures is 'Calls in a row that failed for whatever they asked.';
comment on column backfill.waits_until is 'Why is in problem and detail, which stay until a call succeeds.';

create table backfill_item (
  backfill    bigint      not null,
  record_id   text        not null,
  state       text        not null,
  pass        integer     not null,
  result      text,
  observation integer,
  tries       integer     not null default 0,
  next_try_at timestamptz not null default clock_timestamp(),
  problem     text,
  detail      text,
  ended_at    timestamptz,

  constraint pk_backfill_item primary key (backfill, record_id),
  constraint fk_backfill_item_backfill foreign key (backfill) references backfill (id) on delete restrict,
  constraint ck_backfill_item_state check (state in ('PENDING', 'HELD', 'FETCHED', 'FAILED', 'UNLISTED'))
);
create index ix_backfill_item_next_try_at on backfill_item (backfill, next_try_at) where state = 'PENDING';
create index ix_backfill_item_state on backfill_item (backfill, state, result, record_id);
create index ix_backfill_item_ended_at on backfill_item (backfill, ended_at) where ended_at is not null;

comment on column backfill_item.state is 'HELD: need not be fetched. UNLISTED: we hold it, and the list does not name it.';
comment on column backfill_item.pass is 'The latest that named it; 0 for none.';
comment on column backfill_item.problem is 'Of the latest try, until one succeeds.';

grant select, insert, update on backfill, backfill_item to liveness_app;
