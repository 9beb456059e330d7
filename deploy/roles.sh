#!/bin/sh
# Run once by the PostgreSQL image: gate_owner owns the database and migrates it, gate_app (no special rights, owns nothing) runs the service.
set -eu
psql -v ON_ERROR_STOP=1 -v owner_password="$GATE_OWNER_PASSWORD" -v app_password="$GATE_APP_PASSWORD" -U postgres -d postgres <<'SQL'
CREATE ROLE gate_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE gate_app LOGIN PASSWORD :'app_password';
CREATE DATABASE gate OWNER gate_owner;
\connect gate
ALTER SCHEMA public OWNER TO gate_owner;
SQL
