-- Keys under which callers ask for something once, however often they send it (Idempotency-Key).
--
-- A state, not a fact: rows come and go. Answers are not kept, which hold personal data, but what they were made
-- from, so that they can be made again. How long a call that is under way keeps its key is by the database's clock,
-- how long a key is known by the program's.

create table idempotency_key (
  caller          text        not null,
  key             text        not null,
  fingerprint     bytea       not null,
  token           text        not null,
  under_way_until timestamptz,
  kept_until      timestamptz not null,
  subject         text,
  number          integer,
  result          text,

  constraint pk_idempotency_key primary key (caller, key),
  constraint ck_idempotency_key_fingerprint check (octet_length(fingerprint) = 32),
  -- a call is under way, or it has an outcome
  constraint ck_idempotency_key_result check ((under_way_until is null) = (result is not null and subject is not null))
);
create index ix_idempotency_key_kept_until on idempotency_key (kept_until);

comment on column idempotency_key.fingerprint is 'SHA-256 of method, path, query and body.';
comment on column idempotency_key.token is 'Of the call that is under way, or was last.';
comment on column idempotency_key.subject is 'What was made or looked at, such as a record; number: which of its parts.';
comment on column idempotency_key.result is 'In the words of who answers.';

grant select, insert, update, delete on idempotency_key to liveness_app;
