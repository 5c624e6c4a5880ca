-- A program that does not migrate itself looks whether the schema has all that it needs (quarkus.flyway.validate-at-start).
-- Whoever applies these files by other means than Flyway has no such table.
do $$
begin
  if to_regclass('flyway_schema_history') is not null then
    grant select on flyway_schema_history to liveness_app;
  end if;
end
$$;
