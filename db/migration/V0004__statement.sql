-- What each observation commits to.
--
-- The statement is the canonical JSON of the observation as a fact, the salt keeps its commitment from
-- being guessed. Both are personal data: erasure removes them, while the leaf stays in the ledger.

create table observation_statement (
  record_id   text        not null,
  observation integer     not null,
  stored_at   timestamptz not null,
  entry       bigint      not null,
  salt        bytea       not null,
  statement   bytea       not null,

  constraint pk_observation_statement primary key (record_id, observation),
  constraint uq_observation_statement_entry unique (entry),
  constraint fk_observation_statement_record_id_observation foreign key (record_id, observation)
    references observation (record_id, number) on delete restrict,
  constraint fk_observation_statement_entry foreign key (entry) references ledger_entry (id) on delete restrict,
  constraint ck_observation_statement_salt check (octet_length(salt) = 32)
);

comment on column observation_statement.entry is 'The ledger entry whose leaf holds the commitment SHA-256(salt || statement).';
comment on column observation_statement.statement is 'RFC 8785 form, UTF-8; read with convert_from(statement, ''UTF8'').';

-- Each statement names the commitment of the one before: a history cannot lose its middle unseen.
alter table record add column last_commitment bytea
  constraint ck_record_last_commitment check (octet_length(last_commitment) = 32);
comment on column record.last_commitment is 'Commitment of the latest observation''s statement, for the next one to name.';

grant select, insert on observation_statement to liveness_app;

create trigger append_only before update or delete or truncate on observation_statement
  for each statement execute function refuse_change();
alter table observation_statement enable always trigger append_only;
