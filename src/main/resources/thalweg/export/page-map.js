  // ---- the map -------------------------------------------------------------------------------------------------------------------

  function mapView(show, stage) {
    const { data, grid, shownRuns, marks, raster, fractionX, fractionY, atX, atY, described, nearest, landscape } = show;
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
      const { g } = clean(over);
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
        let walked = 0;
        for (const [first, last, opacity] of stretches(run, 0, to)) {
          const length = trace(g, points, first, last);
          g.lineWidth = 4.4;
          g.strokeStyle = theme.dark ? veil(theme.text, 0.72 * opacity) : `rgba(255,255,255,${0.94 * opacity})`;
          g.stroke();
          g.lineWidth = 2;
          g.globalAlpha = opacity;
          if (run.dash.length > 0) {
            g.strokeStyle = css(mix(rgb(run.colour), [255, 255, 255], 0.55));
            g.stroke();
          }
          g.setLineDash(run.dash);
          g.lineDashOffset = walked;
          g.strokeStyle = run.colour;
          g.stroke();
          g.setLineDash([]);
          g.globalAlpha = 1;
          walked += length;
        }
        g.lineDashOffset = 0;
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
      const lit = show.lit();
      if (lit) ring(g, px(lit.run.u[lit.i]), py(lit.run.v[lit.i]));
      g.restore();
      stage.style.touchAction = enlarged() ? "none" : "pan-y";
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
    const enlarged = () => state.window.size < 1;
    function dragged(dx, dy) {
      const s = state.window;
      s.u = clamp(s.u - (dx / plot.w) * s.size, 0, 1 - s.size);
      s.v = clamp(s.v + (dy / plot.h) * s.size, 0, 1 - s.size);
      changed();
    }
    hands(stage, {
      drag: dragged,
      drags: enlarged,                               // a whole map has nowhere to go: a finger scrolls the page, or reads
      pan: dragged,
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
