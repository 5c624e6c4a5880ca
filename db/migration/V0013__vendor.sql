-- What all replicas share of the vendor: how much they may ask of it, and who asks for a record just now.
--
-- vendor_call   how many calls began, in slices of a hundredth of a limit's span
-- vendor_word   what the vendor said last of how much it allows
-- vendor_claim  who is fetching a record
--
-- All are states, not facts: rows come and go. Time is the database's.

create table vendor_call (
  span_millis bigint      not null,
  since       timestamptz not null,
  calls       integer     not null,

  constraint pk_vendor_call primary key (span_millis, since)
);

comment on table vendor_call is 'One row for each limit and slice of its span in which calls began.';

create table vendor_word (
  one          boolean     not null default true,
  paused_until timestamptz not null default '-infinity',
  remaining    integer,
  resets_at    timestamptz,

  constraint pk_vendor_word primary key (one),
  constraint ck_vendor_word_one check (one)
);

comment on column vendor_word.paused_until is 'Nobody calls before: Retry-After.';
comment on column vendor_word.remaining is 'Calls until resets_at: X-RateLimit-Remaining, less those that began since.';

insert into vendor_word default values;

-- Unlogged: after a crash of the database nobody is fetching, and no commit waits for the disk.
create unlogged table vendor_claim (
  record_id          text        not null,
  token              text        not null,
  expires_at         timestamptz not null,
  ended              boolean     not null default false,
  result             text,
  observation        integer,
  problem            text,
  detail             text,
  retry_after_millis bigint,

  constraint pk_vendor_claim primary key (record_id)
);
create index ix_vendor_claim_expires_at on vendor_claim (expires_at);

comment on column vendor_claim.ended is 'How it ended is for those who waited; who comes later fetches anew.';

grant select, insert, update, delete on vendor_call, vendor_claim to liveness_app;
grant select, update on vendor_word to liveness_app;

-- Counts a call, if each limit leaves room for it in the span that ends now: zero; else says how many
-- milliseconds to wait at least. A call counts until its whole slice has left the span: never too many in any
-- span, at the price of a hundredth of it. Whoever asks waits for who asked before: the row of vendor_word is
-- locked until the commit.
create function vendor_call_begins(spans_millis bigint[], limits integer[]) returns bigint
  language plpgsql set search_path = public, pg_temp
as $$
declare
  said   vendor_word%rowtype;
  moment timestamptz;
  span   interval;
  wait   interval := interval '0';
  used   bigint;
  oldest timestamptz;
begin
  select * into strict said from vendor_word for update;
  moment := clock_timestamp();
  if said.paused_until > moment then
    wait := said.paused_until - moment;
  end if;
  if said.resets_at > moment and said.remaining <= 0 then
    wait := greatest(wait, said.resets_at - moment);
  end if;
  for i in 1 .. cardinality(limits) loop
    span := make_interval(secs => spans_millis[i] / 1000.0);
    delete from vendor_call where span_millis = spans_millis[i] and since <= moment - span - span / 100;
    select coalesce(sum(calls), 0), min(since) into used, oldest
      from vendor_call where span_millis = spans_millis[i];
    if used >= limits[i] then
      wait := greatest(wait, oldest + span / 100 + span - moment);
    end if;
  end loop;
  if wait > interval '0' then
    return greatest(1, ceil(extract(epoch from wait) * 1000));
  end if;
  for i in 1 .. cardinality(limits) loop
    span := make_interval(secs => spans_millis[i] / 1000.0);
    insert into vendor_call as c (span_millis, since, calls)
    values (spans_millis[i], date_bin(span / 100, moment, timestamptz 'epoch'), 1)
    on conflict (span_millis, since) do update set calls = c.calls + 1;
  end loop;
  update vendor_word set remaining = remaining - 1 where resets_at > moment;
  return 0;
end
$$;

-- Notes what an answer said; null for what it did not. Answers overtake each other: of those that speak of
-- the same reset the lowest remainder holds.
create function vendor_said(pause_millis bigint, said_remaining integer, said_reset timestamptz) returns void
  language sql set search_path = public, pg_temp
as $$
  update vendor_word
     set paused_until = greatest(paused_until, clock_timestamp() + make_interval(secs => coalesce(pause_millis, 0) / 1000.0)),
         remaining = case
           when said_remaining is null or said_reset is null then remaining
           when resets_at is null or said_reset > resets_at then said_remaining
           else least(remaining, said_remaining) end,
         resets_at = case
           when said_remaining is null or said_reset is null then resets_at
           else greatest(resets_at, said_reset) end
$$;
