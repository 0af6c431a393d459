#!/bin/sh
# The served VS Code under the command line of the desktop one, for tools that want the path of an executable.
host=$(dirname "$(readlink -f "$0")")
exec node --import "$host/../../../node_modules/tsx/dist/loader.mjs" "$host/shim.ts" "$@"
