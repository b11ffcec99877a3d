#!/bin/sh
# PostgreSQL's image runs this once, on a new volume: the role of the API and the worker, which owns nothing. Migrations give it its rights.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set=password="$DATABASE_APP_PASSWORD" <<'SQL'
CREATE ROLE presente_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD :'password';
SQL
