#!/bin/sh
# A machine to throw away: this one's whole disk, with every change kept in memory and gone at the end. Started in mount, process and
# network namespaces of its own:
#   unshare --mount --pid --net --fork --kill-child enter-machine.sh CHECKOUT COMMAND…
# pivot_root and no chroot: in a chroot the kernel refuses the user namespaces of Chromium's sandbox.
set -eu
checkout=$1
shift
here=$(pwd)

mount --make-rprivate /
memory=$(mktemp -d /tmp/foyer-machine.XXXXXX)
mount -t tmpfs -o size=4G foyer-machine "$memory"
rmdir_later=$memory
mkdir "$memory/upper" "$memory/work" "$memory/root"
mount -t overlay foyer-machine -o "lowerdir=/,upperdir=$memory/upper,workdir=$memory/work" "$memory/root"
root=$memory/root
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=0755 run "$root/run"
mkdir -p "$root$checkout" "$root$here"
# They may lie on disks of their own. The checkout is looked at only.
mount --rbind "$checkout" "$root$checkout"
mount -o remount,bind,ro "$root$checkout"
[ "$here" = "$checkout" ] || mount --rbind "$here" "$root$here"

mkdir -p "$root/run/before"
cd "$root"
pivot_root . run/before
umount -l /run/before
rmdir /run/before "$rmdir_later" 2> /dev/null || true
ip link set lo up 2> /dev/null || true
cd "$here"
exec "$@"
