#!/usr/bin/env bash
# Proves docker/Dockerfile where no container engine runs: builds it with buildah in a chroot, on a base that Debian and the pinned Node
# make up for the one that it names, and runs what it holds (docs/docker.md says what that shows, and what not). As root, on Debian:
#   docker/smoke.sh
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=${SMOKE_DIR:-/var/tmp/presente-smoke}
image=localhost/presente:smoke
base=$(sed -n 's/^FROM \(--platform=[^ ]* \)\?\(node:[^ ]*\).*/\2/p' docker/Dockerfile | sort -u)
suite=$(echo "$base" | sed 's/.*-\([a-z]*\)-slim$/\1/')
export PATH=$root/node_modules/node/bin:$PATH
export BUILDAH_ISOLATION=chroot
storage=(--root "$work/storage" --runroot "$work/run" --storage-driver vfs)

say() { printf '\n== %s\n' "$*"; }
die() { echo "$*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || die 'docker/smoke.sh needs root: a chroot, and packages of Debian.'
[ "$base" = "node:$(node -p process.versions.node)-$suite-slim" ] ||
  die "docker/Dockerfile is built on $base, but the project's Node is $(node -v): they must be one."

# What must not stay, however this ends.
leave=("$work/npmrc")
trap 'rm -f "${leave[@]}"' EXIT

declare -A needed=([buildah]=buildah [debootstrap]=debootstrap [caddy]=caddy [redis-server]=redis-server)
missing=()
for program in "${!needed[@]}"; do command -v "$program" >/dev/null || missing+=("${needed[$program]}"); done
if [ ${#missing[@]} -gt 0 ]; then
  say "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # Nothing is to be started by being installed.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' >$policy
    chmod +x $policy
    leave+=("$policy")
  fi
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

mkdir -p "$work"
if ! buildah "${storage[@]}" images --quiet "docker.io/library/$base" >/dev/null 2>&1; then
  say "Making $base of Debian's packages and $(node -v)"
  # The mirror of this machine, whatever it is.
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' | grep -v security | head -n 1)
  rm -rf "$work/base"
  debootstrap --variant=minbase "$suite" "$work/base" "$mirror" >"$work/debootstrap.log" || die "See $work/debootstrap.log"
  modules=/usr/local/lib/node_modules
  mkdir -p "$work/base$modules"
  cp "$(readlink -f "$(command -v node)")" "$work/base/usr/local/bin/node"
  cp -r "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$work/base$modules/npm"
  for program in npm npx; do ln -s "../lib/node_modules/npm/bin/$program-cli.js" "$work/base/usr/local/bin/$program"; done
  chroot "$work/base" useradd --uid 1000 --create-home node
  container=$(buildah "${storage[@]}" from scratch)
  buildah "${storage[@]}" add --quiet "$container" "$work/base" / >/dev/null
  buildah "${storage[@]}" config --cmd node "$container"
  buildah "${storage[@]}" commit --quiet --rm "$container" "docker.io/library/$base" >/dev/null
  rm -rf "$work/base"
fi

say 'Building docker/Dockerfile'
# npm of this machine may know another registry, and another authority for it. That is the build's alone, and in no layer.
registry=(--secret "id=npmrc,src=$work/npmrc")
(
  umask 077
  for config in globalconfig userconfig; do cat "$(npm config get $config 2>/dev/null)" 2>/dev/null || true; done >"$work/npmrc"
)
authority=${NODE_EXTRA_CA_CERTS:-}
if [ -e "$authority" ]; then
  registry+=(--volume "$(readlink -f "$authority"):/etc/ssl/registry.pem:ro")
  echo 'cafile=/etc/ssl/registry.pem' >>"$work/npmrc"
fi
platform=linux/$(dpkg --print-architecture)
buildah "${storage[@]}" bud --format docker --pull-never --platform "$platform" "${registry[@]}" \
  --file docker/Dockerfile --tag "$image" . >"$work/build.log" 2>&1 || { tail -n 40 "$work/build.log" >&2; die "See $work/build.log"; }
rm -f "$work/npmrc"

say 'Running it'
npm run --silent build
node --enable-source-maps dist/scripts/smoke/main.js --image "$image" --storage "$work" "$@"
