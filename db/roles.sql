-- The two roles of Liveness Ledger, and what they may before there is a table:
--
--   liveness_owner  owns the schema; the migrations run as this role
--   liveness_app    the program at run time; the migrations grant it what it needs, table by table
--
-- An operator runs it in the program's database, PostgreSQL 15 to 18, as a superuser or as the owner of
-- the database with CREATEROLE; as often as wanted, also on an upgraded server:
--
--   createdb liveness
--   psql -v ON_ERROR_STOP=1 -d liveness -f db/roles.sql
--
-- and then gives the roles their passwords, with \password or as the site does it. There are none here.
-- The embedded server runs the same file in single-user mode, for which a statement ends with a
-- semicolon and an empty line: keep one after each statement, and none after a semicolon within one.

do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'liveness_owner') then
    create role liveness_owner login;
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'liveness_app') then
    create role liveness_app login;
  end if;
end
$$;

-- Whoever may connect could otherwise make objects that the program then takes for its own. New
-- databases are made without this right since PostgreSQL 15, upgraded ones keep it.
revoke create on schema public from public;

grant usage, create on schema public to liveness_owner;

grant usage on schema public to liveness_app;

do $$
begin
  execute format(
    'revoke temporary on database %I from public', pg_catalog.current_database());
  execute format(
    'grant connect, temporary on database %I to liveness_owner', pg_catalog.current_database());
  execute format(
    'grant connect on database %I to liveness_app', pg_catalog.current_database());
end
$$;
