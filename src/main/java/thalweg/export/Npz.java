package thalweg.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Track;

/**
 * The numbers of runs for NumPy: a zip file of {@code .npy} arrays (NumPy format specification, version 1.0, little-endian).
 *
 * <p>For run i {@code runI_theta} (steps + 1, n), {@code runI_loss}, {@code runI_gradient_norm} and {@code runI_learning_rate} (steps + 1);
 * {@code names} and {@code optimizers} (runs); {@code experiment}, the JSON of the whole, a single text.
 */
final class Npz {
    /** Zip entries have a time; a fixed one makes equal runs equal files. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int ALIGNMENT = 64;

    private Npz() {
    }

    static void write(Experiment experiment, List<Track> tracks, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        texts(zip, "experiment", List.of(ExperimentJson.write(experiment)), "()");
        texts(zip, "names", tracks.stream().map(Track::name).toList(), "(" + tracks.size() + ",)");
        texts(zip, "optimizers", tracks.stream().map(t -> t.run().optimizer().toString()).toList(), "(" + tracks.size() + ",)");
        for (int i = 0; i < tracks.size(); i++) {
            Trajectory t = tracks.get(i).trajectory();
            int n = t.dimension();
            numbers(zip, "run" + i + "_theta", "(" + (t.last() + 1) + ", " + n + ")", (t.last() + 1) * n, k -> t.theta(k / n, k % n));
            String line = "(" + (t.last() + 1) + ",)";
            numbers(zip, "run" + i + "_loss", line, t.last() + 1, t::loss);
            numbers(zip, "run" + i + "_gradient_norm", line, t.last() + 1, t::gradientNorm);
            numbers(zip, "run" + i + "_learning_rate", line, t.last() + 1, t::learningRate);
        }
        zip.finish();
    }

    private static void numbers(ZipOutputStream zip, String name, String shape, int count, IntToDoubleFunction value) throws IOException {
        begin(zip, name, "<f8", shape);
        ByteBuffer buffer = ByteBuffer.allocate(8 * 1024).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < count; k++) {
            if (!buffer.hasRemaining()) {
                zip.write(buffer.array());
                buffer.clear();
            }
            buffer.putDouble(value.applyAsDouble(k));
        }
        zip.write(buffer.array(), 0, buffer.position());
        zip.closeEntry();
    }

    /** Texts of one length, in UTF-32 and filled up with zeros, as NumPy keeps them. */
    private static void texts(ZipOutputStream zip, String name, List<String> texts, String shape) throws IOException {
        int longest = Math.max(1, texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).max().orElse(1));
        begin(zip, name, "<U" + longest, shape);
        for (String text : texts) {
            ByteBuffer buffer = ByteBuffer.allocate(4 * longest).order(ByteOrder.LITTLE_ENDIAN);
            text.codePoints().forEach(buffer::putInt);
            zip.write(buffer.array());
        }
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name, String type, String shape) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int fixed = 10;
        int total = Math.ceilDiv(fixed + header.length() + 1, ALIGNMENT) * ALIGNMENT;
        byte[] bytes = new byte[total];
        Arrays.fill(bytes, (byte) ' ');
        byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) (total - fixed), (byte) ((total - fixed) >> 8)};
        System.arraycopy(magic, 0, bytes, 0, fixed);
        System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, bytes, fixed, header.length());
        bytes[total - 1] = '\n';
        zip.write(bytes);
    }
}
