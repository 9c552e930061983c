#!/bin/sh
# Builds the installer for this system: build.sh [dmg|pkg|app-image]
# Needs Maven and a JDK 25.
set -eu
cd "$(dirname "$0")/../.."
exec mvn -B -q -ntp -Pinstaller package -Dinstaller.type="${1:-dmg}"
