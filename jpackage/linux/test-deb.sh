#!/usr/bin/env bash
# Installs the deb in a Debian of its own, without Java and with the network cut off, and uses it:
# every command, the window under Xvfb, the time that a start takes, and the way out.
#
#   test-deb.sh [DEB]        the one built last, where it is left out
#
# Needs to be root, debootstrap, and a mirror of Debian for the first run; the system it makes is
# kept in STEPWISE_TEST_ROOT (target/test-root) and used again.
set -euo pipefail
cd "$(dirname "$0")/../.."

deb=$(realpath "${1:-$(ls target/installer/installers/*.deb)}")
root=${STEPWISE_TEST_ROOT:-target/test-root}
most_deb=60000000
most_installed=110000000

fail() { echo "FAILED: $*" >&2; exit 1; }
say() { echo "== $*"; }

# What the package needs, and what the test itself does: a screen, and looking at it.
if [ ! -e "$root/made" ]; then
  say "a clean Debian in $root"
  mkdir -p "$root"
  debootstrap --variant=minbase bookworm "$root" >/dev/null
  chroot "$root" sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install \
    -y -qq --no-install-recommends xvfb x11-utils libgtk-3-0 libgl1 libxtst6 libxxf86vm1' \
    >/dev/null
  touch "$root/made"
fi
root=$(realpath "$root")
cp "$deb" "$root/tmp/stepwise.deb"

