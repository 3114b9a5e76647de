/*
 * Draws an experiment and follows its reader's hands. No library, no network.
 *
 * Everything shown is a function of `state` and of the numbers in #data; whoever changes the state calls `changed()`, and the views are drawn
 * once before the next picture of the screen. Places on a landscape are fractions of its window, (0, 0) at its lower left.
 */
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const floats = (text) => new Float32Array(bytes(text).buffer);
  const doubles = (text) => new Float64Array(bytes(text).buffer);
  const clamp = (v, low, high) => Math.min(Math.max(v, low), high);
  const lerp = (a, b, t) => a + t * (b - a);
  const span = (range) => range[1] - range[0];

  const page = JSON.parse(byId("data").textContent);
  for (const name of ["light", "dark"]) page.maps[name] = page.maps[name].map(bytes);

  // ---- an exhibit: one landscape with its runs, of several side by side or the only one -------------------------------------------

  /** The index among a run's kept steps that stands for a step: the last one not after it. */
  const indexAt = (run, step) => (step >= run.last ? run.u.length - 1 : Math.floor(step / page.every));
  const stepOf = (run, i) => Math.min(i * page.every, run.last);

  function exhibit(data) {
    const grid = data.grid;
    const plane = data.dimension === 2;
    if (plane) {
      grid.heights = floats(grid.heights);
      grid.colours = grid.colours ? floats(grid.colours) : grid.heights;
    } else {
      grid.values = doubles(grid.values);
    }
    const fractionX = (a) => (a - grid.x[0]) / span(grid.x);
    const fractionY = (b) => (b - grid.y[0]) / span(grid.y);
    const atX = (u) => grid.x[0] + u * span(grid.x);
    const atY = (v) => grid.y[0] + v * span(grid.y);

    const runs = data.runs.map((r, index) => {
      const a = doubles(r.a);
      const b = plane ? doubles(r.b) : null;
      const run = { ...r, index, a, b, of: data.name, loss: doubles(r.loss), gradient: floats(r.gradient), shades: bytes(r.shades), hidden: false };
      run.test = r.test ? floats(r.test) : null;
      run.right = r.right ? floats(r.right) : null;
      run.u = Float64Array.from(a, fractionX);
      run.v = plane ? Float64Array.from(b, fractionY) : null;
      run.end = run.u.length - 1;                     // a run that diverges is not drawn after it has left the window
      if (r.diverged && plane) {
        let inside = false;
        for (let i = 0; i < run.u.length; i++) {
          const is = run.u[i] >= 0 && run.u[i] <= 1 && run.v[i] >= 0 && run.v[i] <= 1;
          if (inside && !is) { run.end = i; break; }
          inside = inside || is;
        }
      }
      return run;
    });
    /** The index among a run's kept steps that stands for a step: the last one not after it. */
    const shownRuns = () => runs.filter((r) => !r.hidden);
    const marks = data.marks.map((m) => ({ ...m, at: doubles(m.at) }));
    const raster = plane ? new Uint16Array(bytes(data.lines.points).buffer) : null;

    /** Between the nodes of a lattice; NaN beside a node that is none. */
    function between(values, u, v) {
      const x = clamp(u, 0, 1) * (grid.nx - 1);
      const y = clamp(v, 0, 1) * (grid.ny - 1);
      const i = Math.min(Math.floor(x), grid.nx - 2);
      const j = Math.min(Math.floor(y), grid.ny - 2);
      const k = j * grid.nx + i;
      return lerp(lerp(values[k], values[k + 1], x - i), lerp(values[k + grid.nx], values[k + grid.nx + 1], x - i), y - j);
    }

    function described(run, i) {
      const where = plane ? `${data.symbols[0]} = ${place(run.a[i], grid.x)}, ${data.symbols[1]} = ${place(run.b[i], grid.y)}` : `${data.symbols[0]} = ${place(run.a[i], grid.x)}`;
      return [`${run.name}, step ${whole(stepOf(run, i))}`, where, `J = ${number(run.loss[i])}`, `|\u2207J| = ${number(run.gradient[i])}`];
    }
    /** The iterate nearest to a place, within some pixels; `points(run, i)` are pixels. */
    function nearest(x, y, reach, points) {
      let best = null;
      let distance = reach * reach;
      for (const run of shownRuns()) {
        for (let i = 0; i <= run.end; i++) {
          const [px, py] = points(run, i);
          const d = (px - x) ** 2 + (py - y) ** 2;
          if (d < distance || (d === distance && best && stepOf(run, i) <= now())) {
            distance = d;
            best = { run, i };
          }
        }
      }
      return best;
    }
    function landscape(u, v) {
      const f = between(grid.heights, u, v);
      const value = Number.isNaN(f) ? "not a number" : f > 1 ? `above ${number(data.heights.high)}` : number(valueAt(data.heights, clamp(f, 0, 1)));
      return [`${data.axes[0]} = ${place(atX(u), grid.x)}, ${data.axes[1]} = ${place(atY(v), grid.y)}`, `J = ${value}`];
    }

    /** The iterate pointed at, in any exhibit: the same run's at the same step here. */
    function lit() {
      const run = state.hover && runs[state.hover.run.index];
      return run && !run.hidden ? { run, i: indexAt(run, stepOf(state.hover.run, state.hover.i)) } : null;
    }
    return { data, grid, plane, runs, shownRuns, marks, raster, fractionX, fractionY, atX, atY, between, described, nearest, landscape, lit };
  }

  /** The value at a fraction of a scale. */
  function valueAt(scale, f) {
    switch (scale.kind) {
      case "LINEAR": return scale.low + f * (scale.high - scale.low);
      case "LOG": return scale.low * Math.exp(f * Math.log(scale.high / scale.low));
      case "SHIFTED_LOG": return scale.low + scale.c * Math.expm1(f * Math.log1p((scale.high - scale.low) / scale.c));
      default: return Math.sign(f - 0.5) * scale.c * Math.expm1(Math.abs(2 * f - 1) * Math.log1p(scale.high / scale.c));
    }
  }


  // ---- numbers as people read them --------------------------------------------------------------------------------------------

  const minus = (text) => text.replace(/-/g, "\u2212");
  /** Three digits; with an exponent below a hundredth and from ten thousand on. */
  function number(v) {
    if (!Number.isFinite(v)) return Number.isNaN(v) ? "NaN" : v > 0 ? "\u221e" : "\u2212\u221e";
    if (v === 0) return "0";
    const size = Math.abs(v);
    if (Number(size.toPrecision(2)) < 0.01 || size >= 9999.5) return minus(v.toExponential(1).replace("e+", "e"));
    const digits = Number(size.toPrecision(3));
    return minus(v.toFixed(clamp(2 - Math.floor(Math.log10(digits)), 0, 4)));
  }
  function whole(n) {
    return n < 10000 ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, "\u2009");
  }
  /** A place on an axis, with as many decimals as a pixel is worth. */
  function place(v, range) {
    if (!(Math.abs(v) <= 100 * Math.max(span(range), Math.abs(range[0]), Math.abs(range[1])))) return number(v);     // far outside
    return minus(v.toFixed(clamp(3 - Math.floor(Math.log10(span(range))), 0, 12)).replace(/^-(0\.?0*)$/, "$1"));
  }

  /** Round values between two, about so many: [value, label]. */
  function ticks(low, high, wanted) {
    if (!(high > low)) return [];
    const rough = (high - low) / Math.max(1, wanted);
    const power = 10 ** Math.floor(Math.log10(rough));
    const unit = [1, 2, 5, 10].map((m) => m * power).find((m) => m >= rough * 0.999);
    const decimals = clamp(-Math.floor(Math.log10(unit) + 1e-9), 0, 20);
    const large = Math.max(Math.abs(low), Math.abs(high)) >= 1e6 || unit < 1e-4;
    const found = [];
    for (let i = Math.ceil(low / unit - 1e-9); i * unit <= high + unit * 1e-9; i++) {
      const v = i * unit;
      found.push([v, i === 0 ? "0" : large ? minus(v.toExponential(2).replace(/\.?0+e/, "e").replace("e+", "e")) : decimals === 0 && Math.abs(v) >= 10000
        ? minus(v < 0 ? "-" : "") + whole(Math.abs(Math.round(v))) : minus(v.toFixed(decimals))]);
    }
    return found;
  }
  const raised = (k) => String(k).replace(/[-\d]/g, (c) => (c === "-" ? "\u207b" : "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"[c]));
  const power = (k) => (k >= -3 && k <= 4 ? String(Number(`1e${k}`)) : `10${raised(k)}`);

  // ---- what is chosen ----------------------------------------------------------------------------------------------------------

  const state = {
    step: clamp(page.step, 0, page.last),
    playing: false,
    speed: 1,
    hover: null,                                    // { run, i } of an iterate
    chosen: Math.max(0, page.selected),             // the run whose model is shown
    window: { u: 0, v: 0, size: 1 },              // the part of the landscape that the map shows
    camera: { azimuth: 0, elevation: 0, zoom: page.zoom, perspective: page.perspective },   // turned so far from the view that each surface begins with
  };
  const homeCamera = { ...state.camera };
  const now = () => Math.floor(state.step + 1e-6);

  const views = [];
  let waiting = false;
  /** Draws everything again before the next picture of the screen. */
  function changed() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        views.forEach((v) => v.draw());
        drawWords();
      });
    }
  }

  // ---- colours -----------------------------------------------------------------------------------------------------------------

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let theme = {};
  function isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen === "auto" ? dark.matches : chosen === "dark";
  }
  function readTheme() {
    const css = getComputedStyle(document.documentElement);
    const of = (name) => css.getPropertyValue(`--${name}`).trim();
    theme = { dark: isDark(), canvas: of("canvas"), chrome: of("chrome"), border: of("border"), grid: of("grid"), axis: of("axis"), text: of("text"),
      muted: of("muted"), accent: of("accent"), fill: of("fill"), danger: of("danger") };
    [theme.map, theme.relief] = page.maps[theme.dark ? "dark" : "light"];
  }
  const edge = (run) => run.edges[theme.dark ? 1 : 0];
  const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  function veil(hex, opacity) {
    const [r, g, b] = rgb(hex);
    return `rgba(${r},${g},${b},${opacity})`;
  }
  const mix = (a, b, t) => a.map((c, i) => Math.round(lerp(c, b[i], t)));
  const css = (c) => `rgb(${c[0]},${c[1]},${c[2]})`;
  function tableAt(table, f) {
    const k = 4 * Math.round(clamp(f, 0, 1) * 255);
    return [table[k], table[k + 1], table[k + 2]];
  }
  function luminance(c) {
    const [r, g, b] = c.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  /** What a line on a map is moved toward to be seen. */
  const away = (c) => (luminance(c) > 0.36 ? [0, 0, 0] : [255, 255, 255]);
  const FONT = '"Plex", system-ui, sans-serif';

  // ---- drawing on canvases -------------------------------------------------------------------------------------------------------

  /** A canvas that fills its stage, in pixels of the device; `paint(g, width, height)` works in those of the page. */
  function layer(stage) {
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    stage.append(canvas);
    return canvas;
  }
  function fit(canvas) {
    const density = Math.min(window.devicePixelRatio || 1, 3);
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    const w = Math.max(1, Math.round(width * density));
    const h = Math.max(1, Math.round(height * density));
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
    }
    return { width, height, density };
  }
  function clean(canvas) {
    const size = fit(canvas);
    const g = canvas.getContext("2d");
    g.setTransform(size.density, 0, 0, size.density, 0, 0);
    g.clearRect(0, 0, size.width, size.height);
    return { g, ...size };
  }
  function text(g, words, x, y, { align = "left", size = 12, weight = 400, colour = theme.text, halo = 0, haloColour = theme.canvas } = {}) {
    g.font = `${weight} ${size}px ${FONT}`;
    g.textAlign = align;
    g.textBaseline = "middle";
    if (halo > 0) {
      g.strokeStyle = haloColour;
      g.lineWidth = halo * 2;
      g.lineJoin = "round";
      g.strokeText(words, x, y + 0.5);
    }
    g.fillStyle = colour;
    g.fillText(words, x, y + 0.5);
  }
  /** As much of some words as has room. */
  function shortened(g, words, room, size) {
    g.font = `400 ${size}px ${FONT}`;
    let n = words.length;
    while (n > 1 && g.measureText(n < words.length ? `${words.slice(0, n)}\u2026` : words).width > room) n--;
    return n < words.length ? `${words.slice(0, n)}\u2026` : words;
  }
  function marker(g, corners, x, y, radius) {
    g.beginPath();
    for (let i = 0; i < corners.length; i += 2) g.lineTo(x + corners[i] * radius, y + corners[i + 1] * radius);
    g.closePath();
  }
  function head(g, run, x, y, radius = 5.2) {
    marker(g, run.marker, x, y, radius);
    g.lineJoin = "round";
    g.lineWidth = 3.2;
    g.strokeStyle = "#fff";
    g.stroke();
    g.fillStyle = run.colour;
    g.fill();
  }
  function ring(g, x, y) {
    g.beginPath();
    g.arc(x, y, 7, 0, 2 * Math.PI);
    g.lineWidth = 4;
    g.strokeStyle = veil(theme.canvas, 0.8);
    g.stroke();
    g.lineWidth = 1.5;
    g.strokeStyle = theme.text;
    g.stroke();
  }
  function startRing(g, x, y) {
    g.beginPath();
    g.arc(x, y, 5, 0, 2 * Math.PI);
    g.fillStyle = theme.canvas;
    g.fill();
    g.lineWidth = 5.2;
    g.strokeStyle = veil(theme.canvas, 0.92);
    g.stroke();
    g.lineWidth = 2;
    g.strokeStyle = theme.text;
    g.stroke();
  }
  function sign(g, kind, x, y) {
    const r = kind === "best" ? 5.5 : 3.5;
    g.beginPath();
    if (kind === "saddle") {
      [[1, 0], [0, 1], [-1, 0], [0, -1]].forEach(([a, b]) => g.lineTo(x + a * r * 1.2, y + b * r * 1.2));
      g.closePath();
    } else if (kind === "maximum") {
      [[0, -1.25], [1.08, 0.63], [-1.08, 0.63]].forEach(([a, b]) => g.lineTo(x + a * r, y + b * r));
      g.closePath();
    } else {
      g.moveTo(x - r, y - r);
      g.lineTo(x + r, y + r);
      g.moveTo(x - r, y + r);
      g.lineTo(x + r, y - r);
    }
    g.lineCap = g.lineJoin = "round";
    const width = kind === "best" ? 2.2 : 1.5;
    g.lineWidth = width + 3.2;
    g.strokeStyle = veil(theme.canvas, 0.92);
    g.stroke();
    g.lineWidth = width;
    g.strokeStyle = theme.text;
    g.stroke();
    g.lineCap = "butt";
  }
  const WORDS = { start: "start", best: "minimum", minimum: "", maximum: "maximum", saddle: "saddle" };

  /** Ticks, labels and names around a plot. `x` and `y` are lists of [pixel, label]. */
  function frame(g, plot, x, y, nameX, nameY) {
    g.strokeStyle = theme.axis;
    g.lineWidth = 1;
    g.strokeRect(plot.x - 0.5, plot.y - 0.5, plot.w + 1, plot.h + 1);
    g.beginPath();
    x.forEach(([p]) => { g.moveTo(Math.round(p) + 0.5, plot.y + plot.h + 1); g.lineTo(Math.round(p) + 0.5, plot.y + plot.h + 5); });
    y.forEach(([p]) => { g.moveTo(plot.x - 1, Math.round(p) + 0.5); g.lineTo(plot.x - 5, Math.round(p) + 0.5); });
    g.stroke();
    x.forEach(([p, label]) => text(g, label, p, plot.y + plot.h + 14, { align: "center", colour: theme.muted }));
    y.forEach(([p, label]) => text(g, label, plot.x - 9, p, { align: "right", colour: theme.muted }));
    text(g, nameX, plot.x + plot.w / 2, plot.y + plot.h + 30, { align: "center", size: 13 });
    g.save();
    g.translate(Math.max(12, plot.x - 48), plot.y + plot.h / 2);
    if (nameY.length > 2) g.rotate(-Math.PI / 2);
    text(g, nameY, 0, 0, { align: "center", size: 13 });
    g.restore();
  }

  /** The way of a run in pixels from one index to another, without points that do not move; its length. */
  function trace(g, points, from, to) {
    g.beginPath();
    let px = NaN;
    let py = NaN;
    let length = 0;
    for (let i = from; i <= to; i++) {
      const [x, y] = points(i);
      if (!Number.isFinite(x + y)) { px = NaN; continue; }
      if (i === from || Number.isNaN(px)) g.moveTo(x, y);
      else if (i === to || Math.abs(x - px) + Math.abs(y - py) > 0.3) g.lineTo(clamp(x, -1e5, 1e5), clamp(y, -1e5, 1e5));
      else continue;
      if (Number.isFinite(px)) length += Math.hypot(x - px, y - py);
      px = x;
      py = y;
    }
    return length;
  }
  /** What is left of a run's colour at an index: less where it is off the landscape. */
  const opacityAt = (run, i) => (run.shades.length === 0 ? 1 : page.opacities[run.shades[i]]);
  /** The parts of a run between two indices, each as faint as it is far off the landscape: [from, to, opacity]. */
  function stretches(run, from, to) {
    if (run.shades.length === 0) return [[from, to, 1]];
    const found = [];
    for (let i = from; i < to; i++) {
      const opacity = opacityAt(run, i);
      if (found.length > 0 && found.at(-1)[2] === opacity) found.at(-1)[1] = i + 1;
      else found.push([i, i + 1, opacity]);
    }
    return found;
  }

  // ---- reading along: the pointer ------------------------------------------------------------------------------------------------

  const tip = byId("tip");
  function say(lines, event) {
    tip.textContent = lines.join("\n");
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    const finger = event.pointerType === "touch";    // which hides what is below it
    const below = finger ? event.clientY < box.height + 32 : event.clientY + 18 + box.height < window.innerHeight;
    tip.style.left = `${clamp(event.clientX + 12, 4, window.innerWidth - box.width - 4)}px`;
    tip.style.top = `${below ? event.clientY + (finger ? 40 : 18) : event.clientY - box.height - (finger ? 28 : 12)}px`;
  }
  function still() {
    tip.hidden = true;
    if (state.hover) {
      state.hover = null;
      changed();
    }
  }
  function point(found) {
    if (found?.run !== state.hover?.run || found?.i !== state.hover?.i) {
      state.hover = found;
      changed();
    }
  }

  /**
   * Wheel, drag and pinch on a stage. `drag(dx, dy, x)` follows one finger or a pressed mouse, as long as `drags()`; where nothing is dragged, it reads
   * along. `zoom(x, y, factor)` follows two fingers, `pan(dx, dy)` the place between them. What is not handled here scrolls the page: a stage's
   * touch-action says which ways.
   */
  function hands(stage, { drag, drags = () => Boolean(drag), zoom, pan, home, hover, key }) {
    const down = new Map();
    let moved = false;
    const local = (e) => {
      const box = stage.getBoundingClientRect();
      return [e.clientX - box.left, e.clientY - box.top];
    };
    stage.addEventListener("pointerdown", (e) => {
      down.set(e.pointerId, local(e));
      moved = false;
      if (e.pointerType === "mouse") stage.setPointerCapture(e.pointerId);
    });
    stage.addEventListener("pointermove", (e) => {
      const at = local(e);
      const before = down.get(e.pointerId);
      if (!before) {
        hover(at[0], at[1], e);
        return;
      }
      if (down.size === 1) {
        if (moved || Math.hypot(at[0] - before[0], at[1] - before[1]) > (e.pointerType === "touch" ? 8 : 3)) {
          moved = true;
          down.set(e.pointerId, at);
          if (drags()) {
            tip.hidden = true;
            drag(at[0] - before[0], at[1] - before[1], at[0]);
          } else {
            hover(...at, e);
          }
        }
      } else {
        const other = [...down.entries()].find(([id]) => id !== e.pointerId)[1];
        const factor = Math.hypot(at[0] - other[0], at[1] - other[1]) / Math.max(1, Math.hypot(before[0] - other[0], before[1] - other[1]));
        moved = true;
        tip.hidden = true;
        zoom?.((at[0] + other[0]) / 2, (at[1] + other[1]) / 2, factor);
        pan?.((at[0] - before[0]) / 2, (at[1] - before[1]) / 2);
        down.set(e.pointerId, at);
      }
    });
    const up = (e) => {
      if (down.delete(e.pointerId) && !moved && e.type === "pointerup") hover(...local(e), e);
    };
    stage.addEventListener("pointerup", up);
    stage.addEventListener("pointercancel", up);
    // two fingers that move up and down would scroll the page where one may
    if (zoom) stage.addEventListener("touchmove", (e) => { if (e.touches.length > 1 && e.cancelable) e.preventDefault(); }, { passive: false });
    stage.addEventListener("pointerleave", (e) => { if (e.pointerType === "mouse") still(); });
    stage.addEventListener("wheel", (e) => {
      const scrolls = document.documentElement.scrollHeight > window.innerHeight + 2;
      if (zoom && (!scrolls || e.ctrlKey || e.metaKey)) {
        e.preventDefault();
        zoom(...local(e), Math.exp(-clamp(e.deltaY * (e.deltaMode === 1 ? 16 : 1), -120, 120) * 0.0025));
      }
    }, { passive: false });
    stage.addEventListener("dblclick", () => home?.());
    stage.addEventListener("keydown", (e) => {
      const middle = [stage.clientWidth / 2, stage.clientHeight / 2];
      if (e.key === "+" || e.key === "=") zoom?.(...middle, 1.25);
      else if (e.key === "-") zoom?.(...middle, 0.8);
      else if (e.key === "0") home?.();
      else if (!key?.(e)) return;
      e.preventDefault();
      e.stopPropagation();
    });
    if (home) {
      const button = document.createElement("button");
      button.className = "icon home";
      button.title = "Home view (0, double-click)";
      button.setAttribute("aria-label", "Home view");
      button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m3 10 9-7 9 7v11h-6v-7H9v7H3z"/></svg>';
      button.addEventListener("click", home);
      stage.parentElement.append(button);
    }
  }

  const exhibits = page.exhibits.map(exhibit);

  /* views */

  // ---- the table of runs, the words, the playhead --------------------------------------------------------------------------------------

  const rows = [];
  function cell(row, kind) {
    const td = document.createElement("td");
    if (kind) td.className = kind;
    row.append(td);
    return td;
  }
  function buildTable() {
    const symbols = exhibits[0].data.symbols.slice(0, exhibits[0].data.dimension);
    for (const [words, kind] of [["Run", ""], ["J", ""], ["|\u2207J|", ""], ...symbols.map((s) => [s, "place"]), ["", "end"]]) {
      const th = document.createElement("th");
      th.textContent = words;
      th.scope = "col";
      if (kind) th.className = kind;
      byId("heads").append(th);
    }
    for (const show of exhibits) for (const run of show.runs) {
      const row = document.createElement("tr");
      const label = document.createElement("label");
      label.className = "run";
      const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
      const name = run.of ? `${run.of}: ${run.name}` : run.name;
      box.setAttribute("aria-label", `Show ${name}`);
      box.addEventListener("change", () => { run.hidden = !box.checked; row.classList.toggle("off", run.hidden); state.hover = null; changed(); });
      const key = document.createElement("canvas");
      label.append(box, key, Object.assign(document.createElement("span"), { textContent: name, title: name }));
      cell(row, "").append(label);
      const cells = [cell(row, ""), cell(row, ""), ...symbols.map(() => cell(row, "place"))];
      const end = cell(row, "end");
      byId("rows").append(row);
      rows.push({ show, run, row, key, cells, end });
    }
    if (rows.length === 0) byId("heads").parentElement.parentElement.hidden = true;
  }
  function drawKeys() {
    for (const { run, key } of rows) {
      const { g } = clean(key);
      g.lineWidth = 2;
      g.strokeStyle = run.colour;
      g.setLineDash(run.dash);
      g.beginPath();
      g.moveTo(0, 7);
      g.lineTo(27, 7);
      g.stroke();
      g.setLineDash([]);
      marker(g, run.marker, 27, 7, 4.8);
      g.fillStyle = run.colour;
      g.fill();
      if (edge(run) !== run.colour) {
        g.lineWidth = 0.7;
        g.strokeStyle = edge(run);
        g.stroke();
      }
    }
  }

  let spoken = 0;
  let drawn = "";
  function drawWords() {
    const step = now();
    const made = JSON.stringify([step, state.hover?.run.index, state.hover?.i]);
    if (made === drawn) return;
    drawn = made;
    byId("slider").value = step;
    byId("slider").style.setProperty("--done", `${(100 * step) / Math.max(1, page.last)}%`);
    byId("slider").setAttribute("aria-valuetext", `step ${step} of ${page.last}`);
    byId("where").textContent = `step ${whole(step)} of ${whole(page.last)}`;
    for (const { show, run, row, cells, end } of rows) {
      const i = indexAt(run, step);
      const places = [place(run.a[i], show.grid.x), ...(show.plane ? [place(run.b[i], show.grid.y)] : [])];
      [number(run.loss[i]), number(run.gradient[i]), ...places].forEach((words, k) => { cells[k].textContent = words; });
      end.textContent = step >= run.last ? run.outcome : "";
      row.classList.toggle("lit", show.lit()?.run === run);
    }
    clearTimeout(spoken);
    spoken = setTimeout(() => {
      if (!state.playing) {
        byId("spoken").textContent = `Step ${step} of ${page.last}. ` + exhibits.flatMap((x) => x.shownRuns()).map((r) => `${r.of ? `${r.of}, ` : ""}${r.name}: J = ${number(r.loss[indexAt(r, step)])}`).join("; ");
      }
    }, 600);
  }

  const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];
  /** Steps a second at speed 1: all of them in some twelve seconds, but none shown longer than a fifth of a second. */
  const pace = Math.max(5, Math.round(page.last / 12 / 5) * 5);
  let before = 0;
  /** The time of a picture may lie before that of the click that began to play. */
  function tick(time) {
    if (!state.playing) return;
    state.step = Math.min(page.last, state.step + (clamp(time - before, 0, 250) / 1000) * pace * state.speed);
    before = time;
    if (state.step >= page.last) play(false);
    else requestAnimationFrame(tick);
    changed();
  }
  function play(on) {
    if (on && now() >= page.last) state.step = 0;
    state.playing = on && page.last > 0;
    byId("play-shape").setAttribute("d", state.playing ? "M6 4h4v16H6zM14 4h4v16h-4z" : "M6 4l14 8-14 8z");
    byId("play").setAttribute("aria-label", state.playing ? "Pause" : "Play");
    if (state.playing) {
      before = performance.now();
      requestAnimationFrame(tick);
    }
    changed();
  }
  function go(step) {
    play(false);
    state.step = clamp(step, 0, page.last);
    changed();
  }
  function faster(by) {
    const k = clamp(SPEEDS.indexOf(state.speed) + by, 0, SPEEDS.length - 1);
    state.speed = SPEEDS[k];
    byId("speed").value = String(state.speed);
  }

  // ---- putting it together ---------------------------------------------------------------------------------------------------------------

  let fontsReady = false;
  const KINDS = { contour: ["Contour", mapView], surface: ["Surface", surfaceView], curve: ["Curve", curveView], loss: ["Cost against step", lossView],
    fit: ["Fit", fitView], network: ["Network", networkView] };
  function buildPanel(kind, show) {
    const [label, view] = KINDS[kind];
    const panel = Object.assign(document.createElement("section"), { className: "panel" });
    panel.dataset.view = kind;
    const head = document.createElement("h2");
    head.textContent = show.data.name || label;
    if (show.data.name) head.append(Object.assign(document.createElement("span"), { className: "detail", textContent: label }));
    const stage = Object.assign(document.createElement("div"), { className: "stage", tabIndex: 0 });
    stage.setAttribute("role", "img");
    panel.append(head, stage);
    byId("main").insertBefore(panel, byId("runs"));
    view(show, stage, head);
  }
  function start() {
    byId("name").textContent = page.name;
    byId("note").textContent = [page.note, page.missing].filter((s) => s).join(" ");
    for (let i = 0; i < page.rows; i++) for (const show of exhibits) if (show.data.views[i]) buildPanel(show.data.views[i], show);
    byId("main").dataset.plots = views.length;
    if (page.columns > 0) {
      byId("main").dataset.beside = page.columns;
      byId("main").style.setProperty("--columns", page.columns);
    }
    buildTable();
    const slider = byId("slider");
    slider.max = page.last;
    slider.addEventListener("input", () => go(Number(slider.value)));
    byId("speed").append(...SPEEDS.map((s) => Object.assign(document.createElement("option"), { value: s, textContent: `${s}\u00d7`, selected: s === 1 })));
    byId("speed").addEventListener("change", () => { state.speed = Number(byId("speed").value); });
    byId("play").addEventListener("click", () => play(!state.playing));
    byId("first").addEventListener("click", () => go(0));
    byId("final").addEventListener("click", () => go(page.last));
    byId("back").addEventListener("click", () => go(now() - 1));
    byId("forward").addEventListener("click", () => go(now() + 1));
    byId("theme").addEventListener("click", () => { document.documentElement.dataset.theme = isDark() ? "light" : "dark"; retheme(); });
    if (page.last === 0) byId("transport").hidden = true;
    document.addEventListener("keydown", (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.target.tagName === "SELECT") return;
      const keys = { ArrowLeft: () => go(now() - (e.shiftKey ? 10 : 1)), ArrowRight: () => go(now() + (e.shiftKey ? 10 : 1)), Home: () => go(0), End: () => go(page.last),
        "[": () => faster(-1), "]": () => faster(1) };
      if (e.key === " " && !["BUTTON", "INPUT"].includes(e.target.tagName) || e.key === " " && e.target === slider) keys[" "] = () => play(!state.playing);
      if (keys[e.key]) {
        keys[e.key]();
        e.preventDefault();
      }
    });
    window.addEventListener("resize", changed);
    window.addEventListener("scroll", still, { passive: true });   // the words stand on the screen, and what they are about has moved away
    new ResizeObserver(changed).observe(byId("main"));
    dark.addEventListener("change", retheme);
    document.fonts.ready.then(() => { fontsReady = true; changed(); });
    document.fonts.load(`12px ${FONT}`).then(() => { fontsReady = true; changed(); });
    retheme();
    views.forEach((v) => v.stage.setAttribute("aria-label", v.label()));
  }
  function retheme() {
    readTheme();
    drawKeys();
    changed();
  }
  start();
})();
