package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import thalweg.experiment.Json;
import thalweg.experiment.Located;

/**
 * A Chromium without a window that a test drives by its DevTools protocol, over a pipe: it clicks, moves and looks as a reader does.
 *
 * <p>What the page complains about is collected: errors of its script, and what its own policy refuses.
 */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    /** A page that has not done something by then never will. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Process process;
    private final OutputStream out;
    private final InputStream in;
    private final List<String> complaints = new ArrayList<>();
    private String session = "";
    private int number;

    private Browser(Process process) {
        this.process = process;
        out = process.getOutputStream();
        in = new BufferedInputStream(process.getInputStream());
    }

    /** Starts one; the tests are skipped where none is installed, or there is no shell to give it its pipes. */
    static Browser start(Path profile) throws IOException {
        Optional<String> found = NAMES.stream().filter(n ->
                Stream.of(System.getenv("PATH").split(":")).anyMatch(p -> Files.isExecutable(Path.of(p, n)))).findFirst();
        assumeTrue(found.isPresent(), "no Chromium is installed");
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        String command = "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>&1";
        return new Browser(new ProcessBuilder("/bin/sh", "-c", command, found.get(), "--headless=new", "--no-sandbox", "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
                "--remote-debugging-pipe", "--user-data-dir=" + profile).start());
    }

    /** Opens a page in a tab of its own, as large as a screen of so many pixels. */
    void open(Path page, int width, int height, boolean phone) throws IOException {
        session = "";
        complaints.clear();
        String target = send("Target.createTarget", Map.of("url", "about:blank")).get("targetId").text();
        session = send("Target.attachToTarget", Map.of("targetId", target, "flatten", true)).get("sessionId").text();
        send("Runtime.enable", Map.of());
        send("Log.enable", Map.of());
        send("Page.enable", Map.of());
        send("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
        send("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
        send("Page.navigate", Map.of("url", page.toUri().toString()));
        await("document.readyState === 'complete' && document.fonts.status === 'loaded' && document.querySelector('#where')?.textContent !== ''");
    }

    /** The value of an expression, as text. */
    String value(String expression) throws IOException {
        Map<String, Located> answer = send("Runtime.evaluate", Map.of("expression", "String(" + expression + ")", "returnByValue", true));
        return answer.get("result").members().get("value").text();
    }

    double numberOf(String expression) throws IOException {
        return Double.parseDouble(value(expression));
    }

    /** Waits until an expression is true. */
    void await(String expression) throws IOException {
        long begin = System.nanoTime();
        while (!value(expression).equals("true")) {
            assertTrue(System.nanoTime() - begin < PATIENCE, "never true: " + expression + ", complaints: " + complaints);
            value("new Promise((done) => requestAnimationFrame(done))");
        }
    }

    /** Waits until what was changed is drawn. */
    void drawn() throws IOException {
        send("Runtime.evaluate", Map.of("expression", "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
                "awaitPromise", true));
    }

    void move(double x, double y) throws IOException {
        send("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
        drawn();
    }

    /** Presses at one place and lets go at another. */
    void drag(double fromX, double fromY, double toX, double toY) throws IOException {
        send("Input.dispatchMouseEvent", Map.of("type", "mousePressed", "x", fromX, "y", fromY, "button", "left", "clickCount", 1));
        for (int i = 1; i <= 4; i++) {
            send("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", fromX + (toX - fromX) * i / 4, "y", fromY + (toY - fromY) * i / 4,
                    "button", "left", "buttons", 1));
        }
        send("Input.dispatchMouseEvent", Map.of("type", "mouseReleased", "x", toX, "y", toY, "button", "left", "clickCount", 1));
        drawn();
    }

    /** A click, or on a phone a tap, in the middle of an element. */
    void click(String selector) throws IOException {
        double[] box = box(selector);
        drag(box[0] + box[2] / 2, box[1] + box[3] / 2, box[0] + box[2] / 2, box[1] + box[3] / 2);
    }

    void tap(String selector) throws IOException {
        double[] box = box(selector);
        fingers(new double[] {box[0] + box[2] / 2, box[1] + box[3] / 2, 0, 0});
    }

    /** Fingers that touch at one place each, move by so much, and let go: {@code {x, y, dx, dy}}. */
    void fingers(double[]... each) throws IOException {
        value("window.lifts === undefined && addEventListener('touchend', () => window.lifts++, true), window.lifts = 0");
        post("Input.dispatchTouchEvent", Map.of("type", "touchStart", "touchPoints", points(each, 0)));
        boolean moving = Stream.of(each).anyMatch(f -> f[2] != 0 || f[3] != 0);
        for (int i = 1; moving && i <= 6; i++) {
            post("Input.dispatchTouchEvent", Map.of("type", "touchMove", "touchPoints", points(each, i / 6.0)));
        }
        post("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
        await("window.lifts > 0");
        drawn();
    }

    private static List<Map<String, Object>> points(double[][] each, double t) {
        return IntStream.range(0, each.length).<Map<String, Object>>mapToObj(i ->
                Map.of("x", each[i][0] + t * each[i][2], "y", each[i][1] + t * each[i][3], "id", i)).toList();
    }

    void key(String name) throws IOException {
        send("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", name));
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", name));
        drawn();
    }

    /** Left, top, width and height of an element in the window. */
    double[] box(String selector) throws IOException {
        String at = value("(() => { const b = document.querySelector(" + Json.line(selector)
                + ").getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; })()");
        return Stream.of(at.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    BufferedImage picture() throws IOException {
        drawn();
        byte[] png = Base64.getDecoder().decode(send("Page.captureScreenshot", Map.of("format", "png")).get("data").text());
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** What was complained about since the page was opened. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Says something without waiting for an answer, which does not come for a finger that scrolls. */
    private void post(String method, Map<String, Object> parameters) throws IOException {
        Map<String, Object> message = new LinkedHashMap<>(Map.of("id", ++number, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        out.write(Json.line(message).getBytes(StandardCharsets.UTF_8));
        out.write(0);
        out.flush();
    }

    private Map<String, Located> send(String method, Map<String, Object> parameters) throws IOException {
        post(method, parameters);
        while (true) {
            String text = read();
            Map<String, Located> answer = Json.read(text.getBytes(StandardCharsets.UTF_8)).members();
            if (answer.containsKey("id") && answer.get("id").whole() == number) {
                assertTrue(answer.containsKey("result"), method + ": " + text);
                assertTrue(!answer.get("result").members().containsKey("exceptionDetails"), method + ": " + text);
                return answer.get("result").members();
            }
            String event = answer.containsKey("method") ? answer.get("method").text() : "";
            if (event.equals("Runtime.exceptionThrown") || event.equals("Log.entryAdded")) {
                complaints.add(text);
            }
        }
    }

    private String read() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int b = in.read(); b != 0; b = in.read()) {
            assertTrue(b >= 0, "the browser is gone");
            message.write(b);
        }
        return message.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        session = "";
        send("Browser.close", Map.of());
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
