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

  function curveView(show, stage) {
    const { data, grid, runs, shownRuns, marks, fractionX, atX, described, nearest } = show;
    const others = data.beside.map(doubles);
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
          g.lineWidth = 1;
          g.strokeStyle = theme.muted;
          for (const values of others) {
            trace(g, (i) => [x.at(atX(i / (values.length - 1))), y.at(values[i])], 0, values.length - 1);
            g.stroke();
          }
          trace(g, (i) => [x.at(atX(i / (grid.nx - 1))), y.at(grid.values[i])], 0, grid.nx - 1);
          g.lineWidth = 2;
          g.strokeStyle = theme.text;
          g.stroke();
          for (const run of shownRuns()) {
            const to = indexAt(run, now());
            g.lineWidth = 1.25;
            g.setLineDash(run.dash);
            for (const [first, last, opacity] of stretches(run, 0, to)) {
              trace(g, (i) => points(run, i), first, last);
              g.strokeStyle = veil(edge(run), 0.7 * opacity);
              g.stroke();
            }
            g.setLineDash([]);
            for (let i = Math.max(0, to - 3000); i < run.u.length && i < to + 3000; i++) {
              const [a, b] = points(run, i);
              if (!Number.isFinite(a + b)) continue;
              g.beginPath();
              g.arc(a, b, i <= to ? 3 : 2.5, 0, 7);
              g.fillStyle = veil(run.colour, opacityAt(run, i));
              g.strokeStyle = veil(run.colour, 0.5 * opacityAt(run, i));
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
          const lit = show.lit();
          if (lit) ring(g, ...points(lit.run, lit.i));
        });
        frame(g, plot, tx, ty, data.axes[0], "J");
      },
      label: () => `Curve of J over ${data.axes[0]} from ${place(grid.x[0], grid.x)} to ${place(grid.x[1], grid.x)}.`,
      stage,
    });
  }

  /** The vertical axis of costs: logarithmic in whole decades where they span more than two, as in the window. */
  function lossRange(runs) {
    let ceiling = -Infinity;
    let all = -Infinity;
    let low = Infinity;
    let positive = Infinity;
    for (const run of runs) {
      const ends = run.diverged ? run.loss.subarray(0, 1) : run.loss;
      for (const v of ends) if (Number.isFinite(v)) ceiling = Math.max(ceiling, v);
      for (const v of run.diverged || !run.test ? [] : run.test) if (Number.isFinite(v)) ceiling = Math.max(ceiling, v);
      for (const v of [run.loss, run.test ?? []].flatMap((list) => [...list])) {
        if (!Number.isFinite(v)) continue;
        all = Math.max(all, v);
        low = Math.min(low, v);
        if (v > 0) positive = Math.min(positive, v);
      }
    }
    if (ceiling === -Infinity) ceiling = all;
    if (!(ceiling > -Infinity)) return { low: 0, high: 1, log: false };
    const possible = positive <= ceiling && ceiling > 0;
    const log = page.lossScale === "LOG" ? possible : page.lossScale === "AUTO" && possible && low >= 0 && ceiling / positive > 100;
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

  function lossView(show, stage) {
    const { runs, shownRuns, described } = show;
    const canvas = layer(stage);
    const range = lossRange(runs);
    let plot;
    let x;
    let y;
    const points = (run, i) => [x.at(stepOf(run, i)), range.log && !(run.loss[i] > 0) ? NaN : y.at(run.loss[i])];
    const scrub = (px) => go(Math.round(x.back(px)));
    hands(stage, {
      drag: (_dx, _dy, px) => scrub(px),
      hover: (px, py, e) => {
        if (!plot || px < plot.x || px > plot.x + plot.w || py < plot.y || py > plot.y + plot.h) { still(); return; }
        if (e.type === "pointerup") scrub(px);
        const step = clamp(Math.round(x.back(px)), 0, page.last);
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
        x = axis(0, Math.max(1, page.last), false, plot.x, plot.w);
        y = axis(range.low, range.high, range.log, plot.y + plot.h, -plot.h);
        const tx = ticks(0, Math.max(1, page.last), plot.w / 80).map(([v, l]) => [x.at(v), l]);
        const ty = y.ticks();
        rules(g, plot, [], ty);
        clipped(g, plot, () => {
          g.lineJoin = "round";
          for (const run of shownRuns()) {
            trace(g, (i) => points(run, i), 0, run.loss.length - 1);
            g.lineWidth = show.lit()?.run === run ? 3 : 2.25;
            g.strokeStyle = run.colour;
            g.setLineDash(run.dash);
            g.stroke();
            if (run.test) {                         // on samples that are not learnt from: the same line, thin
              trace(g, (i) => [x.at(stepOf(run, i)), range.log && !(run.test[i] > 0) ? NaN : y.at(run.test[i])], 0, run.test.length - 1);
              g.lineWidth = 1.35;
              g.stroke();
            }
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
        const lit = show.lit();
        if (lit) ring(g, ...points(lit.run, lit.i));
      },
      label: () => `Cost against step of ${runs.map((r) => r.name).join(", ")}, ${range.log ? "logarithmic" : "linear"}. A click or a drag sets the step.`,
      stage,
    });
  }
