package thalweg.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;
import thalweg.catalog.Spec;
import thalweg.experiment.Json;
import thalweg.math.Vec;
import thalweg.paint.Theme;

/** Numbers as arguments, and as words. */
final class Arguments {
    private static final Pattern PLAIN = Pattern.compile("[-+.0-9eE]+");

    /** An operator before any parenthesis of knobs or quote; a hyphen is part of names. */
    private static final Pattern FORMULA = Pattern.compile("^[^(\"']*[\\^*+/]|^[a-z]+\\([xy]\\)");

    /** A formula as it arrives when a shell has taken its quotes away, or nobody wrote them; with a knob's name it is a spec. */
    private static final Pattern BARE = Pattern.compile("^\\s*formula\\s*\\((?!\\s*([\"')]|[a-z]+\\s*=))");

    private Arguments() {
    }

    /** {@code 1.0,-2} as an array. */
    static double[] list(String option, String text) {
        return Arrays.stream(text.split(",", -1)).mapToDouble(part -> one(option, part, text)).toArray();
    }

    static int whole(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            throw new TypeConversionException("'" + text + "' is not a whole number of at most nine digits");
        }
    }

    static long wholeLong(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException _) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
    }

    /** A finite number, written as elsewhere: no {@code 1d}, no {@code NaN}. */
    static double number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value) && PLAIN.matcher(text.strip()).matches()) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new TypeConversionException("'" + text + "' is not a finite number");
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' cannot be the name of a file here: " + e.getReason());
        }
    }

    private static double one(String option, String part, String text) {
        try {
            return number(part);
        } catch (TypeConversionException _) {
            throw new IllegalArgumentException(option + " must be finite numbers separated by commas, as in 1.0,2.0, but was '" + text
                    + "'");
        }
    }

    /** A file name's ending in small letters, with its dot; empty if it has none. */
    static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".") ? name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT) : "";
    }

    /** What was given as an argument or with an option. */
    static Optional<String> once(String what, Optional<String> argument, Optional<String> option) {
        if (argument.isPresent() && option.isPresent()) {
            throw new IllegalArgumentException(what + " is given twice: '" + argument.get() + "' and '" + option.get() + "'");
        }
        return argument.or(() -> option);
    }

    /** An objective's spec; a formula on its own is told apart from a name. */
    static Spec objective(String text) {
        if (FORMULA.matcher(text).find()) {
            throw new IllegalArgumentException("'" + text + "' is no name of an objective; a formula is written formula(\"" + text + "\")");
        }
        if (BARE.matcher(text).find()) {
            throw new IllegalArgumentException("'" + text + "': a formula stands in quotes, as in formula(\"x^2 + 3*y^2\")");
        }
        return Spec.parse(text);
    }

    /** {@code (1, -2)}. */
    static String words(Vec point) {
        return Arrays.stream(point.toArray()).mapToObj(Arguments::words).collect(Collectors.joining(", ", "(", ")"));
    }

    /** All digits; unlike in JSON, what is not finite has a name. */
    static String words(double number) {
        return Double.isFinite(number) ? Json.number(number) : Double.toString(number);
    }

    /** A width and a height. */
    static int[] size(String size) {
        String[] parts = size.toLowerCase(Locale.ROOT).split("x", -1);
        try {
            if (parts.length == 2) {
                return new int[] {Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip())};
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException("--size must be width x height in pixels, as in 1600x1000, but was '" + size + "'");
    }

    static Theme theme(String theme) {
        return switch (theme.toLowerCase(Locale.ROOT)) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            case "print" -> Theme.PRINT;
            default -> throw new IllegalArgumentException("--theme must be light, dark or print, but was '" + theme + "'");
        };
    }
}
