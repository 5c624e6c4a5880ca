#!/bin/bash
# Run once by the database's image, in the database that it has just made: the two roles, and their passwords.
set -eu
run() { psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "$POSTGRES_DB" "$@"; }

run -f /roles.sql
run -v owner="$(cat /run/secrets/database-owner)" -v app="$(cat /run/secrets/database-app)" <<'END'
alter role liveness_owner password :'owner';
alter role liveness_app password :'app';
END
