-- Webhooks: who is told of changes, how far, and how each attempt ended.
--
-- webhook           one row for each name that was ever configured: its place in the feed of changes, and the
--                   message that is under way
-- webhook_delivery  each attempt to deliver a message
--
-- A message is written here before it is sent for the first time, so that every repeat has the same id and the
-- same content. Where it goes and how it is signed is configuration, and never here. Why: docs/decisions/0012.

create table webhook (
  name            text        not null,
  position        bigint      not null,
  state           text        not null default 'ACTIVE',
  paused_because  text,
  message_id      text,
  message_end     bigint,
  message_changes integer,
  message_clients text[],
  message         text,
  attempts        integer     not null default 0,
  failing_since   timestamptz,
  next_try_at     timestamptz,

  constraint pk_webhook primary key (name),
  constraint ck_webhook_position check (position >= 0),
  constraint ck_webhook_state check (state in ('ACTIVE', 'PAUSED')),
  constraint ck_webhook_paused_because check (
    (state = 'PAUSED') = (paused_because is not null) and paused_because in ('OPERATOR', 'FAILING', 'GONE')),
  constraint ck_webhook_message check (
    num_nonnulls(message_id, message_end, message_changes, message) in (0, 4) and message_end > position)
);

comment on table webhook is 'Not a fact but a state: rows are updated.';
comment on column webhook.position is 'How many leaves lie before what is still to be delivered.';
comment on column webhook.message_end is 'The position once the message has been delivered.';
comment on column webhook.message_clients is 'Of whose records it tells; null for all.';
comment on column webhook.attempts is 'That failed since the last that did not.';

create table webhook_delivery (
  number        bigint generated always as identity,
  webhook       text        not null,
  message_id    text        not null,
  from_position bigint      not null,
  to_position   bigint      not null,
  changes       integer     not null,
  attempt       integer     not null,
  at            timestamptz not null,
  millis        bigint      not null,
  outcome       text        not null,
  status        integer,

  constraint pk_webhook_delivery primary key (number),
  constraint fk_webhook_delivery_webhook foreign key (webhook) references webhook (name) on delete restrict,
  constraint ck_webhook_delivery_outcome check (
    outcome in ('DELIVERED', 'REFUSED', 'GONE', 'TIMED_OUT', 'UNREACHABLE', 'UNTRUSTED'))
);
create index ix_webhook_delivery_webhook_number on webhook_delivery (webhook, number);

comment on column webhook_delivery.status is 'The receiver''s; null when it gave none.';

-- Guard one: what the runtime role may do
grant select, insert, update on webhook to liveness_app;
grant select, insert on webhook_delivery to liveness_app;

-- Guard two: append-only, whoever asks
create trigger append_only before update or delete or truncate on webhook_delivery
  for each statement execute function refuse_change();
alter table webhook_delivery enable always trigger append_only;
