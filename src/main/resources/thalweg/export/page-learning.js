  // ---- what is learnt: data with what a model says of them, and its layers --------------------------------------------------------

  const GELU = Math.sqrt(2 / Math.PI);
  const ACTIVATIONS = {
    IDENTITY: (z) => z,
    SIGMOID: (z) => 1 / (1 + Math.exp(-z)),
    TANH: Math.tanh,
    RELU: (z) => Math.max(0, z),
    LEAKY_RELU: (z) => (z > 0 ? z : 0.01 * z),
    ELU: (z) => (z > 0 ? z : Math.expm1(z)),
    GELU: (z) => 0.5 * z * (1 + Math.tanh(GELU * (z + 0.044715 * z * z * z))),
    SOFTPLUS: (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))),
  };
  const CERTAIN = 8;                                 // log-odds beyond have the colour of certainty
  const NINE_TO_ONE = Math.log(9);

  /** The model of an exhibit with the weights that a run has at the playhead. */
  function learner(show) {
    const { learning } = show.data;
    const weights = learning.weights.map(floats);
    const size = learning.layers.at(-1).at + learning.layers.at(-1).out * (learning.layers.at(-1).in + (learning.layers.at(-1).biased ? 1 : 0));
    const stateAt = (run, step, every) => (run ? (step >= run.last ? Math.ceil(run.last / every) : Math.floor(step / every)) : 0);
    return {
      ...learning,
      size,
      stateAt,
      /** The step whose weights stand for the playhead. */
      step: (run, every) => (run ? Math.min(stateAt(run, now(), every) * every, run.last) : 0),
      theta(run) {
        const k = stateAt(run, now(), learning.every);
        return weights[run ? run.index : 0].subarray(k * size, (k + 1) * size);
      },
      /** The outputs for samples, whose features lie row by row. */
      outputs(theta, samples) {
        let rows = samples;
        for (const l of learning.layers) {
          const f = ACTIVATIONS[l.activation];
          const m = rows.length / l.in;
          const next = new Float64Array(m * l.out);
          for (let s = 0; s < m; s++) {
            for (let j = 0; j < l.out; j++) {
              let z = l.biased ? theta[l.at + l.in * l.out + j] : 0;
              for (let i = 0, w = l.at + j * l.in, at = s * l.in; i < l.in; i++) z += theta[w + i] * rows[at + i];
              next[s * l.out + j] = f(z) + (l.skipped ? rows[s * l.in + j] : 0);
            }
          }
          rows = next;
        }
        return rows;
      },
      /** How sure it is of each class, as ln p / (1 - p): what the program takes for it under each loss. */
      odds(z) {
        const k = z.length;
        const share = (v) => { const p = clamp(v, 1e-6, 1 - 1e-6); return Math.log(p / (1 - p)); };
        if (k === 1) {
          const v = learning.loss === "MEAN_SQUARED" ? share(z[0]) : z[0];
          return [-v, v];
        }
        if (learning.loss === "MEAN_SQUARED") return [...z].map(share);
        if (learning.loss === "BINARY_CROSS_ENTROPY") return [...z];
        return [...z].map((v, c) => {
          const rest = [...z].filter((_, other) => other !== c);
          const highest = Math.max(...rest);
          if (learning.loss === "HINGE") return NINE_TO_ONE * (v - highest);
          return v - highest - Math.log(rest.reduce((sum, other) => sum + Math.exp(other - highest), 0));
        });
      },
    };
  }
  const probability = (odds) => 1 / (1 + Math.exp(-odds));
  const finite = (list) => list.every(Number.isFinite);

  /** The run whose model is shown: the chosen one, or the first that is not hidden. */
  function taught(show) {
    const chosen = show.runs[state.chosen];
    return chosen && !chosen.hidden ? chosen : show.shownRuns()[0] ?? show.runs[0] ?? null;
  }

  /** Words behind a panel's name, and the choice of a run where there are several. */
  function headOf(show, head) {
    const detail = Object.assign(document.createElement("span"), { className: "detail" });
    head.append(detail);
    let choice = null;
    if (show.runs.length > 1) {
      choice = document.createElement("select");
      choice.setAttribute("aria-label", "Run whose model is shown");
      choice.append(...show.runs.map((r, i) => Object.assign(document.createElement("option"), { value: i, textContent: r.name })));
      choice.addEventListener("change", () => { state.chosen = Number(choice.value); changed(); });
      head.append(choice);
    }
    return (run, step, { more = "", legend } = {}) => {
      const right = legend ? undefined : run?.right?.[indexAt(run, now())];
      const percent = right === 1 ? "100" : Math.round(100 * right) === 100 ? "99.9" : String(Math.round(100 * right));
      const met = run?.diverged && now() >= run.last ? "diverged" : right >= 0 ? `${percent}\u2009% right` : "";
      const said = [run ? (choice ? "" : run.name) : "at the start", run ? `step ${whole(step)}` : "", met, legend ?? more];
      detail.textContent = said.filter((w) => w).join(", ");
      if (choice) choice.value = String(run.index);
    };
  }
  /** Whether a view of a model has to be drawn anew: its weights are others, or what it is drawn on. */
  function news(canvas, show, model) {
    const run = taught(show);
    const shown = show.shownRuns().map((r) => [r.index, model.stateAt(r, now(), model.every)]);
    const on = [canvas.clientWidth, canvas.clientHeight, window.devicePixelRatio, theme.dark, fontsReady];
    const key = JSON.stringify([on, run?.index, run && model.step(run, model.every), shown]);
    const is = drawnFor.get(canvas) !== key;
    drawnFor.set(canvas, key);
    return is;
  }
  const drawnFor = new WeakMap();
  function refuse(stage, words) {
    stage.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }));
    views.push({ draw() {}, label: () => words, stage });
  }
  const lost = (run) => (run ? `${run.name} diverged: its model is no number` : "the start is no number");

  /** A sample with the mark of its class, or a dot; hollow if it is not learnt from. */
  function sampleMark(g, x, y, radius, style, test) {
    const colour = style ? style.colour : theme.text;
    marker(g, style ? style.marker : DOT, x, y, radius);
    g.lineJoin = "round";
    g.lineWidth = radius >= 3 ? 1.8 : 0.8;
    g.strokeStyle = theme.canvas;
    g.stroke();
    g.fillStyle = test ? theme.canvas : colour;
    g.fill();
    if (!test) return;
    g.lineWidth = radius >= 3 ? 1.6 : 1;
    g.strokeStyle = colour;
    g.stroke();
  }
  const DOT = Array.from({ length: 24 }, (_, i) => [Math.cos((i * Math.PI) / 12), Math.sin((i * Math.PI) / 12)]).flat();

  function fitView(show, stage, head) {
    const { learning } = show.data;
    if (!learning) { refuse(stage, "This view shows a model with its data; a function has none."); return; }
    const { fit } = learning;
    if (!show.data.name) head.firstChild.textContent = fit.title;
    if (fit.kind === "IMAGES") imagesView(show, stage, head);
    else if (learning.refusal) refuse(stage, learning.refusal);
    else samplesView(show, stage, head);
  }

  /** Data over one feature or two. */
  function samplesView(show, stage, head) {
    const model = learner(show);
    const { fit } = model;
    const nodes = floats(fit.nodes);
    const places = floats(fit.places);
    const told = floats(fit.told);
    const test = bytes(fit.test);
    const best = fit.best ? doubles(fit.best) : null;
    const classes = model.classes.length;
    const line = fit.kind === "LINE";
    const words = headOf(show, head);
    const ground = layer(stage);
    const over = layer(stage);
    let plot = null;
    let x;
    let y;
    let answers = null;                              // of the nodes, for the tip
    const radius = () => clamp(4.6 * Math.sqrt(300 / told.length) * Math.min(1, Math.sqrt(plot.w * plot.h) / 300), 1.6, 4.6);
    const styleOf = (i) => (classes > 0 ? model.styles[told[i]] : null);

    /** What is drawn over one feature: the number, the probability of the second class, or of each. */
    function curves(theta) {
      const z = model.outputs(theta, nodes);
      const k = z.length / fit.across;
      const rows = Array.from({ length: fit.across }, (_, i) => z.subarray(i * k, (i + 1) * k));
      if (classes === 0) return [rows.map((r) => r[0])];
      const odds = rows.map((r) => model.odds(r).map(probability));
      return classes === 2 ? [odds.map((o) => o[1])] : Array.from({ length: classes }, (_, c) => odds.map((o) => o[c]));
    }
    const atNode = (i) => lerp(...fit.x, i / (fit.across - 1));
    const drawCurve = (g, values, colour, width, dash = []) => {
      trace(g, (i) => [x.at(atNode(i)), y.at(values[i])], 0, fit.across - 1);
      g.lineWidth = width;
      g.lineJoin = "round";
      g.strokeStyle = colour;
      g.setLineDash(dash);
      g.stroke();
      g.setLineDash([]);
    };
    function drawLines(g, run, theta) {
      if (best) drawCurve(g, curves(best)[0], theme.muted, 1.25, [5, 4]);
      const single = classes <= 2;
      for (const other of single ? show.shownRuns() : []) {
        if (other !== run && finite(model.theta(other))) drawCurve(g, curves(model.theta(other))[0], veil(edge(other), 0.8), 1.3, other.dash);
      }
      answers = curves(theta);
      answers.forEach((values, c) => drawCurve(g, values, single ? (run ? edge(run) : theme.accent) : model.styles[c].colour, 2.25));
    }

    /** The plane as pixels of the page, each between four nodes; and the borders where another class leads. */
    function drawPlane(g, theta) {
      const n = fit.across;
      const z = model.outputs(theta, nodes);
      const k = z.length / (n * n);
      const grids = Array.from({ length: classes === 0 ? 1 : classes === 2 ? 1 : classes }, () => new Float64Array(n * n));
      for (let i = 0; i < n * n; i++) {
        const row = z.subarray(i * k, (i + 1) * k);
        if (classes === 0) grids[0][i] = row[0];
        else if (classes === 2) grids[0][i] = model.odds(row)[1];
        else model.odds(row).forEach((v, c) => { grids[c][i] = v; });
      }
      const w = Math.max(2, Math.round(plot.w));
      const h = Math.max(2, Math.round(plot.h));
      const image = new ImageData(w, h);
      const out = new Uint32Array(image.data.buffer);
      const table = new Uint32Array(theme.map.buffer);
      const unsure = rgb(page.unsure[theme.dark ? 1 : 0]);
      const most = theme.dark ? 0.55 : 0.42;         // of the colour where it is certain
      const shade = (label, p) => mix(unsure, rgb(model.styles[label].colour), clamp((p - 1 / classes) / (1 - 1 / classes), 0, 1) * most);
      const packed = (c) => 0xff000000 | (c[2] << 16) | (c[1] << 8) | c[0];
      const steps = 256;
      const colours = Array.from({ length: classes }, (_, c) => Uint32Array.from({ length: steps + 1 }, (_x, i) =>
        packed(shade(c, probability(-CERTAIN + (2 * CERTAIN * i) / steps)))));
      const values = new Float64Array(grids.length);
      for (let q = 0; q < h; q++) {
        const v = (1 - (q + 0.5) / h) * (n - 1);
        const j = Math.min(Math.floor(v), n - 2);
        for (let p = 0; p < w; p++) {
          const u = ((p + 0.5) / w) * (n - 1);
          const i = Math.min(Math.floor(u), n - 2);
          const at = j * n + i;
          let lead = 0;
          for (let c = 0; c < grids.length; c++) {
            const a = grids[c];
            values[c] = lerp(lerp(a[at], a[at + 1], u - i), lerp(a[at + n], a[at + n + 1], u - i), v - j);
            if (values[c] > values[lead]) lead = c;
          }
          if (classes === 0) {
            const f = (values[0] - fit.scale.low) / (fit.scale.high - fit.scale.low);
            out[q * w + p] = table[Math.round(clamp(f, 0, 1) * 255)];
          } else {
            const odds = classes === 2 ? Math.abs(values[0]) : values[lead];
            const label = classes === 2 ? (values[0] > 0 ? 1 : 0) : lead;
            out[q * w + p] = colours[label][Math.round(((clamp(odds, -CERTAIN, CERTAIN) + CERTAIN) / (2 * CERTAIN)) * steps)];
          }
        }
      }
      const bare = document.createElement("canvas");
      bare.width = w;
      bare.height = h;
      bare.getContext("2d").putImageData(image, 0, 0);
      g.drawImage(bare, plot.x, plot.y, plot.w, plot.h);
      answers = { grids, n };
      if (classes === 0) return;
      const borders = (level) => grids.forEach((own, c) => {
        const rest = classes === 2 ? own : own.map((v, i) => v - Math.max(...grids.filter((_, other) => other !== c).map((o) => o[i])));
        isoline(g, level === 0 ? rest : own, n, level);
      });
      g.strokeStyle = veil(theme.text, 0.62);
      g.lineWidth = 0.8;
      for (const level of classes === 2 ? [NINE_TO_ONE, -NINE_TO_ONE] : classes <= 4 ? [NINE_TO_ONE] : []) borders(level);
      g.strokeStyle = theme.text;
      g.lineWidth = 1.75;
      borders(0);
    }
    /** Where values on the nodes pass a level, straight through each cell. */
    function isoline(g, values, n, level) {
      g.beginPath();
      const px = (u) => plot.x + (u / (n - 1)) * plot.w;
      const py = (v) => plot.y + plot.h - (v / (n - 1)) * plot.h;
      for (let j = 0; j < n - 1; j++) {
        for (let i = 0; i < n - 1; i++) {
          const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]].map(([a, b]) => [a, b, values[b * n + a] - level]);
          const cuts = [];
          corners.forEach((a, k) => {
            const b = corners[(k + 1) % 4];
            if (a[2] < 0 !== b[2] < 0) {
              const t = a[2] / (a[2] - b[2]);
              cuts.push([px(lerp(a[0], b[0], t)), py(lerp(a[1], b[1], t))]);
            }
          });
          for (let k = 0; k + 1 < cuts.length; k += 2) {
            g.moveTo(...cuts[k]);
            g.lineTo(...cuts[k + 1]);
          }
        }
      }
      g.stroke();
    }
    function drawLegend(g, left) {
      if (classes === 0) {
        for (let i = 0; i < plot.h; i++) {
          g.fillStyle = css(tableAt(theme.map, 1 - (i + 0.5) / plot.h));
          g.fillRect(left, plot.y + i, 10, 1);
        }
        for (const [v, label] of ticks(fit.scale.low, fit.scale.high, plot.h / 60)) {
          text(g, label, left + 15, plot.y + plot.h * (1 - (v - fit.scale.low) / (fit.scale.high - fit.scale.low)), { colour: theme.muted });
        }
        return;
      }
      const shown = model.classes.slice(0, 12);
      shown.forEach((name, c) => {
        sampleMark(g, left + 5, plot.y + 8 + 20 * c, 4.6, model.styles[c], false);
        text(g, name, left + 17, plot.y + 8 + 20 * c);
      });
      if (test.some((t) => t)) {
        sampleMark(g, left + 5, plot.y + 14 + 20 * shown.length, 4.6, model.styles[0], true);
        text(g, "test", left + 17, plot.y + 14 + 20 * shown.length, { colour: theme.muted });
      }
    }

    hands(stage, {
      hover: (px, py, e) => {
        if (!plot || px < plot.x || px > plot.x + plot.w || py < plot.y || py > plot.y + plot.h) { still(); return; }
        let found = -1;
        let distance = e.pointerType === "touch" ? 22 : 10;
        for (let i = 0; i < told.length; i++) {
          const d = Math.hypot(x.at(places[2 * i]) - px, y.at(places[2 * i + 1]) - py);
          if (d < distance) { distance = d; found = i; }
        }
        if (found < 0) { still(); return; }
        const lines = [`${test[found] ? "test sample" : "sample"} ${whole(found + 1)}`, `${fit.axes[0]} = ${place(places[2 * found], fit.x)}`];
        if (!line) lines.push(`${fit.axes[1]} = ${place(places[2 * found + 1], fit.y)}`);
        lines.push(classes > 0 ? `class ${model.classes[told[found]]}` : `target ${number(told[found])}`);
        const said = answers && saidAt(places[2 * found], places[2 * found + 1]);
        if (said) lines.push(said);
        say(lines, e);
      },
    });
    /** What the model says at a place, in words. */
    function saidAt(a, b) {
      const u = clamp((a - fit.x[0]) / span(fit.x), 0, 1) * (fit.across - 1);
      const i = Math.min(Math.floor(u), fit.across - 2);
      if (line) {
        const h = answers.map((values) => lerp(values[i], values[i + 1], u - i));
        return classes === 0 ? `h = ${number(h[0])}` : classes === 2 ? `p = ${number(h[0])}` : "";
      }
      const v = clamp((b - fit.y[0]) / span(fit.y), 0, 1) * (fit.across - 1);
      const j = Math.min(Math.floor(v), fit.across - 2);
      const k = j * fit.across + i;
      const above = k + fit.across;
      const h = answers.grids.map((values) => lerp(lerp(values[k], values[k + 1], u - i), lerp(values[above], values[above + 1], u - i), v - j));
      if (classes === 0) return `h = ${number(h[0])}`;
      const lead = classes === 2 ? (h[0] > 0 ? 1 : 0) : h.indexOf(Math.max(...h));
      return `found ${model.classes[lead]}, p = ${number(probability(classes === 2 ? Math.abs(h[0]) : h[lead]))}`;
    }
    views.push({
      draw() {
        const run = taught(show);
        words(run, model.step(run, model.every), { more: fit.note });
        if (!news(ground, show, model)) return;
        const { g, width, height } = clean(ground);
        const wide = !line && width >= 420;
        plot = { x: 60, y: 10, w: Math.max(40, width - (wide ? 150 : 76)), h: Math.max(40, height - 54) };
        if (!line && Math.abs(span(fit.x) - span(fit.y)) < 1e-9 * span(fit.x)) {       // features of one size: as much of both
          const side = Math.min(plot.w, plot.h);
          plot.x += Math.floor((plot.w - side) / 2);
          plot.w = plot.h = side;
        }
        x = axis(...fit.x, false, plot.x, plot.w);
        y = axis(...fit.y, false, plot.y + plot.h, -plot.h);
        const [tx, ty] = [x.ticks(), y.ticks()];
        const theta = model.theta(run);
        const known = finite(theta);
        answers = null;
        if (line) rules(g, plot, tx, ty);
        clipped(g, plot, () => {
          if (known && line) drawLines(g, run, theta);
          else if (known) drawPlane(g, theta);
        });
        const top = clean(over).g;
        clipped(top, plot, () => {
          for (let i = 0; i < told.length; i++) sampleMark(top, x.at(places[2 * i]), y.at(places[2 * i + 1]), radius(), styleOf(i), test[i] === 1);
        });
        frame(top, plot, tx, ty, fit.axes[0], fit.axes[1]);
        if (wide) drawLegend(top, plot.x + plot.w + 16);
        if (!known) text(top, lost(run), plot.x + 10, plot.y + 16, { halo: 3, colour: theme.danger });
      },
      label: () => `${fit.title}: ${told.length} samples over ${fit.axes.join(" and ")}, with what the model says of them.`,
      stage,
    });
  }

  /** Images with the class that is found in each. */
  function imagesView(show, stage, head) {
    const model = learner(show);
    const { fit } = model;
    const told = bytes(fit.told);
    const found = fit.found.map(bytes);
    const words = headOf(show, head);
    const canvas = layer(stage);
    const pixels = bytes(fit.pixels);
    const area = fit.width * fit.height;
    const pictures = Array.from(told, (_, i) => {
      const bare = document.createElement("canvas");
      bare.width = fit.width;
      bare.height = fit.height;
      const image = new ImageData(fit.width, fit.height);
      for (let p = 0; p < area; p++) {
        for (let c = 0; c < 3; c++) image.data[4 * p + c] = pixels[3 * (i * area + p) + c];
        image.data[4 * p + 3] = 255;
      }
      bare.getContext("2d").putImageData(image, 0, 0);
      return bare;
    });
    views.push({
      draw() {
        const { g, width, height } = clean(canvas);
        let columns = 1;
        const wide = () => (width - 16) / columns;
        while (columns < told.length && wide() > 64 && Math.ceil(told.length / columns) * (wide() + 14) > height) columns++;
        const cell = wide();
        const size = Math.min(cell - 8, 96);
        const rows = Math.max(1, Math.floor((height - 4) / (size + 22)));
        const run = taught(show);
        const at = model.stateAt(run, now(), fit.every) * told.length * 2;
        const list = found[run ? run.index : 0];
        g.imageSmoothingEnabled = false;
        const shown = Math.min(told.length, rows * columns);
        for (let i = 0; i < shown; i++) {
          const px = 12 + (i % columns) * cell;
          const py = 4 + Math.floor(i / columns) * (size + 22);
          g.drawImage(pictures[i], px, py, size, size);
          const [label, percent] = [list[at + 2 * i], list[at + 2 * i + 1]];
          const right = label === told[i];
          g.strokeStyle = right ? theme.border : theme.danger;
          g.lineWidth = right ? 1 : 2;
          g.strokeRect(px, py, size, size);
          const sure = size >= 60 && model.loss !== "HINGE" ? ` ${percent}\u2009%` : "";
          const said = label === 255 ? "no number" : `${right ? "\u2713" : "\u2717"} ${model.classes[label]}${sure}`;
          text(g, said, px, py + size + 11, { size: 11, colour: right ? theme.text : theme.danger });
        }
        words(run, model.step(run, fit.every), { more: `${shown} ${fit.test ? "test images" : "images"}` });
      },
      label: () => `${told.length} images with the class that the model finds in each.`,
      stage,
    });
  }

  // ---- the layers of a model: weights as lines, blue below 0 and orange above -----------------------------------------------------

  const NEGATIVE = "#0072b2";
  const POSITIVE = "#e69f00";

  function networkView(show, stage, head) {
    const { learning } = show.data;
    if (!learning) { refuse(stage, "This view shows the layers of a model that learns; a function has none."); return; }
    if (learning.refusal) { refuse(stage, learning.refusal); return; }
    const model = learner(show);
    const words = headOf(show, head);
    const canvas = layer(stage);
    let units = [];
    hands(stage, {
      hover: (px, py, e) => {
        const found = units.find((u) => Math.abs(u.x - px) <= u.half && Math.abs(u.y - py) <= u.half);
        if (found) say(found.words, e);
        else still();
      },
    });
    /** The units with the largest weights, in their order, if not all have room. */
    function strongest(theta, column, count) {
      const last = column === model.layers.length;
      const l = model.layers[last ? column - 1 : column];
      const strength = new Float64Array(last ? l.out : l.in);
      for (let j = 0; j < l.out; j++) for (let i = 0; i < l.in; i++) strength[last ? j : i] += theta[l.at + j * l.in + i] ** 2;
      return Array.from(strength.keys()).sort((a, b) => strength[b] - strength[a] || a - b).slice(0, count).sort((a, b) => a - b);
    }
    function nameOf(column, unit) {
      if (column === 0) return model.features[unit] ?? `input ${unit + 1}`;
      if (column < model.layers.length) return `unit ${unit + 1} of layer ${column}`;
      return model.classes.length === model.layers.at(-1).out ? model.classes[unit] : "output";
    }
    views.push({
      draw() {
        const run = taught(show);
        words(run, model.step(run, model.every), { legend: "weights: blue \u2212, orange +" });
        if (!news(canvas, show, model)) return;
        const { g, width, height } = clean(canvas);
        const theta = model.theta(run);
        units = [];
        if (!finite(theta)) {
          text(g, lost(run), 16, 16, { colour: theme.danger });
          return;
        }
        const n = model.layers.length + 1;
        const box = { y: 26, h: Math.max(20, height - 40) };
        const fits = Math.max(1, Math.floor(box.h / 22));
        const columns = Array.from({ length: n }, (_, c) => {
          const size = c === 0 ? model.layers[0].in : model.layers[c - 1].out;
          const shown = size <= fits ? Array.from({ length: size }, (_x, i) => i) : strongest(theta, c, Math.max(1, fits - 1));
          const pitch = Math.min((box.h - (shown.length < size ? 18 : 0)) / shown.length, 62);
          const x = (width / n) * (c + 0.5);
          const top = box.y + box.h / 2 - (pitch * shown.length) / 2;
          return { size, x, half: Math.max(3, Math.min(15, pitch / 2 - 2)), shown, ys: shown.map((_x, i) => top + pitch * (i + 0.5)) };
        });
        const lines = [];
        model.layers.forEach((l, c) => columns[c + 1].shown.forEach((unit, j) => columns[c].shown.forEach((input, i) => {
          lines.push({ value: theta[l.at + unit * l.in + input], from: [columns[c].x + columns[c].half, columns[c].ys[i]],
            to: [columns[c + 1].x - columns[c + 1].half, columns[c + 1].ys[j]] });
        })));
        const largest = Math.max(...lines.map((l) => Math.abs(l.value)), 1e-300);
        lines.sort((a, b) => Math.abs(a.value) - Math.abs(b.value));
        for (const l of lines) {
          const part = Math.abs(l.value) / largest;
          const bend = (l.to[0] - l.from[0]) / 2;
          g.beginPath();
          g.moveTo(...l.from);
          g.bezierCurveTo(l.from[0] + bend, l.from[1], l.to[0] - bend, l.to[1], ...l.to);
          g.lineWidth = 0.5 + 4 * part;
          g.strokeStyle = veil(l.value < 0 ? NEGATIVE : POSITIVE, 0.78 * (0.35 + 0.65 * Math.min(1, 3 * part)));
          g.stroke();
        }
        const biases = model.layers.flatMap((l) => (l.biased ? Array.from(theta.subarray(l.at + l.in * l.out, l.at + l.in * l.out + l.out)) : []));
        const most = Math.max(...biases.map(Math.abs), 1e-300);
        columns.forEach((column, c) => {
          const l = model.layers[c - 1];
          const kind = c === 0 ? "inputs" : c === n - 1 ? "output" : l.activation.toLowerCase().replace("_", " ");
          text(g, kind, column.x, 12, { align: "center", colour: theme.muted });
          column.shown.forEach((unit, i) => {
            const bias = l && l.biased ? theta[l.at + l.in * l.out + unit] : NaN;
            const { x, half } = column;
            const y = column.ys[i];
            g.beginPath();
            g.roundRect(x - half, y - half, 2 * half, 2 * half, Math.min(4, half));
            const tint = () => css(mix(rgb(theme.canvas), rgb(bias < 0 ? NEGATIVE : POSITIVE), (0.62 * Math.abs(bias)) / most));
            g.fillStyle = Number.isNaN(bias) ? theme.chrome : tint();
            g.fill();
            g.lineWidth = 1;
            g.strokeStyle = theme.axis;
            g.stroke();
            units.push({ x, y, half: Math.max(half, 8), words: [nameOf(c, unit), ...(Number.isNaN(bias) ? [] : [`bias ${number(bias)}`])] });
            const named = c === 0 && model.features.length > 0 || c === n - 1 && model.classes.length === column.size;
            if (named && width / n >= 110 && half >= 6) {
              const room = c === 0 ? x - half - 10 : width - x - half - 10;
              text(g, shortened(g, nameOf(c, unit), room, 11), x + (c === 0 ? -half - 6 : half + 6), y, { align: c === 0 ? "right" : "left", size: 11, colour: theme.muted });
            }
          });
          const more = column.size - column.shown.length;
          const under = Math.min(height - 8, column.ys.at(-1) + column.half + 12);
          if (more > 0) text(g, `and ${whole(more)} more`, column.x, under, { align: "center", size: 11, colour: theme.muted });
        });
      },
      label: () => `Layers of ${[model.layers[0].in, ...model.layers.map((l) => l.out)].join(", ")} units with ${model.size} weights, drawn as lines.`,
      stage,
    });
  }
