/*
 * Draws an experiment and follows its reader's hands. No library, no network.
 *
 * Everything shown is a function of `state` and of the numbers in #data; whoever changes the state calls `changed()`, and the views are drawn
 * once before the next picture of the screen. Places on the landscape are fractions of its window, (0, 0) at its lower left.
 */
(() => {
  "use strict";

  // ---- the numbers ------------------------------------------------------------------------------------------------------------

  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const floats = (text) => new Float32Array(bytes(text).buffer);
  const doubles = (text) => new Float64Array(bytes(text).buffer);
  const clamp = (v, low, high) => Math.min(Math.max(v, low), high);
  const lerp = (a, b, t) => a + t * (b - a);

  const grid = data.grid;
  const plane = data.dimension === 2;
  if (plane) {
    grid.heights = floats(grid.heights);
    grid.colours = grid.colours ? floats(grid.colours) : grid.heights;
  } else {
    grid.values = doubles(grid.values);
  }
  for (const name of ["light", "dark"]) data.maps[name] = data.maps[name].map(bytes);

  const span = (range) => range[1] - range[0];
  const fractionX = (a) => (a - grid.x[0]) / span(grid.x);
  const fractionY = (b) => (b - grid.y[0]) / span(grid.y);
  const atX = (u) => grid.x[0] + u * span(grid.x);
  const atY = (v) => grid.y[0] + v * span(grid.y);

  const runs = data.runs.map((r, index) => {
    const a = doubles(r.a);
    const b = plane ? doubles(r.b) : null;
    const run = { ...r, index, a, b, loss: doubles(r.loss), gradient: floats(r.gradient), hidden: false };
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
  const indexAt = (run, step) => (step >= run.last ? run.u.length - 1 : Math.floor(step / data.every));
  const stepOf = (run, i) => Math.min(i * data.every, run.last);
  const shownRuns = () => runs.filter((r) => !r.hidden);
  const marks = data.marks.map((m) => ({ ...m, at: doubles(m.at) }));

  /** The value at a fraction of a scale. */
  function valueAt(scale, f) {
    switch (scale.kind) {
      case "LINEAR": return scale.low + f * (scale.high - scale.low);
      case "LOG": return scale.low * Math.exp(f * Math.log(scale.high / scale.low));
      case "SHIFTED_LOG": return scale.low + scale.c * Math.expm1(f * Math.log1p((scale.high - scale.low) / scale.c));
      default: return Math.sign(f - 0.5) * scale.c * Math.expm1(Math.abs(2 * f - 1) * Math.log1p(scale.high / scale.c));
    }
  }

  /** Between the nodes of a lattice; NaN beside a node that is none. */
  function between(values, u, v) {
    const x = clamp(u, 0, 1) * (grid.nx - 1);
    const y = clamp(v, 0, 1) * (grid.ny - 1);
    const i = Math.min(Math.floor(x), grid.nx - 2);
    const j = Math.min(Math.floor(y), grid.ny - 2);
    const k = j * grid.nx + i;
    return lerp(lerp(values[k], values[k + 1], x - i), lerp(values[k + grid.nx], values[k + grid.nx + 1], x - i), y - j);
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
  const place = (v, range) => minus(v.toFixed(clamp(3 - Math.floor(Math.log10(span(range))), 0, 12)).replace(/^-(0\.?0*)$/, "$1"));

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
    step: clamp(data.step, 0, data.last),
    playing: false,
    speed: 1,
    hover: null,                                    // { run, i } of an iterate
    window: { u: 0, v: 0, size: 1 },                // the part of the landscape that the map shows
    camera: { azimuth: data.camera[0], elevation: clamp(data.camera[1], 5, 90), zoom: data.camera[2], perspective: data.camera[3] > 0 },
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
      muted: of("muted"), accent: of("accent"), fill: of("fill") };
    [theme.map, theme.relief] = data.maps[theme.dark ? "dark" : "light"];
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
    g.translate(12, plot.y + plot.h / 2);
    if (nameY.length > 2) g.rotate(-Math.PI / 2);
    text(g, nameY, 0, 0, { align: "center", size: 13 });
    g.restore();
  }

  /** The way of a run in pixels from one index to another, without points that do not move. */
  function trace(g, points, from, to) {
    g.beginPath();
    let px = NaN;
    let py = NaN;
    for (let i = from; i <= to; i++) {
      const [x, y] = points(i);
      if (!Number.isFinite(x + y)) { px = NaN; continue; }
      if (i === from || Number.isNaN(px)) g.moveTo(x, y);
      else if (i === to || Math.abs(x - px) + Math.abs(y - py) > 0.3) g.lineTo(clamp(x, -1e5, 1e5), clamp(y, -1e5, 1e5));
      else continue;
      px = x;
      py = y;
    }
  }

  // ---- reading along: the pointer ------------------------------------------------------------------------------------------------

  const tip = byId("tip");
  function say(lines, event) {
    tip.textContent = lines.join("\n");
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    const below = event.clientY + 18 + box.height < window.innerHeight;
    tip.style.left = `${clamp(event.clientX + 12, 4, window.innerWidth - box.width - 4)}px`;
    tip.style.top = `${below ? event.clientY + 18 : event.clientY - box.height - 12}px`;
  }
  function still() {
    tip.hidden = true;
    if (state.hover) {
      state.hover = null;
      changed();
    }
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
  function point(found) {
    if (found?.run !== state.hover?.run || found?.i !== state.hover?.i) {
      state.hover = found;
      changed();
    }
  }

  /** Wheel, drag and pinch on a stage. What is not handled here scrolls the page. */
  function hands(stage, { drag, zoom, home, hover, key }) {
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
        if (moved || Math.hypot(at[0] - before[0], at[1] - before[1]) > 3) {
          moved = true;
          tip.hidden = true;
          drag?.(at[0] - before[0], at[1] - before[1]);
          down.set(e.pointerId, at);
        }
      } else {
        const other = [...down.entries()].find(([id]) => id !== e.pointerId)[1];
        const factor = Math.hypot(at[0] - other[0], at[1] - other[1]) / Math.max(1, Math.hypot(before[0] - other[0], before[1] - other[1]));
        moved = true;
        zoom?.((at[0] + other[0]) / 2, (at[1] + other[1]) / 2, factor);
        drag?.((at[0] - before[0]) / 2, (at[1] - before[1]) / 2);
        down.set(e.pointerId, at);
      }
    });
    const up = (e) => {
      if (down.delete(e.pointerId) && !moved && e.type === "pointerup") hover(...local(e), e);
    };
    stage.addEventListener("pointerup", up);
    stage.addEventListener("pointercancel", up);
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

  // ---- the map -------------------------------------------------------------------------------------------------------------------

  const raster = plane ? new Uint16Array(bytes(data.lines.points).buffer) : null;

  function mapView(stage) {
    const ground = layer(stage);
    const over = layer(stage);
    const bare = document.createElement("canvas");
    let key = "";
    let plot = { x: 0, y: 0, w: 1, h: 1 };
    const px = (u) => plot.x + ((u - state.window.u) / state.window.size) * plot.w;
    const py = (v) => plot.y + plot.h - ((v - state.window.v) / state.window.size) * plot.h;

    /** The map in the device's pixels: Catmull and Rom's cubic through the nodes, first along rows, then along columns. */
    function image(w, h) {
      const { nx, ny, colours } = grid;
      const taps = (n, m, from, downward) => {
        const at = new Int32Array(m * 4);
        const weight = new Float32Array(m * 4);
        for (let p = 0; p < m; p++) {
          const t = from + ((downward ? m - p - 0.5 : p + 0.5) / m) * state.window.size;
          const x = clamp(t, 0, 1) * (n - 1);
          const i = Math.min(Math.floor(x), n - 2);
          const s = x - i;
          const cubic = [((2 - s) * s - 1) * s / 2, ((3 * s - 5) * s * s + 2) / 2, ((4 - 3 * s) * s + 1) * s / 2, (s - 1) * s * s / 2];
          for (let k = 0; k < 4; k++) {
            at[4 * p + k] = clamp(i + k - 1, 0, n - 1);
            weight[4 * p + k] = cubic[k];
          }
        }
        return { at, weight };
      };
      const across = taps(nx, w, state.window.u, false);
      const down = taps(ny, h, state.window.v, true);
      const rows = new Float32Array(w * ny);
      const capped = Float32Array.from(colours, (c) => clamp(c, 0, 1));
      for (let j = 0; j < ny; j++) {
        for (let p = 0; p < w; p++) {
          let sum = 0;
          for (let k = 4 * p; k < 4 * p + 4; k++) sum += across.weight[k] * capped[j * nx + across.at[k]];
          rows[j * w + p] = sum;
        }
      }
      const pixels = new ImageData(w, h);
      const out = new Uint32Array(pixels.data.buffer);
      const table = new Uint32Array(theme.map.buffer);
      for (let q = 0; q < h; q++) {
        const a = down.at.subarray(4 * q, 4 * q + 4);
        const b = down.weight.subarray(4 * q, 4 * q + 4);
        for (let p = 0; p < w; p++) {
          const f = b[0] * rows[a[0] * w + p] + b[1] * rows[a[1] * w + p] + b[2] * rows[a[2] * w + p] + b[3] * rows[a[3] * w + p];
          if (f === f) out[q * w + p] = table[f <= 0 ? 0 : f >= 1 ? 255 : (f * 255 + 0.5) | 0];   // a hole stays clear
        }
      }
      return pixels;
    }

    function paintLines(g) {
      let from = 0;
      const taken = [];
      const labels = [];
      for (let k = 0; k < data.lines.heads.length; k += 3) {
        const [level, n, closed] = data.lines.heads.slice(k, k + 3);
        const [fraction, label] = data.levels[level];
        const base = tableAt(theme.map, fraction);
        g.strokeStyle = css(mix(base, away(base), label ? 0.52 : 0.34));
        g.lineWidth = label ? 1.1 : 0.8;
        g.beginPath();
        const xs = new Float32Array(n);
        const ys = new Float32Array(n);
        for (let i = 0; i < n; i++) {
          xs[i] = px(raster[2 * (from + i)] / 65535);
          ys[i] = py(raster[2 * (from + i) + 1] / 65535);
          g.lineTo(xs[i], ys[i]);
        }
        if (closed) g.closePath();
        g.stroke();
        if (label) placeLabel(xs, ys, n, label, base, taken, labels);
        from += n;
      }
      g.lineJoin = "round";
      for (const l of labels) {
        g.save();
        g.translate(l.x, l.y);
        g.rotate(l.angle);
        const ink = luminance(l.base) > 0.18 ? "#000" : "#fff";
        text(g, l.label, 0, 0, { align: "center", size: 11, colour: ink, halo: 3, haloColour: css(l.base) });
        g.restore();
      }
    }
    /** A label lies where its line is straight, away from the edge and from other labels, and at most every 260 pixels. */
    function placeLabel(xs, ys, n, label, base, taken, labels) {
      const half = 4 + label.length * 3.2;
      let walked = 200;
      for (let i = 1; i < n; i++) {
        walked += Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
        if (walked < 260) continue;
        let a = i;
        let b = i;
        let length = 0;
        while (a > 0 && length < half) { length += Math.hypot(xs[a] - xs[a - 1], ys[a] - ys[a - 1]); a--; }
        let more = 0;
        while (b < n - 1 && more < half) { more += Math.hypot(xs[b + 1] - xs[b], ys[b + 1] - ys[b]); b++; }
        const chord = Math.hypot(xs[b] - xs[a], ys[b] - ys[a]);
        const x = (xs[a] + xs[b]) / 2;
        const y = (ys[a] + ys[b]) / 2;
        const room = 18 + half * 0.5;
        const inside = x > plot.x + room && x < plot.x + plot.w - room && y > plot.y + 18 && y < plot.y + plot.h - 18;
        if (length < half || more < half || chord < 0.97 * (length + more) || !inside || taken.some(([p, q]) => Math.hypot(p - x, q - y) < 70)) continue;
        let angle = Math.atan2(ys[b] - ys[a], xs[b] - xs[a]);
        if (Math.abs(angle) > Math.PI / 2) angle -= Math.sign(angle) * Math.PI;
        labels.push({ x, y, angle, label, base });
        taken.push([x, y]);
        walked = 0;
      }
    }

    function paintGround() {
      const { g, width, height, density } = clean(ground);
      const roomy = width >= 420;
      plot = { x: 52, y: 8, w: Math.max(40, Math.floor(width - 52 - (roomy ? 76 : 16))), h: Math.max(40, Math.floor(height - 8 - 44)) };
      const w = Math.max(1, Math.round(plot.w * density));
      const h = Math.max(1, Math.round(plot.h * density));
      bare.width = w;
      bare.height = h;
      bare.getContext("2d").putImageData(image(w, h), 0, 0);
      g.save();
      g.beginPath();
      g.rect(plot.x, plot.y, plot.w, plot.h);
      g.clip();
      g.drawImage(bare, plot.x, plot.y, plot.w, plot.h);
      paintLines(g);
      g.restore();
      const s = state.window;
      frame(g, plot, ticks(atX(s.u), atX(s.u + s.size), plot.w / 80).map(([v, t]) => [px(fractionX(v)), t]),
        ticks(atY(s.v), atY(s.v + s.size), plot.h / 60).map(([v, t]) => [py(fractionY(v)), t]), data.axes[0], data.axes[1]);
      if (roomy) paintBar(g, plot.x + plot.w + 14);
    }
    function paintBar(g, x) {
      for (let i = 0; i < plot.h; i++) {
        g.fillStyle = css(tableAt(theme.map, 1 - (i + 0.5) / plot.h));
        g.fillRect(x, plot.y + i, 10, 1);
      }
      g.strokeStyle = theme.axis;
      g.lineWidth = 1;
      g.strokeRect(x - 0.5, plot.y - 0.5, 11, plot.h + 1);
      let last = Infinity;
      for (const [f, label] of data.levels) {
        const y = plot.y + plot.h * (1 - f);
        if (label && last - y >= 20) {
          g.fillStyle = theme.axis;
          g.fillRect(x + 11, Math.round(y), 4, 1);
          text(g, label, x + 19, y, { colour: theme.muted });
          last = y;
        }
      }
      text(g, "J", x + 5, plot.y + plot.h + 16, { align: "center", size: 13 });
    }

    function paintRuns() {
      const { g, width } = clean(over);
      g.save();
      g.beginPath();
      g.rect(plot.x, plot.y, plot.w, plot.h);
      g.clip();
      const step = now();
      for (const run of shownRuns()) {
        const points = (i) => [px(run.u[i]), py(run.v[i])];
        const to = Math.min(indexAt(run, step), run.end);
        g.lineJoin = "round";
        trace(g, points, to, run.end);
        g.lineWidth = 1;
        g.strokeStyle = veil(run.colour, 0.38);
        g.stroke();
      }
      for (const run of shownRuns()) {
        const points = (i) => [px(run.u[i]), py(run.v[i])];
        const to = Math.min(indexAt(run, step), run.end);
        trace(g, points, 0, to);
        g.lineWidth = 4.4;
        g.strokeStyle = theme.dark ? veil(theme.text, 0.72) : "rgba(255,255,255,0.94)";
        g.stroke();
        g.lineWidth = 2;
        if (run.dash.length > 0) {
          g.strokeStyle = css(mix(rgb(run.colour), [255, 255, 255], 0.55));
          g.stroke();
        }
        g.setLineDash(run.dash);
        g.strokeStyle = run.colour;
        g.stroke();
        g.setLineDash([]);
        if (data.every === 1) {
          g.fillStyle = run.colour;
          for (let i = 1; i < to && i < 3000; i++) {
            const [x, y] = points(i);
            const [bx, by] = points(i - 1);
            if (Math.hypot(x - bx, y - by) >= 12) { g.beginPath(); g.arc(x, y, 2.7, 0, 7); g.fill(); }
          }
        }
      }
      for (const m of marks) {
        const x = px(fractionX(m.at[0]));
        const y = py(fractionY(m.at[1]));
        if (m.kind === "start") startRing(g, x, y);
        else sign(g, m.kind, x, y);
        const word = marks.length > 6 && m.kind !== "start" ? "" : WORDS[m.kind];
        const left = x > plot.x + plot.w - 70;
        if (word) text(g, word, x + (left ? -11 : 11), y, { align: left ? "right" : "left", halo: 2.5 });
      }
      for (const run of shownRuns()) {
        const i = indexAt(run, step);
        if (i <= run.end || run.end < run.u.length - 1) {
          const k = Math.min(i, run.end);
          const at = [px(run.u[k]), py(run.v[k])];
          head(g, run, ...(k < i || (run.diverged && k === run.end) ? within(at) : at));
        }
      }
      if (state.hover) ring(g, px(state.hover.run.u[state.hover.i]), py(state.hover.run.v[state.hover.i]));
      g.restore();
      stage.style.touchAction = state.window.size < 1 ? "none" : "pan-y";
      void width;
    }
    const within = ([x, y]) => [clamp(x, plot.x + 6, plot.x + plot.w - 6), clamp(y, plot.y + 6, plot.y + plot.h - 6)];

    function zoomed(x, y, factor) {
      const s = state.window;
      const size = clamp(s.size / factor, 1 / 64, 1);
      const u = s.u + ((x - plot.x) / plot.w) * s.size;
      const v = s.v + ((plot.y + plot.h - y) / plot.h) * s.size;
      s.u = clamp(u - ((u - s.u) * size) / s.size, 0, 1 - size);
      s.v = clamp(v - ((v - s.v) * size) / s.size, 0, 1 - size);
      s.size = size;
      changed();
    }
    function dragged(dx, dy) {
      const s = state.window;
      s.u = clamp(s.u - (dx / plot.w) * s.size, 0, 1 - s.size);
      s.v = clamp(s.v + (dy / plot.h) * s.size, 0, 1 - s.size);
      changed();
    }
    hands(stage, {
      drag: dragged,
      zoom: zoomed,
      home: () => { state.window = { u: 0, v: 0, size: 1 }; changed(); },
      hover: (x, y, e) => {
        if (x < plot.x || x > plot.x + plot.w || y < plot.y || y > plot.y + plot.h) { still(); return; }
        const found = nearest(x, y, e.pointerType === "touch" ? 22 : 12, (run, i) => [px(run.u[i]), py(run.v[i])]);
        point(found);
        if (found) { say(described(found.run, found.i), e); return; }
        const u = state.window.u + ((x - plot.x) / plot.w) * state.window.size;
        const v = state.window.v + ((plot.y + plot.h - y) / plot.h) * state.window.size;
        say(landscape(u, v), e);
      },
    });
    views.push({
      draw() {
        const { width, height, density } = fit(ground);
        const made = JSON.stringify([width, height, density, theme.dark, state.window, fontsReady]);
        if (made !== key) {
          key = made;
          paintGround();
        }
        paintRuns();
      },
      label: () => `Contour map of J over ${data.axes[0]} from ${place(grid.x[0], grid.x)} to ${place(grid.x[1], grid.x)} and ${data.axes[1]} from ${place(grid.y[0], grid.y)} to ${place(grid.y[1], grid.y)}.`,
      stage,
    });
  }
  function landscape(u, v) {
    const f = between(grid.heights, u, v);
    const value = Number.isNaN(f) ? "not a number" : f > 1 ? `above ${number(data.heights.high)}` : number(valueAt(data.heights, clamp(f, 0, 1)));
    return [`${data.axes[0]} = ${place(atX(u), grid.x)}, ${data.axes[1]} = ${place(atY(v), grid.y)}`, `J = ${value}`];
  }

  // ---- the surface ---------------------------------------------------------------------------------------------------------------

  const DISTANCE = 6.5;                              // of the camera from the middle of the box, in half-widths of the box
  const REACH = 2.6;                                 // nothing is farther from the middle
  const SHADERS = {
    common: `#version 300 es
      precision highp float;
      uniform vec3 right, up, toward;
      uniform vec4 screen;                           // scale and middle: from the world to -1 .. 1
      uniform float middle, perspective;
      vec4 projected(vec3 p) {
        vec3 q = vec3(p.xy, p.z - middle);
        float along = dot(toward, q);
        float d = ${DISTANCE.toFixed(1)} - along;
        float w = perspective > 0.5 ? d / ${DISTANCE.toFixed(1)} : 1.0;
        float n = ${(DISTANCE - REACH).toFixed(2)}, f = ${(DISTANCE + REACH).toFixed(2)};
        float z = perspective > 0.5 ? ((f + n) * d - 2.0 * f * n) / (f - n) / ${DISTANCE.toFixed(1)} : -along / ${REACH.toFixed(1)};
        return vec4(screen.x * dot(right, q) + screen.z * w, screen.y * dot(up, q) + screen.w * w, z, w);
      }`,
    mesh: `
      layout(location = 0) in vec3 place;
      layout(location = 1) in vec3 normal;
      layout(location = 2) in float colour;
      out vec3 n; out float level; out float height;
      void main() { n = normal; level = colour; height = place.z; gl_Position = projected(place); }`,
    light: `#version 300 es
      precision highp float;
      uniform vec3 lamp;
      uniform float top;
      uniform int lines;
      uniform vec2 levels[96];                       // where a line runs, and how far its colour is moved
      uniform sampler2D map;
      in vec3 n; in float level; in float height;
      out vec4 pixel;
      vec3 colourAt(float t) { return texture(map, vec2((clamp(t, 0.0, 1.0) * 255.0 + 0.5) / 256.0, 0.5)).rgb; }
      void main() {
        if (height > top || height < -0.001) discard;
        float cosine = dot(normalize(n), lamp);
        float half_ = 0.5 + 0.5 * cosine;
        vec3 c = colourAt(level) * (0.50 + 0.58 * half_ * half_);
        float unit = max(fwidth(level), 1e-6);
        for (int i = 0; i < lines; i++) {
          float away = abs(level - levels[i].x) / unit;
          float cover = clamp(1.05 - away, 0.0, 1.0) * clamp(0.25 / (unit * float(lines) * 0.6 + 1e-6), 0.0, 1.0);
          vec3 base = colourAt(levels[i].x);
          vec3 to = dot(base, vec3(0.2126, 0.7152, 0.0722)) > 0.62 ? vec3(0.0) : vec3(1.0);
          c = mix(c, to, cover * levels[i].y);
        }
        pixel = vec4(min(c, 1.0), 1.0);
      }`,
    stroke: `
      layout(location = 0) in vec4 begin;            // a place, and the length of the path up to it
      layout(location = 1) in vec4 end;
      uniform vec2 size;                             // of the picture, in pixels
      uniform float width;
      out float length_;
      void main() {
        vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) * 2 - 1);
        vec4 a = projected(begin.xyz), b = projected(end.xyz);
        vec2 d = (b.xy / b.w - a.xy / a.w) * size;
        float long_ = length(d);
        vec2 t = long_ > 1e-4 ? d / long_ : vec2(1.0, 0.0);
        vec4 p = corner.x > 0.5 ? b : a;
        float beyond = (corner.x * 2.0 - 1.0) * width * 0.2;     // closes the notch between two pieces at a bend
        p.xy += (t * beyond + vec2(-t.y, t.x) * corner.y * width * 0.5) * 2.0 / size * p.w;
        p.z -= 0.008 * p.w;                          // lies on the mesh, not in it
        length_ = mix(begin.w, end.w, corner.x);
        gl_Position = p;
      }`,
    ink: `#version 300 es
      precision highp float;
      uniform vec4 colour, gap;
      uniform float dash[6];
      uniform int dashes;
      uniform float pixels;                          // that a unit of length takes
      in float length_;
      out vec4 pixel;
      void main() {
        vec4 c = colour;
        if (dashes > 0) {
          float whole = 0.0;
          for (int i = 0; i < dashes; i++) whole += dash[i];
          float at = mod(length_ * pixels, whole);
          bool drawn = true;
          for (int i = 0; i < dashes; i++) {
            if (at < dash[i]) break;
            at -= dash[i];
            drawn = !drawn;
          }
          if (!drawn) c = gap;
        }
        pixel = vec4(c.rgb * c.a, c.a);
      }`,
  };

  function surfaceView(stage) {
    const under = layer(stage);
    const canvas = layer(stage);
    const over = layer(stage);
    const gl = canvas.getContext("webgl2", { antialias: true, alpha: true, premultipliedAlpha: true });
    if (!gl) {
      stage.replaceChildren(Object.assign(document.createElement("p"), { textContent: "This browser draws no surfaces: it lacks WebGL 2." }));
      views.push({ draw() {}, label: () => "", stage });
      return;
    }
    const top = data.top;
    const floor = data.floor;
    const middle = (top + floor) / 2;
    const heightAt = (u, v) => between(grid.heights, u, v) * top;

    function program(vertex, fragment) {
      const made = gl.createProgram();
      for (const [kind, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
        const shader = gl.createShader(kind);
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
        gl.attachShader(made, shader);
      }
      gl.linkProgram(made);
      if (!gl.getProgramParameter(made, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(made));
      const places = new Map();
      return { made, at: (name) => places.get(name) ?? places.set(name, gl.getUniformLocation(made, name)).get(name) };
    }

    let mesh;
    let strokes;
    function prepare() {
      const { nx, ny, heights, colours } = grid;
      const vertices = new Float32Array(nx * ny * 7);
      const h = (i, j) => heights[clamp(j, 0, ny - 1) * nx + clamp(i, 0, nx - 1)] * top;
      const slope = (low, here, high, unit) => (Number.isNaN(low) ? high - here : Number.isNaN(high) ? here - low : (high - low) / 2) / unit;
      const one = (k, n) => (k > 0 && k < n - 1 ? 1 : 2);          // at an edge only half the way is there
      for (let j = 0, k = 0; j < ny; j++) {
        for (let i = 0; i < nx; i++, k += 7) {
          const z = h(i, j);
          const dx = slope(h(i - 1, j), z, h(i + 1, j), 2 / (nx - 1)) * one(i, nx) || 0;
          const dy = slope(h(i, j - 1), z, h(i, j + 1), 2 / (ny - 1)) * one(j, ny) || 0;
          const n = Math.hypot(dx, dy, 1);
          vertices.set([2 * i / (nx - 1) - 1, 2 * j / (ny - 1) - 1, Number.isNaN(z) ? 0 : z, -dx / n, -dy / n, 1 / n, clamp(colours[j * nx + i] || 0, 0, 1)], k);
        }
      }
      const indices = new Uint32Array((nx - 1) * (ny - 1) * 6);
      let count = 0;
      for (let j = 0; j < ny - 1; j++) {
        for (let i = 0; i < nx - 1; i++) {
          const a = j * nx + i;
          const [b, c, d] = [a + 1, a + nx, a + nx + 1];
          const triangles = Math.abs(heights[a] - heights[d]) < Math.abs(heights[b] - heights[c]) ? [[a, b, d], [a, d, c]] : [[a, b, c], [b, d, c]];
          for (const t of triangles) if (t.every((v) => heights[v] === heights[v])) { indices.set(t, count); count += 3; }
        }
      }
      const bound = gl.createVertexArray();
      gl.bindVertexArray(bound);
      gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
      gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STATIC_DRAW);
      [[0, 3, 0], [1, 3, 12], [2, 1, 24]].forEach(([place, n, from]) => {
        gl.enableVertexAttribArray(place);
        gl.vertexAttribPointer(place, n, gl.FLOAT, false, 28, from);
      });
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices.subarray(0, count), gl.STATIC_DRAW);
      gl.bindVertexArray(null);
      mesh = { bound, count, program: program(SHADERS.common + SHADERS.mesh, SHADERS.light), map: gl.createTexture(), dark: null };
      strokes = { program: program(SHADERS.common + SHADERS.stroke, SHADERS.ink), runs: runs.map(draped) };
      gl.enable(gl.DEPTH_TEST);
      gl.depthFunc(gl.LEQUAL);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    }

    /** A run laid over the mesh in pieces no longer than a cell; `after[i]` pieces lead to its i-th place. */
    function draped(run) {
      const pieces = [];
      const after = new Int32Array(run.u.length);
      let length = 0;
      for (let i = 1; i <= run.end; i++) {
        const [u0, v0, u1, v1] = [run.u[i - 1], run.v[i - 1], run.u[i], run.v[i]];
        const cells = Math.hypot((u1 - u0) * (grid.nx - 1), (v1 - v0) * (grid.ny - 1));
        const n = Number.isFinite(cells) ? clamp(Math.ceil(cells), 1, 400) : 0;
        for (let k = 0; k < n; k++) {
          const piece = [k / n, (k + 1) / n].map((t) => [lerp(u0, u1, t), lerp(v0, v1, t)]);
          const world = piece.map(([u, v]) => [2 * u - 1, 2 * v - 1, heightAt(u, v)]);
          const seen = piece.every(([u, v]) => u >= 0 && u <= 1 && v >= 0 && v <= 1) && world.every((p) => p[2] <= top);
          const far = Math.hypot(...world[0].map((c, d) => c - world[1][d]));
          if (seen && far > 0) pieces.push(...world[0], length, ...world[1], length + far);
          length += Number.isNaN(far) ? 0 : far;
        }
        after[i] = pieces.length / 8;
      }
      after.fill(pieces.length / 8, run.end + 1);
      const bound = gl.createVertexArray();
      const buffer = gl.createBuffer();
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(pieces), gl.STATIC_DRAW);
      return { bound, buffer, after };
    }

    /** The camera's directions and scale; those of the painter of the window, whose box stays as large when it is turned. */
    function projection(width, height) {
      const c = state.camera;
      const [az, el] = [c.azimuth, c.elevation].map((d) => (d * Math.PI) / 180);
      const right = [-Math.sin(az), Math.cos(az), 0];
      const up = [-Math.sin(el) * Math.cos(az), -Math.sin(el) * Math.sin(az), Math.cos(el)];
      const toward = [Math.cos(el) * Math.cos(az), Math.cos(el) * Math.sin(az), Math.sin(el)];
      const dot = (d, x, y, z) => d[0] * x + d[1] * y + d[2] * (z - middle);
      const flat = (x, y, z) => {
        const m = c.perspective ? DISTANCE / (DISTANCE - dot(toward, x, y, z)) : 1;
        return [m * dot(right, x, y, z), m * dot(up, x, y, z)];
      };
      let half = 0;
      let low = Infinity;
      let high = -Infinity;
      for (let i = 0; i < 72; i++) {
        for (const z of [floor, top]) {
          const [x, y] = flat(Math.SQRT2 * Math.cos((i * Math.PI) / 36), Math.SQRT2 * Math.sin((i * Math.PI) / 36), z);
          half = Math.max(half, Math.abs(x));
          low = Math.min(low, y);
          high = Math.max(high, y);
        }
      }
      const rim = { x: 40, y: 20 };
      const scale = Math.max(1, Math.min((width - 2 * rim.x) / (2 * half), (height - 2 * rim.y) / (high - low))) * clamp(c.zoom, 0.2, 12);
      const cx = width / 2;
      const cy = height / 2 + (scale * (high + low)) / 2;
      return {
        right, up, toward, scale, cx, cy,
        at(x, y, z) {
          const [a, b] = flat(x, y, z);
          return [cx + scale * a, cy - scale * b];
        },
        /** Whether nothing of the mesh is between a place and the camera. */
        sees(x, y, z) {
          const eye = c.perspective ? toward.map((t, d) => t * DISTANCE + (d === 2 ? middle : 0) - [x, y, z][d]) : toward;
          const flatLength = Math.hypot(eye[0], eye[1]) || 1e-9;
          const step = 1 / Math.max(grid.nx, grid.ny);
          for (let t = 2 * step; t < 3; t += step) {
            const [px, py, pz] = [x, y, z].map((w, d) => w + (eye[d] / flatLength) * t);
            if (Math.abs(px) > 1 || Math.abs(py) > 1 || pz > top) return true;
            if (heightAt((px + 1) / 2, (py + 1) / 2) > pz + 0.012) return false;
          }
          return true;
        },
        /** The place of the mesh that is seen at a pixel, as fractions of the window. */
        pick(sx, sy) {
          const a = (sx - cx) / scale;
          const b = (cy - sy) / scale;
          let before = null;
          for (let along = REACH; along > -REACH; along -= 0.01) {
            const m = c.perspective ? (DISTANCE - along) / DISTANCE : 1;
            const p = [0, 1, 2].map((d) => right[d] * a * m + up[d] * b * m + toward[d] * along);
            p[2] += middle;
            const [u, v] = [(p[0] + 1) / 2, (p[1] + 1) / 2];
            const above = u >= 0 && u <= 1 && v >= 0 && v <= 1 ? p[2] - heightAt(u, v) : NaN;
            if (above <= 0 && before !== null && before.above > 0) {
              const t = before.above / (before.above - above);
              return [lerp(before.u, u, t), lerp(before.v, v, t)];
            }
            before = { u, v, above };
          }
          return null;
        },
      };
    }

    function paintUnder(p) {
      const { g } = clean(under);
      const path = (points) => {
        g.beginPath();
        points.forEach((q) => g.lineTo(...p.at(...q)));
      };
      const sx = p.toward[0] >= 0 ? 1 : -1;
      const sy = p.toward[1] >= 0 ? 1 : -1;
      const ring4 = [[-1, -1], [1, -1], [1, 1], [-1, 1]];
      path(ring4.map(([x, y]) => [x, y, floor]));
      g.closePath();
      g.fillStyle = theme.chrome;
      g.fill();
      g.lineWidth = 1;
      g.strokeStyle = theme.border;
      for (const wall of [[[-sx, -1], [-sx, 1]], [[-1, -sy], [1, -sy]]]) {
        path([...wall.map(([x, y]) => [x, y, floor]), ...wall.toReversed().map(([x, y]) => [x, y, top])]);
        g.closePath();
        g.fillStyle = theme.chrome;
        g.fill();
        g.stroke();
      }
      path(ring4.map(([x, y]) => [x, y, floor]));
      g.closePath();
      g.strokeStyle = theme.axis;
      g.stroke();
      let from = 0;
      g.lineWidth = 1.2;
      g.lineJoin = "round";
      for (let k = 0; k < data.lines.heads.length; k += 3) {
        const [level, n, closed] = data.lines.heads.slice(k, k + 3);
        g.strokeStyle = css(tableAt(theme.map, data.levels[level][0]));
        g.beginPath();
        for (let i = 0; i < n; i++) g.lineTo(...p.at(raster[2 * (from + i)] / 32767.5 - 1, raster[2 * (from + i) + 1] / 32767.5 - 1, floor));
        if (closed) g.closePath();
        g.stroke();
        from += n;
      }
      // ticks on the two edges of the floor that are toward the camera, and on the outer edge of the box
      const centre = p.at(0, 0, floor);
      const outward = (q, by) => {
        const d = Math.hypot(q[0] - centre[0], q[1] - centre[1]) || 1;
        return [q[0] + ((q[0] - centre[0]) / d) * by, q[1] + ((q[1] - centre[1]) / d) * by];
      };
      g.strokeStyle = theme.axis;
      g.lineWidth = 1;
      const edge = (ends, values, world, name) => {
        const [a, b] = ends.map((q) => p.at(...q));
        const room = Math.hypot(a[0] - b[0], a[1] - b[1]);
        let last = null;
        const m = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
        let normal = [b[1] - a[1], a[0] - b[0]].map((v) => v / (room || 1));
        if ((m[0] - centre[0]) * normal[0] + (m[1] - centre[1]) * normal[1] < 0) normal = normal.map((v) => -v);
        for (const [v, label] of values(room)) {
          const q = p.at(...world(v));
          if (last && Math.hypot(q[0] - last[0], q[1] - last[1]) < 24) continue;
          last = q;
          g.beginPath();
          g.moveTo(...q);
          g.lineTo(q[0] + normal[0] * 4, q[1] + normal[1] * 4);
          g.stroke();
          text(g, label, q[0] + normal[0] * 14, q[1] + normal[1] * 12, { align: normal[0] > 0.4 ? "left" : normal[0] < -0.4 ? "right" : "center", colour: theme.muted, size: 11 });
        }
        if (room > 60) text(g, name, m[0] + normal[0] * 40, m[1] + normal[1] * 30, { align: "center", size: 13 });
      };
      edge([[-1, sy, floor], [1, sy, floor]], (room) => ticks(...grid.x, room / 70), (v) => [2 * fractionX(v) - 1, sy, floor], data.axes[0]);
      edge([[sx, -1, floor], [sx, 1, floor]], (room) => ticks(...grid.y, room / 70), (v) => [sx, 2 * fractionY(v) - 1, floor], data.axes[1]);
      if (grid.colours === grid.heights && state.camera.elevation < 75) {
        const corners = [[-sx, sy], [sx, -sy]].map((c) => [c, p.at(...c, top)]).sort((a, b) => a[1][0] - b[1][0]);
        const [x, y] = corners[0][0];
        edge([[x, y, 0], [x, y, top]], () => data.levels.filter((l) => l[1]), (f) => [x, y, f * top], "J");
      }
      void outward;
    }

    function paintMesh(p, width, height, density) {
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
      const use = (made) => {
        gl.useProgram(made.made);
        gl.uniform3fv(made.at("right"), p.right);
        gl.uniform3fv(made.at("up"), p.up);
        gl.uniform3fv(made.at("toward"), p.toward);
        gl.uniform4f(made.at("screen"), (2 * p.scale) / width, (2 * p.scale) / height, (2 * p.cx) / width - 1, 1 - (2 * p.cy) / height);
        gl.uniform1f(made.at("middle"), middle);
        gl.uniform1f(made.at("perspective"), state.camera.perspective ? 1 : 0);
      };
      use(mesh.program);
      gl.bindTexture(gl.TEXTURE_2D, mesh.map);
      if (mesh.dark !== theme.dark) {
        mesh.dark = theme.dark;
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 256, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, theme.relief);
        [[gl.TEXTURE_MIN_FILTER, gl.LINEAR], [gl.TEXTURE_MAG_FILTER, gl.LINEAR], [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE], [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE]]
          .forEach(([what, how]) => gl.texParameteri(gl.TEXTURE_2D, what, how));
      }
      const lamp = [-0.45, 0.35, 0.82].map((v) => v / Math.hypot(0.45, 0.35, 0.82));
      gl.uniform3fv(mesh.program.at("lamp"), [0, 1, 2].map((d) => p.right[d] * lamp[0] + p.up[d] * lamp[1] + p.toward[d] * lamp[2]));
      gl.uniform1f(mesh.program.at("top"), top + 1e-4);
      const lines = data.levels.slice(0, 96);
      gl.uniform1i(mesh.program.at("lines"), lines.length);
      if (lines.length > 0) gl.uniform2fv(mesh.program.at("levels"), lines.flatMap(([f, label]) => [f, label ? 0.62 : 0.42]));
      gl.bindVertexArray(mesh.bound);
      gl.drawElements(gl.TRIANGLES, mesh.count, gl.UNSIGNED_INT, 0);

      use(strokes.program);
      gl.uniform2f(strokes.program.at("size"), canvas.width, canvas.height);
      gl.uniform1f(strokes.program.at("pixels"), p.scale);
      const step = now();
      const draw = (path, from, to, pixels, colour, opacity, dash = [], gap = colour) => {
        if (to <= from) return;
        gl.bindVertexArray(path.bound);
        gl.bindBuffer(gl.ARRAY_BUFFER, path.buffer);
        [0, 1].forEach((place) => {
          gl.enableVertexAttribArray(place);
          gl.vertexAttribPointer(place, 4, gl.FLOAT, false, 32, from * 32 + place * 16);
          gl.vertexAttribDivisor(place, 1);
        });
        gl.uniform1f(strokes.program.at("width"), pixels * density);
        gl.uniform4f(strokes.program.at("colour"), ...colour.map((c) => c / 255), opacity);
        gl.uniform4f(strokes.program.at("gap"), ...gap.map((c) => c / 255), opacity);
        gl.uniform1i(strokes.program.at("dashes"), dash.length);
        if (dash.length > 0) gl.uniform1fv(strokes.program.at("dash"), dash);
        gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, to - from);
      };
      gl.depthMask(false);
      for (const run of shownRuns()) {
        const path = strokes.runs[run.index];
        const past = path.after[indexAt(run, step)];
        draw(path, past, path.after[run.u.length - 1], 1, rgb(run.colour), 0.38);
        draw(path, 0, past, 4.4, theme.dark ? rgb(theme.text) : [255, 255, 255], 1);
        draw(path, 0, past, 2, rgb(run.colour), 1, run.dash, mix(rgb(run.colour), [255, 255, 255], 0.55));
      }
      gl.depthMask(true);
      gl.bindVertexArray(null);
    }

    function paintOver(p) {
      const { g } = clean(over);
      const put = (u, v, paint) => {
        const z = heightAt(u, v);
        const [x, y] = [2 * u - 1, 2 * v - 1];
        if (u >= 0 && u <= 1 && v >= 0 && v <= 1 && z <= top && p.sees(x, y, z)) paint(...p.at(x, y, z));
      };
      for (const m of marks) {
        put(fractionX(m.at[0]), fractionY(m.at[1]), (x, y) => {
          if (m.kind === "start") {
            startRing(g, x, y);
            text(g, WORDS.start, x + 11, y, { halo: 2.5 });
          } else {
            sign(g, m.kind, x, y);
          }
        });
      }
      for (const run of shownRuns()) {
        const i = Math.min(indexAt(run, now()), run.end);
        put(run.u[i], run.v[i], (x, y) => head(g, run, x, y));
      }
      if (state.hover) put(state.hover.run.u[state.hover.i], state.hover.run.v[state.hover.i], (x, y) => ring(g, x, y));
    }

    let last = null;
    let key = "";
    const turn = (azimuth, elevation) => {
      state.camera.azimuth += azimuth;
      state.camera.elevation = clamp(state.camera.elevation + elevation, 5, 90);
      changed();
    };
    hands(stage, {
      drag: (dx, dy) => turn(-dx * 0.4, dy * 0.35),
      zoom: (_x, _y, factor) => { state.camera.zoom = clamp(state.camera.zoom * factor, 0.3, 10); changed(); },
      home: () => { state.camera = { ...homeCamera }; changed(); },
      hover: (x, y, e) => {
        if (!last) return;
        const found = nearest(x, y, e.pointerType === "touch" ? 22 : 12, (run, i) => {
          const z = heightAt(run.u[i], run.v[i]);
          return run.u[i] >= 0 && run.u[i] <= 1 && run.v[i] >= 0 && run.v[i] <= 1 && z <= top ? last.at(2 * run.u[i] - 1, 2 * run.v[i] - 1, z) : [NaN, NaN];
        });
        const seen = found && last.sees(2 * found.run.u[found.i] - 1, 2 * found.run.v[found.i] - 1, heightAt(found.run.u[found.i], found.run.v[found.i]));
        point(seen ? found : null);
        const place = seen ? null : last.pick(x, y);
        if (seen) say(described(found.run, found.i), e);
        else if (place) say(landscape(...place), e);
        else still();
      },
      key: (e) => {
        const by = { ArrowLeft: [6, 0], ArrowRight: [-6, 0], ArrowUp: [0, 4], ArrowDown: [0, -4] }[e.key];
        if (!by || !e.altKey) return false;
        turn(...by);
        return true;
      },
    });
    canvas.addEventListener("webglcontextlost", (e) => e.preventDefault());
    canvas.addEventListener("webglcontextrestored", () => { prepare(); changed(); });
    prepare();
    views.push({
      draw() {
        const { width, height, density } = fit(canvas);
        const p = projection(width, height);
        last = p;
        const made = JSON.stringify([width, height, density, theme.dark, state.camera, fontsReady]);
        if (made !== key) {
          key = made;
          paintUnder(p);
        }
        paintMesh(p, width, height, density);
        paintOver(p);
      },
      label: () => `Surface of J over ${data.axes[0]} and ${data.axes[1]}, seen from azimuth ${Math.round(state.camera.azimuth)} and elevation ${Math.round(state.camera.elevation)} degrees. Alt with an arrow turns it.`,
      stage,
    });
  }

  // ---- charts: the curve of one parameter, and cost against step --------------------------------------------------------------------

  /** An axis in pixels; `log` with powers of ten. */
  function axis(low, high, log, from, length) {
    const t = log ? Math.log10 : (v) => v;
    const [a, b] = [t(low), t(high)];
    const at = (v) => from + ((t(v) - a) / (b - a)) * length;
    const marksOf = () => {
      if (!log) return ticks(low, high, Math.abs(length) / 55).map(([v, l]) => [at(v), l]);
      const every = Math.max(1, Math.ceil((b - a) / (Math.abs(length) / 26)));
      const found = [];
      for (let k = Math.ceil(a - 1e-9); k <= b + 1e-9; k += 1) if (k % every === 0) found.push([at(10 ** k), power(k)]);
      return found.length > 1 ? found : ticks(low, high, Math.abs(length) / 55).filter(([v]) => v > 0).map(([v, l]) => [at(v), l]);
    };
    return { at, ticks: marksOf, back: (p) => { const v = a + ((p - from) / length) * (b - a); return log ? 10 ** v : v; } };
  }
  function rules(g, plot, x, y) {
    g.strokeStyle = theme.grid;
    g.lineWidth = 1;
    g.beginPath();
    y.forEach(([p]) => { g.moveTo(plot.x, Math.round(p) + 0.5); g.lineTo(plot.x + plot.w, Math.round(p) + 0.5); });
    x.forEach(([p]) => { g.moveTo(Math.round(p) + 0.5, plot.y); g.lineTo(Math.round(p) + 0.5, plot.y + plot.h); });
    g.stroke();
  }
  function clipped(g, plot, paint) {
    g.save();
    g.beginPath();
    g.rect(plot.x - 1, plot.y - 1, plot.w + 2, plot.h + 2);
    g.clip();
    paint();
    g.restore();
  }

  function curveView(stage) {
    const canvas = layer(stage);
    let x;
    let y;
    let plot;
    const points = (run, i) => [x.at(run.a[i]), y.at(run.loss[i])];
    hands(stage, {
      hover: (px, py, e) => {
        if (!plot || px < plot.x || px > plot.x + plot.w || py < plot.y || py > plot.y + plot.h) { still(); return; }
        const found = nearest(px, py, e.pointerType === "touch" ? 22 : 12, points);
        point(found);
        if (found) { say(described(found.run, found.i), e); return; }
        const u = fractionX(x.back(px)) * (grid.nx - 1);
        const i = clamp(Math.floor(u), 0, grid.nx - 2);
        say([`${data.axes[0]} = ${place(x.back(px), grid.x)}`, `J = ${number(lerp(grid.values[i], grid.values[i + 1], u - i))}`], e);
      },
    });
    views.push({
      draw() {
        const { g, width, height } = clean(canvas);
        plot = { x: 60, y: 10, w: Math.max(40, width - 76), h: Math.max(40, height - 54) };
        x = axis(...grid.x, false, plot.x, plot.w);
        y = axis(...data.vertical, data.logarithmic, plot.y + plot.h, -plot.h);
        const [tx, ty] = [x.ticks(), y.ticks()];
        rules(g, plot, tx, ty);
        clipped(g, plot, () => {
          g.lineJoin = "round";
          trace(g, (i) => [x.at(atX(i / (grid.nx - 1))), y.at(grid.values[i])], 0, grid.nx - 1);
          g.lineWidth = 2;
          g.strokeStyle = theme.text;
          g.stroke();
          for (const run of shownRuns()) {
            const to = indexAt(run, now());
            trace(g, (i) => points(run, i), 0, to);
            g.lineWidth = 1.25;
            g.strokeStyle = veil(edge(run), 0.7);
            g.setLineDash(run.dash);
            g.stroke();
            g.setLineDash([]);
            for (let i = Math.max(0, to - 3000); i < run.u.length && i < to + 3000; i++) {
              const [a, b] = points(run, i);
              if (!Number.isFinite(a + b)) continue;
              g.beginPath();
              g.arc(a, b, i <= to ? 3 : 2.5, 0, 7);
              g.fillStyle = run.colour;
              g.strokeStyle = veil(run.colour, 0.5);
              g.lineWidth = 1;
              if (i <= to) g.fill();
              else g.stroke();
            }
          }
          for (const m of marks) {
            if (m.kind === "start" && runs.length > 0) startRing(g, x.at(m.at[0]), y.at(runs[0].loss[0]));
            else if (Number.isFinite(m.value) && m.kind !== "saddle") sign(g, m.kind, x.at(m.at[0]), y.at(m.value));
          }
          for (const run of shownRuns()) head(g, run, ...points(run, indexAt(run, now())), 6);
          if (state.hover) ring(g, ...points(state.hover.run, state.hover.i));
        });
        frame(g, plot, tx, ty, data.axes[0], "J");
      },
      label: () => `Curve of J over ${data.axes[0]} from ${place(grid.x[0], grid.x)} to ${place(grid.x[1], grid.x)}.`,
      stage,
    });
  }

  /** The vertical axis of costs: logarithmic in whole decades where they span more than two, as in the window. */
  function lossRange() {
    let ceiling = -Infinity;
    let all = -Infinity;
    let low = Infinity;
    let positive = Infinity;
    for (const run of runs) {
      const ends = run.diverged ? run.loss.subarray(0, 1) : run.loss;
      for (const v of ends) if (Number.isFinite(v)) ceiling = Math.max(ceiling, v);
      for (const v of run.loss) {
        if (!Number.isFinite(v)) continue;
        all = Math.max(all, v);
        low = Math.min(low, v);
        if (v > 0) positive = Math.min(positive, v);
      }
    }
    if (ceiling === -Infinity) ceiling = all;
    if (!(ceiling > -Infinity)) return { low: 0, high: 1, log: false };
    const possible = positive <= ceiling && ceiling > 0;
    const log = data.lossScale === "LOG" ? possible : data.lossScale === "AUTO" && possible && low >= 0 && ceiling / positive > 100;
    if (log) {
      const high = Math.log10(ceiling);
      const least = Math.max(Math.log10(positive), high - 16);
      const wide = high - least > 1;
      return { low: 10 ** (wide ? Math.floor(least + 1e-9) : least - 0.05), high: 10 ** (wide ? Math.ceil(high - 1e-9) : high + 0.05), log };
    }
    const base = low >= 0 && low < 0.4 * ceiling ? 0 : low;
    const room = ceiling > base ? (ceiling - base) * 0.04 : Math.max(Math.abs(base) * 0.1, 1e-12);
    return { low: base === 0 ? 0 : base - room, high: ceiling + room, log };
  }

  function lossView(stage) {
    const canvas = layer(stage);
    const range = lossRange();
    let plot;
    let x;
    let y;
    const points = (run, i) => [x.at(stepOf(run, i)), range.log && !(run.loss[i] > 0) ? NaN : y.at(run.loss[i])];
    const scrub = (px) => go(Math.round(x.back(px)));
    hands(stage, {
      drag: null,
      hover: (px, py, e) => {
        if (!plot || px < plot.x || px > plot.x + plot.w || py < plot.y || py > plot.y + plot.h) { still(); return; }
        if (e.type === "pointerup") scrub(px);
        const step = clamp(Math.round(x.back(px)), 0, data.last);
        let best = null;
        for (const run of shownRuns()) {
          const i = indexAt(run, step);
          const d = Math.abs(points(run, i)[1] - py);
          if (step <= run.last && (best === null || d < best.d)) best = { run, i, d };
        }
        point(best && best.d < 40 ? { run: best.run, i: best.i } : null);
        if (state.hover) say(described(state.hover.run, state.hover.i), e);
        else tip.hidden = true;
      },
    });
    views.push({
      draw() {
        const { g, width, height } = clean(canvas);
        plot = { x: 60, y: 10, w: Math.max(40, width - 76), h: Math.max(40, height - 54) };
        x = axis(0, Math.max(1, data.last), false, plot.x, plot.w);
        y = axis(range.low, range.high, range.log, plot.y + plot.h, -plot.h);
        const tx = ticks(0, Math.max(1, data.last), plot.w / 80).map(([v, l]) => [x.at(v), l]);
        const ty = y.ticks();
        rules(g, plot, [], ty);
        clipped(g, plot, () => {
          g.lineJoin = "round";
          for (const run of shownRuns()) {
            trace(g, (i) => points(run, i), 0, run.loss.length - 1);
            g.lineWidth = state.hover && state.hover.run === run ? 3 : 2.25;
            g.strokeStyle = run.colour;
            g.setLineDash(run.dash);
            g.stroke();
            g.setLineDash([]);
          }
          g.fillStyle = theme.accent;
          g.fillRect(x.at(now()) - 0.625, plot.y, 1.25, plot.h);
        });
        frame(g, plot, tx, ty, "step", "J");
        for (const run of shownRuns()) {
          const [px, py] = points(run, indexAt(run, now()));
          if (py >= plot.y && py <= plot.y + plot.h) head(g, run, px, py, 4.5);
        }
        if (state.hover) ring(g, ...points(state.hover.run, state.hover.i));
      },
      label: () => `Cost against step of ${runs.map((r) => r.name).join(", ")}, ${range.log ? "logarithmic" : "linear"}. A click sets the step.`,
      stage,
    });
  }

  // ---- the table of runs, the words, the playhead --------------------------------------------------------------------------------------

  const rows = [];
  function cell(row, kind) {
    const td = document.createElement("td");
    if (kind) td.className = kind;
    row.append(td);
    return td;
  }
  function buildTable() {
    const titles = [["Run", ""], ["J", ""], ["|\u2207J|", ""], ...data.symbols.slice(0, data.dimension).map((s) => [s, "place"]), ["", "end"]];
    for (const [words, kind] of titles) {
      const th = document.createElement("th");
      th.textContent = words;
      th.scope = "col";
      if (kind) th.className = kind;
      byId("heads").append(th);
    }
    for (const run of runs) {
      const row = document.createElement("tr");
      const label = document.createElement("label");
      label.className = "run";
      const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
      box.setAttribute("aria-label", `Show ${run.name}`);
      box.addEventListener("change", () => { run.hidden = !box.checked; row.classList.toggle("off", run.hidden); state.hover = null; changed(); });
      const key = document.createElement("canvas");
      const name = Object.assign(document.createElement("span"), { textContent: run.name, title: run.name });
      label.append(box, key, name);
      cell(row, "").append(label);
      const cells = [cell(row, ""), cell(row, ""), ...data.symbols.slice(0, data.dimension).map(() => cell(row, "place"))];
      const end = cell(row, "end");
      byId("rows").append(row);
      rows.push({ run, row, key, cells, end });
    }
    if (runs.length === 0) byId("heads").parentElement.parentElement.hidden = true;
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
    const made = JSON.stringify([step, state.hover?.run.index]);
    if (made === drawn) return;
    drawn = made;
    byId("slider").value = step;
    byId("slider").style.setProperty("--done", `${(100 * step) / Math.max(1, data.last)}%`);
    byId("slider").setAttribute("aria-valuetext", `step ${step} of ${data.last}`);
    byId("where").textContent = `step ${whole(step)} of ${whole(data.last)}`;
    for (const { run, row, cells, end } of rows) {
      const i = indexAt(run, step);
      const places = plane ? [place(run.a[i], grid.x), place(run.b[i], grid.y)] : [place(run.a[i], grid.x)];
      [number(run.loss[i]), number(run.gradient[i]), ...places].forEach((words, k) => { cells[k].textContent = words; });
      end.textContent = step >= run.last ? run.outcome : "";
      row.classList.toggle("lit", state.hover?.run === run);
    }
    clearTimeout(spoken);
    spoken = setTimeout(() => {
      if (!state.playing) {
        byId("spoken").textContent = `Step ${step} of ${data.last}. ` + shownRuns().map((r) => `${r.name}: J = ${number(r.loss[indexAt(r, step)])}`).join("; ");
      }
    }, 600);
  }

  const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];
  /** Steps a second at speed 1: all of them in some twelve seconds, but none shown longer than a fifth of a second. */
  const pace = Math.max(5, Math.round(data.last / 12 / 5) * 5);
  let before = 0;
  /** The time of a picture may lie before that of the click that began to play. */
  function tick(time) {
    if (!state.playing) return;
    state.step = Math.min(data.last, state.step + (clamp(time - before, 0, 250) / 1000) * pace * state.speed);
    before = time;
    if (state.step >= data.last) play(false);
    else requestAnimationFrame(tick);
    changed();
  }
  function play(on) {
    if (on && now() >= data.last) state.step = 0;
    state.playing = on && data.last > 0;
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
    state.step = clamp(step, 0, data.last);
    changed();
  }
  function faster(by) {
    const k = clamp(SPEEDS.indexOf(state.speed) + by, 0, SPEEDS.length - 1);
    state.speed = SPEEDS[k];
    byId("speed").value = String(state.speed);
  }

  // ---- putting it together ---------------------------------------------------------------------------------------------------------------

  let fontsReady = false;
  function start() {
    byId("name").textContent = data.name;
    byId("note").textContent = data.note;
    const kinds = { contour: mapView, surface: surfaceView, curve: curveView, loss: lossView };
    for (const panel of document.querySelectorAll("[data-view]")) {
      const kind = panel.dataset.view;
      if (data.views.includes(kind)) kinds[kind](panel.querySelector(".stage"));
      else panel.remove();
    }
    byId("main").dataset.plots = views.length;
    buildTable();
    const slider = byId("slider");
    slider.max = data.last;
    slider.addEventListener("input", () => go(Number(slider.value)));
    byId("speed").append(...SPEEDS.map((s) => Object.assign(document.createElement("option"), { value: s, textContent: `${s}\u00d7`, selected: s === 1 })));
    byId("speed").addEventListener("change", () => { state.speed = Number(byId("speed").value); });
    byId("play").addEventListener("click", () => play(!state.playing));
    byId("first").addEventListener("click", () => go(0));
    byId("final").addEventListener("click", () => go(data.last));
    byId("back").addEventListener("click", () => go(now() - 1));
    byId("forward").addEventListener("click", () => go(now() + 1));
    byId("theme").addEventListener("click", () => { document.documentElement.dataset.theme = isDark() ? "light" : "dark"; retheme(); });
    if (data.last === 0) byId("transport").hidden = true;
    document.addEventListener("keydown", (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.target.tagName === "SELECT") return;
      const keys = { ArrowLeft: () => go(now() - (e.shiftKey ? 10 : 1)), ArrowRight: () => go(now() + (e.shiftKey ? 10 : 1)), Home: () => go(0), End: () => go(data.last),
        "[": () => faster(-1), "]": () => faster(1) };
      if (e.key === " " && !["BUTTON", "INPUT"].includes(e.target.tagName) || e.key === " " && e.target === slider) keys[" "] = () => play(!state.playing);
      if (keys[e.key]) {
        keys[e.key]();
        e.preventDefault();
      }
    });
    window.addEventListener("resize", changed);
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
