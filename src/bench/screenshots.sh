#!/usr/bin/env bash
# Makes the pictures in assets/ from the program itself, in a real window on a virtual display: the first scene in light and dark, and on a stage.
# Needs Xvfb, xdotool, ImageMagick and pngquant.
#   mvn package -DskipTests && src/bench/screenshots.sh [COMMAND ...]          COMMAND is target/thalweg/bin/thalweg
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || set -- "$here/target/thalweg/bin/thalweg"
work=$(mktemp -d)
pids=()
trap 'for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done; rm -rf "$work"' EXIT

# Opens a display of this size, and the program on it, with settings of its own; without a window manager, so that it fills the display.
open() {
    local d=60
    while [ -e "/tmp/.X11-unix/X$d" ] || [ -e "/tmp/.X$d-lock" ]; do d=$((d + 1)); done
    export DISPLAY=:$d XDG_CONFIG_HOME=$work/config-$d
    Xvfb ":$d" -screen 0 "$1x24" -noreset >/dev/null 2>&1 & pids+=($!)
    for _ in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.2; done
    "${@:2}" >/dev/null 2>&1 & pids+=($!)
    for _ in $(seq 120); do xdotool search --onlyvisible --name Thalweg >/dev/null 2>&1 && break; sleep 0.5; done
    sleep "${PATIENCE:-8}"
}

# Stops, and goes to a step from the start on.
stop_at() {
    xdotool key space; sleep 1
    xdotool key Home; sleep 1
    local ten=$(($1 / 10)) one=$(($1 % 10))
    [ $ten -eq 0 ] || xdotool key --repeat $ten --delay 60 shift+Right
    [ $one -eq 0 ] || xdotool key --repeat $one --delay 60 Right
    sleep 3
}

# 256 colours are enough for these pictures and make them a third as large.
save() {
    import -window root "$work/$1.png"
    pngquant --force --strip --speed 1 --output "$here/assets/$1.png" 256 "$work/$1.png"
}

open 1600x1000 "$@"
stop_at 137
save window-light
xdotool mousemove 1450 20 click 1; sleep 1; xdotool mousemove 700 20; sleep 4
save window-dark
open 1280x720 "$@"
stop_at 137
xdotool mousemove 1010 20 click 1; sleep 3                          # two tiles: a map and a surface
xdotool key F5; sleep 4
save presentation
ls -l "$here"/assets
