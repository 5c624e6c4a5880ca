-- Self-checks of the ledger: asked for or due, run by one replica at a time, kept for good.
--
-- While a check waits or runs its row is a job. When it has ended the row is a fact that changes no
-- more, with a leaf of its own in the ledger.

create table ledger_check (
  number         bigint      not null generated always as identity,
  trigger        text        not null,
  state          text        not null,
  requested_at   timestamptz not null,
  started_at     timestamptz,
  finished_at    timestamptz,
  tree_size      bigint,
  root           bytea,
  leaves_checked bigint      not null default 0,
  findings_total integer     not null default 0,
  findings       jsonb       not null default '[]',
  entry          bigint,
  salt           bytea,
  statement      bytea,

  constraint pk_ledger_check primary key (number),
  constraint uq_ledger_check_entry unique (entry),
  constraint fk_ledger_check_entry foreign key (entry) references ledger_entry (id) on delete restrict,
  constraint ck_ledger_check_trigger check (trigger in ('REQUESTED', 'SCHEDULED')),
  constraint ck_ledger_check_state check (state in ('PENDING', 'RUNNING', 'PASSED', 'FAILED')),
  constraint ck_ledger_check_finished_at check (
    (state in ('PASSED', 'FAILED')) = (finished_at is not null)
    and (finished_at is null) = (entry is null) and (entry is null) = (salt is null)
    and (entry is null) = (statement is null)),
  constraint ck_ledger_check_findings_total check ((state = 'FAILED') = (findings_total > 0) or finished_at is null)
);

comment on column ledger_check.findings is 'The first of them; findings_total counts all.';
comment on column ledger_check.statement is 'RFC 8785 form of the result; the commitment SHA-256(salt || statement) is in the leaf.';

-- one at a time
create unique index uq_ledger_check_open on ledger_check ((true)) where state in ('PENDING', 'RUNNING');

grant select, insert, update on ledger_check to liveness_app;

create trigger keep before delete or truncate on ledger_check
  for each statement execute function refuse_change();
create trigger finished before update on ledger_check
  for each row when (old.finished_at is not null) execute function refuse_change();
alter table ledger_check enable always trigger keep;
alter table ledger_check enable always trigger finished;
