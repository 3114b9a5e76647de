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

  function surfaceView(show, stage) {
    const { data, grid, runs, shownRuns, marks, raster, fractionX, fractionY, between, described, nearest, landscape } = show;
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
    const azimuth = () => data.camera[0] + state.camera.azimuth;
    const elevation = () => clamp(data.camera[1] + state.camera.elevation, 5, 90);

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
      const [az, el] = [azimuth(), elevation()].map((d) => (d * Math.PI) / 180);
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
      g.strokeStyle = theme.axis;
      g.lineWidth = 1;
      const edge = (ends, values, world, name, above = false) => {
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
        if (above) text(g, name, b[0], b[1] - 12, { align: "center", size: 13 });
        else if (room > 60) text(g, name, m[0] + normal[0] * 40, m[1] + normal[1] * 30, { align: "center", size: 13 });
      };
      edge([[-1, sy, floor], [1, sy, floor]], (room) => ticks(...grid.x, room / 70), (v) => [2 * fractionX(v) - 1, sy, floor], data.axes[0]);
      edge([[sx, -1, floor], [sx, 1, floor]], (room) => ticks(...grid.y, room / 70), (v) => [sx, 2 * fractionY(v) - 1, floor], data.axes[1]);
      if (grid.colours === grid.heights && elevation() < 75) {
        const corners = [[-sx, sy], [sx, -sy]].map((c) => [c, p.at(...c, top)]).sort((a, b) => a[1][0] - b[1][0]);
        const [x, y] = corners[0][0];
        edge([[x, y, 0], [x, y, top]], () => data.levels.filter((l) => l[1]), (f) => [x, y, f * top], "J", true);
      }
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
        for (const [from, to, opacity] of stretches(run, 0, indexAt(run, step))) {
          draw(path, path.after[from], path.after[to], 4.4, theme.dark ? rgb(theme.text) : [255, 255, 255], opacity);
          draw(path, path.after[from], path.after[to], 2, rgb(run.colour), opacity, run.dash, mix(rgb(run.colour), [255, 255, 255], 0.55));
        }
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
      const lit = show.lit();
      if (lit) put(lit.run.u[lit.i], lit.run.v[lit.i], (x, y) => ring(g, x, y));
    }

    let last = null;
    let key = "";
    const turn = (across, up) => {
      state.camera.azimuth += across;
      state.camera.elevation = clamp(elevation() + up, 5, 90) - data.camera[1];
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
      label: () => `Surface of J over ${data.axes[0]} and ${data.axes[1]}, seen from azimuth ${Math.round(azimuth())} and elevation ${Math.round(elevation())} degrees. Alt with an arrow turns it.`,
      stage,
    });
  }
