package thalweg.export;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thalweg.experiment.Frame;
import thalweg.paint.Face;
import thalweg.paint.Theme;

/**
 * An interactive web page in one file: a frame's landscape and runs as numbers, and the script that draws them and follows the reader's hands.
 *
 * <p>Decision: some 2000 lines of our own script instead of a library of charts and one for 3-D, because neither knows paths that lie on a surface
 * and dashes that go on around corners, and because the page shall look as the window does and still open in twenty years.
 *
 * <p>Decision: the page forbids itself the network and every script but its own, by the digest of that script (Content Security Policy, level 2),
 * so that not even a mistake in escaping a name could run anything.
 *
 * <p>The experiment stands first in the head, as a block of data that browsers keep when they save a page.
 */
final class WebPage {
    /** Views that a page can show. */
    static final List<String> VIEWS = List.of("contour", "surface", "curve", "loss", "fit", "network");
    private static final List<String> SCRIPTS = List.of("map", "surface", "charts", "learning");
    /** What the experiment stands behind. It cannot be part of a text, whose quotes are escaped. */
    private static final String BEGIN = "<script type=\"application/json\" id=\"thalweg-experiment\">";
    private static final String END = "</script>";
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private WebPage() {
    }

    /**
     * Writes a page.
     *
     * @param views at least one of {@link #VIEWS}; others are named on the page as missing
     * @param caption what it shows in words
     * @param experiment as {@link Carried#text} gives it
     */
    static void write(Frame frame, List<String> views, Caption caption, String experiment, OutputStream out) throws IOException {
        StringBuilder drawn = new StringBuilder();
        for (String part : SCRIPTS) {
            drawn.append(resource("page-" + part + ".js")).append('\n');
        }
        String script = resource("page.js").replace("  /* views */\n", drawn);
        String style = resource("page.css").replace("/* fonts */", fonts()).replace("/* light */", colours(Theme.LIGHT))
                .replace("/* dark */", colours(Theme.DARK));
        Map<String, String> parts = Map.of("title", escaped(caption.title()), "description", escaped(caption.description()),
                "experiment", BEGIN + experiment + END, "data", WebData.of(frame, views), "script", script, "style", style,
                "scriptDigest", digest(script), "styleDigest", digest(style));
        String page = PLACE.matcher(resource("page.html")).replaceAll(m -> Matcher.quoteReplacement(parts.get(m.group(1))));
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The experiment in a page, which may have been saved again by a browser.
     *
     * @throws IOException if it cannot be read or is cut off
     */
    static Optional<String> text(InputStream file) throws IOException {
        byte[] begin = BEGIN.getBytes(StandardCharsets.US_ASCII);
        if (Xmp.skipTo(file, begin, Integer.MAX_VALUE).isEmpty()) {
            return Optional.empty();
        }
        byte[] text = Xmp.skipTo(file, END.getBytes(StandardCharsets.US_ASCII), Carried.LONGEST)
                .orElseThrow(() -> new IOException("its experiment is cut off, or longer than " + Carried.LONGEST
                        + " characters, the most that is accepted"));
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    /** A text as HTML, in an element or between double quotes. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c < ' ' && c != '\n' && c != '\t' || c >= 0xd800 && c <= 0xdfff ? 0xfffd : c);
            }
        });
        return out.toString();
    }

    private static String colours(Theme t) {
        Map<String, Color> named = new java.util.TreeMap<>(Map.of("canvas", t.canvas(), "chrome", t.chrome(), "border", t.border(), "grid",
                t.plotGrid(), "axis", t.plotAxis(), "text", t.text(), "muted", t.muted(), "accent", t.accent(), "fill", t.accentFill(), "danger",
                t.danger()));
        StringBuilder css = new StringBuilder();
        named.forEach((name, c) -> css.append("--").append(name).append(": ").append(hex(c)).append("; "));
        return css.toString().strip();
    }

    static String hex(Color c) {
        return String.format(Locale.ROOT, "#%06x", c.getRGB() & 0xffffff);
    }

    /** The program's own letters, so that the page looks the same everywhere; SIL Open Font License 1.1, which allows it. */
    private static String fonts() throws IOException {
        StringBuilder css = new StringBuilder();
        for (Map.Entry<String, Integer> weight : List.of(Map.entry("Regular", 400), Map.entry("SemiBold", 600))) {
            try (InputStream in = Face.class.getResourceAsStream("fonts/IBMPlexSans-" + weight.getKey() + ".ttf")) {
                css.append("@font-face { font-family: \"Plex\"; font-weight: ").append(weight.getValue()).append("; src: url(data:font/woff;base64,")
                        .append(Base64.getEncoder().encodeToString(Woff.of(in.readAllBytes()))).append("); }\n");
            }
        }
        return css.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = WebPage.class.getResourceAsStream(name)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static String digest(String text) {
        try {
            return "sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
