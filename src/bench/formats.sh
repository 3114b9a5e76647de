#!/usr/bin/env bash
# Writes three scenes in every format into a folder, light, and pictures dark too, and has each file looked at by another program: ffprobe,
# pdfinfo, pdffonts, pdftotext and pdftoppm, rsvg-convert, Python with NumPy, and Octave for HDF5 where it is installed. Prints a line a file;
# fails with the first that is not what it should be.
#   mvn package -DskipTests && src/bench/formats.sh FOLDER [COMMAND ...]          COMMAND is target/thalweg/bin/thalweg
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:?say which folder}
shift
[ $# -gt 0 ] || set -- "$here/target/thalweg/bin/thalweg"
mkdir -p "$folder"
cd "$folder"

declare -A scene=(
    [valley]="rosenbrock --steps 120"
    [line]="waves --steps 60"
    [moons]="--network mlp(hidden=6) --data moons --optimizer adam(learningRate=0.05) --steps 60"
)
declare -A views=([valley]=contour,surface,loss [line]=curve,loss [moons]=fit,network,loss,surface)

command=("$@")
make() { # runs the program quietly, and shows what it said if it fails
    "${command[@]}" "$@" 2>said.txt || { cat said.txt >&2; exit 1; }
}
look() { # prints what another program says of a file, after checking that it says anything
    local said
    said=$("${@:2}") || { echo "$1: ${*:2} failed" >&2; exit 1; }
    printf '%-14s %9d bytes  %s\n' "$1" "$(stat -c %s "$1")" "$(echo "$said" | tr '\n' ' ' | cut -c1-110)"
}

for name in valley line moons; do
    read -ra what <<< "${scene[$name]}"
    for ending in png svg pdf; do
        make render "${what[@]}" --view "${views[$name]}" --size 960x540 -o "$name.$ending"
        make render "${what[@]}" --view "${views[$name]}" --size 960x540 --theme dark -o "$name-dark.$ending"
    done
    make render "${what[@]}" -o "$name.html"
    for ending in gif mp4; do
        make render "${what[@]}" --view "${views[$name]}" --size 640x360 --every 4 -o "$name.$ending"
    done
    for ending in csv json npz h5; do
        make run "${what[@]}" -o "$name.$ending"
    done
    for shade in "$name" "$name-dark"; do
        look "$shade.png" python3 -c "import struct,sys; b=open(sys.argv[1],'rb').read(); print('%d x %d' % struct.unpack('>II', b[16:24]), 'experiment' if b'Thalweg' in b else sys.exit(1))" "$shade.png"
        look "$shade.svg" sh -c "rsvg-convert '$shade.svg' -o '$shade.svg.png' && python3 -c \"import struct; print('%d x %d' % struct.unpack('>II', open('$shade.svg.png','rb').read()[16:24]))\""
        look "$shade.pdf" sh -c "pdftoppm -r 96 -png -singlefile '$shade.pdf' '$shade.pdf' && pdftotext '$shade.pdf' - | grep -q 'step' \
        && pdffonts '$shade.pdf' | awk 'NR > 2 {n++; if (\$(NF-4) != \"yes\") exit 1} END {printf \"%d fonts, all inside; \", n}' && pdfinfo '$shade.pdf' | grep -E 'Title|Page size'"
    done
    for ending in gif mp4; do
        look "$name.$ending" ffprobe -v error -count_frames -select_streams v -show_entries stream=codec_name,width,height,nb_read_frames,r_frame_rate -of csv=p=0 "$name.$ending"
    done
    look "$name.html" python3 -c "import html.parser,sys; p=html.parser.HTMLParser(); p.feed(open(sys.argv[1], encoding='utf-8').read()); print('parsed; no address in it' if 'http' not in open(sys.argv[1]).read().replace('http-equiv','') else sys.exit(1))" "$name.html"
    look "$name.csv" python3 -c "import csv,sys; r=list(csv.reader(open(sys.argv[1]))); print(len(r)-1, 'rows of', len(r[0]))" "$name.csv"
    look "$name.json" python3 -c "import json,sys; print(', '.join(json.load(open(sys.argv[1]))))" "$name.json"
    look "$name.npz" python3 -c "import numpy,sys; a=numpy.load(sys.argv[1]); print({k: a[k].shape for k in a.files[:4]})" "$name.npz"
    if command -v octave >/dev/null; then
        look "$name.h5" octave -q --eval "s = load('$name.h5'); printf('Octave: %d arrays, run0_theta %d x %d', numfields(s), size(s.run0_theta))"
    else
        look "$name.h5" python3 -c "import sys; b=open(sys.argv[1],'rb').read(8); print('HDF5') if b == b'\x89HDF\r\n\x1a\n' else sys.exit(1)" "$name.h5"
    fi
    for ending in png svg pdf gif mp4 html; do                         # each brings its scene back
        make render "$name.$ending" --view "${views[$name]}" --size 960x540 --step 10 -o "again.png"
        mv again.png "$name.$ending.again.png"
        cmp "$name.$ending.again.png" "$name.png.again.png"
    done
done
rm -f -- *.again.png *.svg.png *.pdf.png said.txt
