#!/bin/sh
# Builds the installer for this system: build.sh [deb|rpm|app-image]
# Needs Maven, a JDK 25, and binutils; dpkg-deb and fakeroot for a deb, rpmbuild for an rpm.
set -eu
cd "$(dirname "$0")/../.."
exec mvn -B -q -ntp -Pinstaller package -Dinstaller.type="${1:-deb}"
