package thalweg.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import thalweg.data.DataException;
import thalweg.data.Hdf5File;
import thalweg.experiment.WholeFile;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;

/**
 * The experiment as it travels in a picture, or with numbers: its JSON in characters that every kind of file keeps unchanged.
 *
 * <p>Decision: what a file is, is read from its first bytes instead of from its name, because pictures are renamed on their way.
 */
final class Carried {
    /** What the text may take, in any kind of file. */
    static final int LONGEST = 2_000_000;
    private static final int HEAD = 32;
    /** How a web page begins; browsers that save one may put a mark of the byte order before it. */
    private static final Pattern PAGE = Pattern.compile("^(\u00ef\u00bb\u00bf)?\\s*<(!doctype\\s+html|html)", Pattern.CASE_INSENSITIVE);

    private Carried() {
    }

    /** The experiment's JSON, all in ASCII and without the signs that XML needs; in JSON these stand only inside texts. */
    static String text(Experiment experiment) {
        String json = ExperimentJson.write(experiment);
        StringBuilder plain = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c > '~' || c == '<' || c == '>' || c == '&') {
                plain.append(String.format("\\u%04x", (int) c));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /**
     * The text carried by a file of any kind.
     *
     * @throws IOException if it cannot be read, is of no kind that could carry one, or is damaged before the text is found
     */
    static Optional<String> in(Path file) throws IOException {
        WholeFile.requirePlain(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(HEAD);
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            in.reset();
            if (head.startsWith("\u0089PNG")) {
                return Png.text(in, Exports.KEYWORD);
            }
            if (head.startsWith("GIF8")) {
                return Gif.text(in);
            }
            if (head.startsWith("ftyp", 4)) {
                return Mp4.text(in);
            }
            if (head.startsWith("%PDF")) {
                return Xmp.scan(in);
            }
            if (head.startsWith("\u0089HDF")) {
                return hdf5(file);
            }
            if (head.startsWith("PK\3\4")) {
                return Npz.experiment(file);
            }
            if (head.startsWith(RunText.BEGIN)) {
                return Optional.of(RunText.experiment(in));
            }
            if (PAGE.matcher(head).find()) {
                return WebPage.text(in);
            }
            if (head.startsWith("\u00ef\u00bb\u00bf<") || head.stripLeading().startsWith("<")) {
                return Xmp.text(in);
            }
            throw new IOException("it is no picture of a kind that Thalweg writes: " + Format.words(Format.endings()));
        }
    }

    private static Optional<String> hdf5(Path file) throws IOException {
        try {
            return Hdf5File.remark("the file", file.toString(), Npz.EXPERIMENT, LONGEST);
        } catch (DataException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
