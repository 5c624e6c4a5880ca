-- Secrets that all replicas share and nobody else needs. The first replica that needs one makes it at random.
--
-- A key is changed by removing its row and starting all replicas anew: what the old one sealed is good no more.

create table shared_key (
  purpose text        not null,
  value   bytea       not null,
  made_at timestamptz not null default now(),

  constraint pk_shared_key primary key (purpose),
  constraint ck_shared_key_value check (octet_length(value) = 32)
);

comment on table shared_key is 'Secrets that all replicas share. None protects a fact: the signing key of the log is not among them.';
comment on column shared_key.purpose is 'page-token: seals the positions in lists that callers are given (AES-256-GCM).';
comment on column shared_key.value is '256 random bits.';

grant select, insert on shared_key to liveness_app;
