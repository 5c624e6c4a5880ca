-- Leases: which replica does what only one may do at a time.
--
-- Expiry is judged by the database's clock, never by a replica's. The token grows with every change of
-- holder: whoever writes under a lease first locks its row and finds its own token there (fencing), so
-- that a holder that was paused past its term can do no harm when it wakes up.

create table lease (
  name       text        not null,
  holder     text        not null,
  token      bigint      not null,
  expires_at timestamptz not null,

  constraint pk_lease primary key (name)
);

comment on table lease is 'Not a fact but a state: rows are updated, and may be deleted while no replica runs.';

grant select, insert, update on lease to liveness_app;
