package thalweg.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import thalweg.catalog.Value;
import thalweg.math.Range;

/** The part of a session file that says what pictures look like. */
final class LookJson {
    private LookJson() {
    }

    static Map<String, Object> fields(Look look) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tiles", look.tiles());
        fields.put("layout", look.layout());
        fields.put("window", look.window().stream().map(r -> List.of(r.min(), r.max())).toList());
        fields.put("colormap", look.colormap());
        fields.put("scale", word(look.scale()));
        fields.put("height", word(look.height()));
        fields.put("exaggeration", look.exaggeration());
        fields.put("levels", look.levels());
        Camera camera = look.camera();
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("azimuth", camera.azimuth());
        seen.put("elevation", camera.elevation());
        seen.put("zoom", camera.zoom());
        seen.put("perspective", camera.perspective());
        seen.put("home", camera.home());
        fields.put("camera", seen);
        fields.put("measure", word(look.measure()));
        fields.put("lossScale", word(look.lossScale()));
        fields.put("gradientArrows", look.gradientArrows());
        fields.put("memoryArrows", look.memoryArrows());
        fields.put("polar", look.polar());
        fields.put("criticalPoints", look.criticalPoints());
        fields.put("selected", look.selected());
        if (!look.focus().equals(Focus.DEFAULT)) {
            fields.put("focus", fields(look.focus()));
        }
        if (!look.curving().equals(Curving.DEFAULT)) {
            fields.put("curvature", fields(look.curving()));
        }
        return fields;
    }

    private static Map<String, Object> fields(Focus focus) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sample", focus.sample());
        fields.put("stage", focus.stage());
        fields.put("h", focus.h());
        fields.put("central", focus.central());
        fields.put("rows", focus.rows());
        fields.put("residuals", focus.residuals());
        fields.put("update", focus.update());
        ExperimentJson.put(fields, "knob", focus.knob(), "");
        return fields;
    }

    private static Map<String, Object> fields(Curving curving) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("map", curving.map());
        fields.put("top", curving.top());
        fields.put("tolerance", curving.tolerance());
        fields.put("iterations", curving.iterations());
        fields.put("probes", curving.probes());
        fields.put("densityProbes", curving.densityProbes());
        fields.put("densitySteps", curving.densitySteps());
        fields.put("stretches", curving.stretches());
        return fields;
    }

    static Look read(Located object) {
        Fields f = new Fields(object);
        Look plain = Look.DEFAULT;
        Look look = new Look(f.get("tiles", LookJson::words, plain.tiles()), f.get("layout", Located::text, plain.layout()),
                f.get("window", LookJson::ranges, plain.window()), f.get("colormap", Located::text, plain.colormap()),
                f.get("scale", v -> word(v, Look.Scale.values()), plain.scale()),
                f.get("height", v -> word(v, Look.Scale.values()), plain.height()),
                f.get("exaggeration", Located::number, plain.exaggeration()), f.get("levels", Located::whole, plain.levels()),
                f.get("camera", LookJson::camera, plain.camera()), f.get("measure", v -> word(v, Look.Measure.values()), plain.measure()),
                f.get("lossScale", v -> word(v, Look.Scale.values()), plain.lossScale()),
                f.get("gradientArrows", Located::bool, plain.gradientArrows()), f.get("memoryArrows", Located::bool, plain.memoryArrows()),
                f.get("polar", Located::bool, plain.polar()), f.get("criticalPoints", Located::bool, plain.criticalPoints()),
                f.get("selected", Located::whole, plain.selected()),
                f.get("focus", LookJson::focus, plain.focus()),
                f.get("curvature", LookJson::curving, plain.curving()));
        f.end();
        return look;
    }

    private static Focus focus(Located object) {
        Fields f = new Fields(object);
        Focus plain = Focus.DEFAULT;
        Focus focus = new Focus(f.get("sample", Located::whole, plain.sample()), f.get("stage", Located::whole, plain.stage()),
                f.get("h", Located::number, plain.h()), f.get("central", Located::bool, plain.central()),
                f.get("rows", Located::whole, plain.rows()), f.get("residuals", Located::bool, plain.residuals()),
                f.get("update", Located::whole, plain.update()), f.get("knob", Located::text, plain.knob()));
        f.end();
        return focus;
    }

    private static Curving curving(Located object) {
        Fields f = new Fields(object);
        Curving plain = Curving.DEFAULT;
        Curving curving = new Curving(f.get("map", Located::bool, plain.map()), f.get("top", Located::whole, plain.top()),
                f.get("tolerance", Located::number, plain.tolerance()), f.get("iterations", Located::whole, plain.iterations()),
                f.get("probes", Located::whole, plain.probes()), f.get("densityProbes", Located::whole, plain.densityProbes()),
                f.get("densitySteps", Located::whole, plain.densitySteps()), f.get("stretches", Located::whole, plain.stretches()));
        f.end();
        return curving;
    }

    private static Camera camera(Located object) {
        Fields f = new Fields(object);
        Camera plain = Camera.HOME;
        Camera camera = new Camera(f.get("azimuth", Located::number, plain.azimuth()),
                f.get("elevation", Located::number, plain.elevation()), f.get("zoom", Located::number, plain.zoom()),
                f.get("perspective", Located::bool, plain.perspective()),
                f.get("home", Located::bool, plain.home()));
        f.end();
        return camera;
    }

    private static List<String> words(Located list) {
        return list.elements(Validation.MOST_TILES).stream().map(Located::text).toList();
    }

    private static List<Range> ranges(Located list) {
        return list.elements(2).stream().map(LookJson::range).toList();
    }

    private static Range range(Located pair) {
        List<Located> ends = pair.elements(2);
        if (ends.size() != 2) {
            throw pair.error("a range is [min, max]");
        }
        try {
            return new Range(ends.get(0).number(), ends.get(1).number());
        } catch (ExperimentException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw pair.error(e.getMessage());
        }
    }

    private static String word(Enum<?> value) {
        return Value.of(value).asText();
    }

    static <E extends Enum<E>> E word(Located value, E[] all) {
        String text = value.text();
        return Arrays.stream(all).filter(e -> word(e).equals(text)).findFirst().orElseThrow(() -> value.error(
                "'" + text + "' is not one of " + Arrays.stream(all).map(LookJson::word).collect(Collectors.joining(", "))));
    }
}
