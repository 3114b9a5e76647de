#!/usr/bin/env bash
# How long the program takes to be there, in a real window on a virtual display: milliseconds from the command to the window,
# to the first plot, to the first run in it and to the first thumbnails, for each of N starts and their medians. Needs Xvfb, xdotool, xfwm4,
# dbus-daemon.
#   src/bench/start.sh [N [COMMAND ...]]          N is 7, COMMAND target/thalweg/bin/thalweg
#   src/bench/start.sh 7 target/thalweg/bin/thalweg lesson gradient-descent        the run is there when the scene is
set -u
n=${1:-7}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- "$(cd "$(dirname "$0")/../.." && pwd)/target/thalweg/bin/thalweg"
width=1600
height=1000
work=$(mktemp -d)
d=60
while [ -e "/tmp/.X11-unix/X$d" ] || [ -e "/tmp/.X$d-lock" ]; do d=$((d + 1)); done
export DISPLAY=:$d
# the display keeps its pixels in a file, which costs next to nothing to look at
Xvfb ":$d" -screen 0 "${width}x${height}x24" -fbdir "$work" -noreset >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb ${wm:-} 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
XDG_CONFIG_HOME=$work dbus-run-session -- xfwm4 --compositor=off >/dev/null 2>&1 &         # without a bus it ends at once
wm=$!
sleep 2
screen=$work/Xvfb_screen0
head=$(($(stat -c %s "$screen") - 4 * width * height))

# How many colours there are in a row of pixels: Y FROM TO.
colours() { od -An -v -tx4 -w4 -j $((head + 4 * ($1 * width + $2))) -N $((4 * ($3 - $2))) "$screen" | sort -u | wc -l; }
# Whether the colour of the first run, #0072B2, is in the middle of the screen, between the panels' heads and their forms.
run_is_seen() { tail -c +$((head + 4 * width * 300 + 1)) "$screen" | head -c $((4 * width * 450)) | LC_ALL=C grep -qaP '\xb2\x72\x00'; }
now() { echo $(($(date +%s%N) / 1000000)); }

bare=$(colours 300 380 700)
one() {
    local start window='' plot='' run='' thumbs='' t pid
    start=$(now)
    XDG_CONFIG_HOME=$work/config-$1 "${@:2}" >"$work/log" 2>&1 &
    pid=$!
    while [ -z "$thumbs" ] || [ -z "$run" ]; do
        sleep 0.025
        t=$(($(now) - start))
        [ -n "$window" ] || ! xdotool search --onlyvisible --name Thalweg >/dev/null 2>&1 || window=$t
        if [ -n "$window" ]; then
            [ -n "$plot" ] || [ "$(colours 330 340 700)" -lt 40 ] || plot=$t
            [ -n "$run" ] || ! run_is_seen || run=$t
            [ -n "$thumbs" ] || [ "$(colours 190 12 200)" -lt 30 ] || thumbs=$t
        fi
        kill -0 $pid 2>/dev/null && [ $t -lt 20000 ] || break
    done
    sleep 0.2
    kill $pid; wait $pid 2>/dev/null
    echo "${window:--} ${plot:--} ${run:--} ${thumbs:--}"
}
for i in $(seq "$n"); do
    one "$i" "$@" | tee -a "$work/times"
    sleep 0.2
done
for c in 1 2 3 4; do cut -d' ' -f$c "$work/times" | sort -n | sed -n "$(((n + 1) / 2))p"; done | paste -sd' ' | sed 's/^/median: /'
