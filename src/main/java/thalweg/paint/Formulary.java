package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.experiment.Frame;

/**
 * Formulas that were set when the program was built: one file of outlines among the resources, or none. To set the first formula takes
 * reading all fonts of formulas, a third of a second; with these there are pictures before anybody has read them.
 */
public final class Formulary {
    private static final String FILE = "formulas.bin";
    /** A usual tile. */
    private static final int WIDTH = 572;
    private static final int HEIGHT = 416;
    private static final Map<String, byte[]> READY = ready();

    private Formulary() {
    }

    /** A formula set beforehand, the same to the last bit as if it were set now. */
    static Optional<Typeset> of(String latex) {
        return Optional.ofNullable(READY.get(latex)).map(Formulary::decoded);
    }

    /** Whether there are any. */
    public static boolean isThere() {
        return !READY.isEmpty();
    }

    /**
     * Sets formulas and writes them, to lie among the resources of this package.
     *
     * @param frame whose tiles' formulas are set
     * @param more that are set
     */
    public static void write(Path folder, Frame frame, List<String> more) throws IOException {
        Graphics2D g = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE).createGraphics();
        for (String view : frame.experiment().look().tiles()) {
            Views.of(view).plot().apply(Style.of(Theme.LIGHT), Memo.NONE).paint(g, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), frame);
        }
        g.dispose();
        more.forEach(Typeset::of);
        Map<String, Typeset> all = Typeset.soFar();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE))))) {
            out.writeInt(all.size());
            for (Map.Entry<String, Typeset> formula : all.entrySet()) {
                out.writeUTF(formula.getKey());
                byte[] encoded = encoded(formula.getValue());
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        }
    }

    /** What {@link #write} wrote, each formula encoded: of hundreds a picture shows a few. */
    static Map<String, byte[]> read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(file));
        Map<String, byte[]> all = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            all.put(in.readUTF(), in.readNBytes(in.readInt()));
        }
        return all;
    }

    private static byte[] encoded(Typeset formula) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        formula.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** A formula as {@link #read} gives it. */
    static Typeset decoded(byte[] formula) {
        try {
            return Typeset.read(new DataInputStream(new ByteArrayInputStream(formula)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> ready() {
        try (InputStream file = Formulary.class.getResourceAsStream(FILE)) {
            return file == null ? Map.of() : read(file);
        } catch (IOException _) {
            return Map.of();                                      // then they are set when they are needed
        }
    }
}
