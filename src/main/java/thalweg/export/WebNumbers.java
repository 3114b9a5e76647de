package thalweg.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.math.Range;
import thalweg.paint.ValueScale;

/** Numbers as a web page holds them: arrays are base64 of little-endian numbers, and fields keep their order. */
final class WebNumbers {
    private WebNumbers() {
    }

    /** Names and values by turns, in this order, which those of {@code Map.of} do not keep: equal frames give equal files. */
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    static List<Double> range(Range range) {
        return List.of(range.min(), range.max());
    }

    static Map<String, Object> scale(ValueScale s) {
        return fields("kind", s.kind().name(), "low", s.low(), "high", s.high(), "c", s.c());
    }

    /** NaN and the infinities have no word in JSON. */
    static Object finite(double value) {
        return Double.isFinite(value) ? value : "";
    }

    static String doubles(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return base64(bytes);
    }

    static String floats(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double v : values) {
            bytes.putFloat((float) v);
        }
        return base64(bytes);
    }

    /** Whole numbers from 0 to 255. */
    static String bytes(int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int v : values) {
            bytes.put((byte) v);
        }
        return base64(bytes);
    }

    static String base64(ByteBuffer bytes) {
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
