#!/bin/sh
# What Node and the native modules below APP need of Debian, into a new folder; docker/Dockerfile runs it.
#   sh runtime.sh APP FOLDER
set -eu
app=$1
to=$2

mkdir -p "$to/etc" "$to/tmp" "$to/usr/lib" "$to/usr/lib64" "$to/var/lib/dpkg/status.d"
chmod 1777 "$to/tmp"
for folder in lib lib64; do ln -s "usr/$folder" "$to/$folder"; done

node=$(command -v node)
mkdir -p "$to$(dirname "$node")"
cp "$node" "$to$node"

linked=$({ echo "$node"; find "$app" -name '*.node' -o -name '*.so' -o -name '*.so.*'; } | xargs -n 1 ldd)
if echo "$linked" | grep 'not found' >&2; then exit 1; fi

libraries=$(echo "$linked" | grep -o '/[^ ]*' | grep -v -e "^$app/" -e ':$' | sort -u)
for library in $libraries; do
  # Where /lib is a link, and by the name that the linker asks for, which may be a link, too.
  folder=$(realpath "$(dirname "$library")")
  mkdir -p "$to$folder"
  cp -L "$library" "$to$folder/"
  # As distroless images say which packages they hold: scanners read it.
  package=$(dpkg-query --search "$(realpath "$library")" | cut -d : -f 1)
  dpkg-query --status "$package" >"$to/var/lib/dpkg/status.d/$package"
done

cp -L /etc/os-release "$to/etc/"
printf 'hosts: files dns\n' >"$to/etc/nsswitch.conf"
printf 'root:x:0:0:root:/:/nonexistent\nnode:x:1000:1000::/app:/nonexistent\n' >"$to/etc/passwd"
printf 'root:x:0:\nnode:x:1000:\n' >"$to/etc/group"
