#!/bin/sh
# Builds the installer for this system: build.sh [deb|rpm|app-image]
# Needs Maven, a JDK 25, and binutils; xvfb where there is no display;
# dpkg-deb and fakeroot for a deb, rpmbuild for an rpm.
set -eu
cd "$(dirname "$0")/../.."
# The cache of classes is made from a start of the app, best on a real screen.
if [ -z "${DISPLAY:-}" ] && command -v xvfb-run >/dev/null && command -v xauth >/dev/null; then
  set -- "${1:-deb}" xvfb-run -a
else
  set -- "${1:-deb}"
fi
type=$1
shift
exec "$@" mvn -B -q -ntp -Pinstaller package -Dinstaller.type="$type"
