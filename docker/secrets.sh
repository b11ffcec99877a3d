#!/bin/sh
# Fills what is empty among the secrets of .env, and changes none that is there: sh docker/secrets.sh
set -eu
umask 077
cd "$(dirname "$0")/.."
[ -e .env ] || cp .env.example .env
chmod 600 .env

ed25519() { openssl genpkey -algorithm ed25519 -outform DER | base64 | tr -d '\n'; }
key256() { openssl rand -base64 32; }
password() { openssl rand -hex 24; }

fill() {
  name=$1
  make=$2
  if grep -q "^$name=." .env; then return; fi
  # The same keys as `npm start` has made here, which reads .env, too, and must find again what it has sealed.
  value=$(sed -n "s/^$name=//p" .data/secrets.env 2>/dev/null || true)
  [ -n "$value" ] || value=$($make)
  grep -v "^$name=" .env >.env.new || true
  printf '%s=%s\n' "$name" "$value" >>.env.new
  mv .env.new .env
  echo "$name"
}

for name in KEY_ENCRYPTION_KEY BLIND_INDEX_KEY; do fill "$name" key256; done
for name in ACCESS_TOKEN_KEY CAPTURE_TOKEN_KEY CREDENTIAL_KEY ERASURE_RECEIPT_KEY; do fill "$name" ed25519; done
for name in POSTGRES_PASSWORD DATABASE_APP_PASSWORD REDIS_PASSWORD GRAFANA_PASSWORD; do fill "$name" password; done