# No network: a namespace with no device but an unused loopback.
inside() { unshare --net --mount --pid --fork sh -c 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"' "$root" "$@"; }
at_screen() {
  inside sh -c 'rm -rf /tmp/.X9-lock /tmp/.X11-unix/X9
    Xvfb :9 -screen 0 1600x1000x24 -noreset >/dev/null 2>&1 &
    export DISPLAY=:9
    until xwininfo -root >/dev/null 2>&1; do sleep 0.1; done; '"$1"
}

say "installed without Java and network"
inside sh -c '! command -v java' || fail "there is a Java"
inside sh -c 'export DEBIAN_FRONTEND=noninteractive; dpkg -i /tmp/stepwise.deb' >/dev/null
trap 'chroot "$root" dpkg --purge stepwise >/dev/null 2>&1 || true' EXIT

inside sh -c 'export DEBIAN_FRONTEND=noninteractive; dpkg -i /tmp/stepwise.deb' >/dev/null ||
  fail "not installed over itself"
! inside dpkg -s stepwise | grep APPLICATION || fail "the package's description is not filled in"

say "sizes"
size=$(stat -c %s "$deb")
installed=$(du -sb --apparent-size "$root/opt/stepwise" | awk '{s += $1} END {print s}')
echo "deb $size bytes, installed $installed bytes"
[ "$size" -le $most_deb ] || fail "the deb is larger than $most_deb bytes"
[ "$installed" -le $most_installed ] || fail "what is installed is larger than $most_installed bytes"

say "the command line"
inside stepwise --version | grep -q '^Stepwise [0-9]' || fail "--version"
inside env JAVA_TOOL_OPTIONS=-XX:+UseG1GC _JAVA_OPTIONS=-Xmx64m stepwise --version 2>&1 |
  grep -q '^Stepwise [0-9]' || fail "options meant for another Java"
inside stepwise list | tee "$root/tmp/list.txt" | grep -q '^k-means	bad-start	' || fail "list"
mkdir -p "$root/tmp/out"
cut -f1 "$root/tmp/list.txt" | sort -u | while read -r exercise; do
  preset=$(awk -F'\t' -v e="$exercise" '$1 == e {print $2; exit}' "$root/tmp/list.txt")
  inside stepwise scenario "$exercise" --preset "$preset" -o "/tmp/out/$exercise.json"
  inside stepwise trace "/tmp/out/$exercise.json" --values -o "/tmp/out/$exercise.trace.json"
  inside stepwise render "/tmp/out/$exercise.json" -o "/tmp/out/$exercise.png"
  inside stepwise render "/tmp/out/$exercise.json" -o "/tmp/out/$exercise.svg"
  for file in trace.json png svg; do
    [ -s "$root/tmp/out/$exercise.$file" ] || fail "$exercise.$file"
  done
  echo "$exercise: scenario, trace, PNG, SVG"
done
inside stepwise animate /tmp/out/k-means.json --to 3 -o /tmp/out/k-means.gif
[ -s "$root/tmp/out/k-means.gif" ] || fail "animate"
if inside stepwise render /tmp/none.json -o /tmp/out/none.png 2>"$root/tmp/out/error.txt"; then
  fail "a missing file was rendered"
fi
[ "$(wc -l <"$root/tmp/out/error.txt")" = 1 ] || fail "a missing file's message has not one line"

say "the window"
at_screen '
  stepwise >/tmp/out/window.txt 2>&1 &
  for i in $(seq 100); do
    xwininfo -root -tree | grep -q "\"Stepwise\"" && exit 0
    sleep 0.2
  done
  exit 1' || fail "no window: $(cat "$root/tmp/out/window.txt")"
cp "$root/tmp/out/k-means.json" "$root/tmp/out/a lesson.stepwise"
at_screen '
  stepwise "/tmp/out/a lesson.stepwise" >/tmp/out/window.txt 2>&1 &
  for i in $(seq 100); do
    xwininfo -root -tree | grep -q "\"Stepwise\"" && exit 0
    sleep 0.2
  done
  exit 1' || fail "no window for a file: $(cat "$root/tmp/out/window.txt")"
[ ! -d "$root/root/.openjfx" ] || fail "native libraries were unpacked"

say "from the start to the first frame"
# The app closes its window as soon as it has been seen, and says when that was.
start() {
  at_screen '
    before=$(date +%s%3N)
    seen=$(stepwise 2>/dev/null | sed -n "s/first frame at //p")
    echo $((seen - before))'
}
median() { sort -n | awk '{times[NR] = $1} END {print times[int((NR + 1) / 2)]}'; }
options="$root/opt/stepwise/lib/app/java.options"
cache="$root/opt/stepwise/lib/app/stepwise.aot"
cp -p "$options" "$root/tmp/java.options"
printf '\n-Dstepwise.rehearsal=true\n' >>"$options"
rm -f "$root/tmp/with.txt" "$root/tmp/without.txt"
# In turn, so that whatever else the machine does slows both alike: their ratio is judged, no time.
for i in $(seq 7); do
  start >>"$root/tmp/with.txt"
  mv "$cache" "$root/tmp/stepwise.aot"
  start >>"$root/tmp/without.txt"
  mv "$root/tmp/stepwise.aot" "$cache"
done
cp -p "$root/tmp/java.options" "$options"
with=$(median <"$root/tmp/with.txt")
without=$(median <"$root/tmp/without.txt")
rm "$root/tmp/with.txt" "$root/tmp/without.txt"
echo "with the cache of classes $with ms, without $without ms"
slow=
[ $((10 * without)) -ge $((18 * with)) ] || slow="the cache makes a start less than 1.8 times faster"

say "menu entry, file type, icons"
grep -q 'Exec=stepwise %f' "$root"/usr/share/applications/stepwise.desktop || fail "Exec"
grep -rq 'stepwise' "$root/usr/share/mime/packages" || fail "no file type"
[ -s "$root/usr/share/icons/hicolor/48x48/apps/stepwise.png" ] || fail "no icon"
for licence in README.md stepwise/OFL-Inter.txt jlatexmath/LICENSE lucene-core/NOTICE.txt; do
  [ -s "$root/opt/stepwise/lib/licences/$licence" ] || fail "no licence $licence"
done

say "uninstalled"
mkdir -p "$root/root/.config/stepwise"
touch "$root/root/.config/stepwise/kept"
inside dpkg --purge stepwise >/dev/null
left=$(find "$root/usr" "$root/opt" "$root/etc" "$root/var/lib" -iname '*stepwise*' 2>/dev/null || true)
[ -z "$left" ] || fail "left behind: $left"
[ -e "$root/root/.config/stepwise/kept" ] || fail "the user's own files are gone"
rm -rf "$root/root/.config/stepwise"

# Told last, because it depends on what else the machine does.
[ -z "$slow" ] || fail "$slow"
echo "PASSED"
