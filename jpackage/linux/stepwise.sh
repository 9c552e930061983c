#!/bin/sh
# Starts Stepwise. The launcher that jpackage makes asks rpm and dpkg at every start what package it
# belongs to, which takes half a second.
here=$(readlink -f "$0")
lib=${here%/bin/*}/lib
# Options meant for another Java: this one would refuse to start with some of them.
unset JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS _JAVA_OPTIONS
# GTK opens the window and draws nothing in it: it need not start OpenGL for itself.
export GDK_GL=disable
exec "$lib/runtime/bin/java" "@$lib/app/java.options" "-XX:AOTCache=$lib/app/stepwise.aot" \
  -jar "$lib/app/stepwise.jar" "$@"
