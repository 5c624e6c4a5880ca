-- Callers who may see some clients' records alone list those.
create index ix_record_client_listed_at_id on record (client, listed_at desc, id desc) where revision is not null;
