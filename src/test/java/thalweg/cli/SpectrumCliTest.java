package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.data.NpzFile;
import thalweg.data.NumberArray;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command spectrum. */
class SpectrumCliTest {
    @TempDir
    private Path folder;

    private static Terminal.Result thalweg(String... args) {
        return new Terminal().type(args);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    @Test
    void eigenvaluesOfAFunctionAreOneJsonObject() {
        Terminal.Result r = thalweg("spectrum", "rosenbrock", "--at", "1,1");
        assertEquals(0, r.code(), r.err());
        assertEquals(1, r.out().split("\\R").length);
        JsonNode answer = json(r.out());
        assertEquals("rosenbrock", answer.get("objective").asString());
        assertEquals(2, answer.get("top").size(), "all there are");
        double root = Math.sqrt(602 * 602 + 4 * 400 * 400);
        assertEquals((1002 + root) / 2, answer.get("top").get(0).get("eigenvalue").asDouble(), 1e-9);
        assertEquals((1002 - root) / 2, answer.get("bottom").get(0).get("eigenvalue").asDouble(), 1e-9);
        assertTrue(answer.get("top").get(0).get("residual").asDouble() < 1e-10);
        assertEquals(2508.0, answer.get("condition_number").asDouble(), 0.1);
        assertEquals(2 / answer.get("sharpness").asDouble(), answer.get("largest_stable_rate").asDouble());
        assertEquals(2, answer.get("products").asInt());
        assertTrue(answer.get("converged").asBoolean());
        assertEquals(0, answer.get("gradient_norm").asDouble());
        assertTrue(!answer.has("trace") && !answer.has("density"));
        assertTrue(r.err().contains("Rosenbrock, 2 parameters: 2 products with the Hessian in "), r.err());
    }

    @Test
    void whatIsNotKnownIsNull() {
        JsonNode answer = json(thalweg("spectrum", "--objective", "formula(\"x^2 - y^2\")", "--at", "0,0", "--probes", "1").out());
        assertTrue(answer.get("condition_number").isNull());
        assertTrue(answer.get("trace").get("standard_error").isNull(), "one probe");
        Terminal.Result beyond = thalweg("spectrum", "formula(\"log(x) + y^2\")", "--at", "-1,0", "--density");
        assertEquals(0, beyond.code());
        assertTrue(beyond.err().contains("the Hessian is not finite here"), beyond.err());
        assertEquals(0, json(beyond.out()).get("top").size());
    }

    /** The Hessian of a line on (1,1), (2,2), (3,3) is [[14/3, 2], [2, 1]]. */
    @Test
    void modelsHaveTheirSpectrumAtTheirWeights() throws IOException {
        Path npz = folder.resolve("m.npz");
        thalweg("train", "--network", "mlp(hidden=6)", "--data", "moons(samples=30)", "--steps", "5", "--save", npz.toString());
        Path file = folder.resolve("s.json");
        Terminal.Result r = thalweg("spectrum", "--network", "mlp(hidden=6)", "--data", "moons(samples=30)", "--weights", npz.toString(),
                "--top", "3", "--bottom", "2", "--probes", "32", "--density", "--density-steps", "40", "-o", file.toString());
        assertEquals(0, r.code(), r.err());
        assertEquals("", r.out());
        JsonNode answer = json(Files.readString(file));
        assertEquals(32, answer.get("parameters").asInt());
        assertEquals(3, answer.get("top").size());
        assertEquals(2, answer.get("bottom").size());
        assertEquals(0, answer.get("trace").get("standard_error").asDouble(), "as many probes as parameters");
        JsonNode density = answer.get("density");
        assertEquals(32, density.get("nodes").size());
        double mean = 0;
        for (int i = 0; i < 32; i++) {
            mean += density.get("nodes").get(i).asDouble() * density.get("weights").get(i).asDouble();
        }
        assertEquals(answer.get("trace").get("value").asDouble() / 32, mean, 1e-12);
        assertEquals(541, density.get("values").size());
        JsonNode line = json(thalweg("spectrum", "--network", "linear", "--data", "three-points", "--top", "2", "--bottom", "0").out());
        double root = Math.sqrt(Math.pow(14.0 / 3 - 1, 2) + 16);
        assertEquals((14.0 / 3 + 1 + root) / 2, line.get("sharpness").asDouble(), 1e-12);
        assertEquals(0, line.get("bottom").size());
    }

    @Test
    void csvHasALineForEachEigenvalueAndNode() throws IOException {
        Path file = folder.resolve("s.csv");
        Terminal.Result r = thalweg("spectrum", "booth", "--at", "1,3", "--density", "-o", file.toString());
        assertEquals(0, r.code(), r.err());
        List<String> lines = Files.readAllLines(file);
        assertEquals("kind,eigenvalue,residual,weight", lines.get(0));
        assertEquals(1 + 2 + 1 + 2, lines.size());
        assertEquals(18, Double.parseDouble(lines.get(1).split(",")[1]), 1e-12);
        assertEquals("bottom", lines.get(3).split(",")[0]);
        assertEquals(2, Double.parseDouble(lines.get(3).split(",")[1]), 1e-12);
        assertEquals("0.5", lines.get(5).split(",")[3]);
    }

    /** The valley of Rosenbrock's function at its end: the eigenvector of the large eigenvalue is (2, -1) or nearly. */
    @Test
    void arraysHoldTheEigenvectorsToo() {
        Path file = folder.resolve("s.npz");
        Terminal.Result r = thalweg("spectrum", "rosenbrock", "--at", "1,1", "--top", "2", "--density", "-o", file.toString());
        assertEquals(0, r.code(), r.err());
        Map<String, NumberArray> arrays = NpzFile.read("-o", file.toString());
        assertEquals(Set.of("theta", "top", "top_residuals", "top_vectors", "bottom", "bottom_residuals", "bottom_vectors", "nodes", "weights"),
                arrays.keySet());
        assertEquals(List.of(2, 2), arrays.get("top_vectors").shape());
        double[] vectors = arrays.get("top_vectors").values();
        double value = arrays.get("top").values()[0];
        assertEquals(value * vectors[0], 802 * vectors[0] - 400 * vectors[1], 1e-9, "H v = lambda v");
        assertEquals(value * vectors[1], -400 * vectors[0] + 200 * vectors[1], 1e-9);
        assertEquals(0, vectors[0] * vectors[2] + vectors[1] * vectors[3], 1e-15);
        assertEquals(List.of(1, 2), arrays.get("bottom_vectors").shape());
    }

    @Test
    void fewIterationsGiveWhatThereIsAndSayIt() {
        Terminal.Result r = thalweg("spectrum", "--network", "mlp(hidden=16-16)", "--data", "spirals(samples=50)", "--top", "3", "--iterations", "9");
        assertEquals(0, r.code(), r.err());
        assertTrue(r.err().contains("not converged: see the residuals, or give more --iterations"), r.err());
        JsonNode answer = json(r.out());
        assertTrue(!answer.get("converged").asBoolean());
        assertTrue(answer.get("top").get(2).get("residual").asDouble() > 1e-6 * answer.get("sharpness").asDouble());
        assertEquals(9 + 4, answer.get("products").asInt());
    }

    @Test
    void equalSeedsGiveEqualOutput() {
        String[] args = {"spectrum", "--network", "mlp(hidden=16-16)", "--data", "moons(samples=30)", "--probes", "3", "--density", "--seed", "4"};
        assertEquals(thalweg(args).out(), thalweg(args).out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "spectrum | an objective is missing: write for example thalweg spectrum himmelblau --at 3,2",
        "spectrum rosenbrock | a point is missing: give --at with 2 numbers",
        "spectrum rosenbrock --at 1 | --at must have 2 components for 'rosenbrock', but has 1",
        "spectrum rosenbrock --at 1,1 --top 3 | --top must be from 0 to 2, the number of parameters, but was 3",
        "spectrum rosenbrock --at 1,1 --bottom -1 | --bottom must be from 0 to 2, the number of parameters, but was -1",
        "spectrum rosenbrock --at 1,1 --tolerance 0 | tolerance must be a number > 0 and < 1, but was 0.0",
        "spectrum rosenbrock --at 1,1 --iterations 0 | iterations must be at least 1, but were 0",
        "spectrum rosenbrock --at 1,1 --probes 0 | --probes must be 1 or more, but was 0",
        "spectrum rosenbrock --at 1,1 --density --density-steps 1 | --density-steps must be 2 or more, but was 1",
        "spectrum rosenbrock --at 1,1 -o s.png | cannot write 's.png': its name must end in .json, .csv or .npz",
        "spectrum rosenbrock --network linear --data line | give either an objective, as in thalweg spectrum himmelblau, or --network and --data",
        "spectrum --network linear --data line --weights /no/such.npz | cannot read '/no/such.npz'"})
    void wrongArgumentsAreSaidWithTheRule(String line, String words) {
        Terminal.Result r = thalweg(line.strip().split(" "));
        assertTrue(r.err().contains(words), r.err());
        assertEquals(2, r.code(), r.err());
        assertEquals("", r.out());
    }
}
