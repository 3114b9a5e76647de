package thalweg.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.WholeFile;

/**
 * How large a file will be, found by writing parts of it to nowhere: a picture coarsely at two scales, which show how it grows, and of a film
 * a few pictures from its beginning, middle and end.
 */
public final class Estimate {
    /** Pictures of fewer pixels are written whole: that is quick. */
    private static final double FEW = 700_000;
    /** Vectors without what their images weigh. */
    private static final double VECTORS_ALONE = 0.1;
    private static final double COARSE = 0.5;
    private static final double FINE = 1;
    /** Pictures that follow one another, of which the growth by one is told. */
    private static final int STRETCH = 4;
    private static final double[] PLACES = {0, 0.12, 0.5, 0.85};

    private final Frame frame;
    private final BooleanSupplier givenUp;

    private Estimate(Frame frame, BooleanSupplier givenUp) {
        this.frame = frame;
        this.givenUp = givenUp;
    }

    /** Bytes of a picture; empty if given up. */
    public static OptionalLong picture(Frame frame, Picture picture, Format format, BooleanSupplier givenUp) {
        try {
            Estimate e = new Estimate(frame, givenUp);
            return OptionalLong.of(Math.round(format.isPage() ? e.page(picture) : format.isVector() ? e.vectors(picture, format)
                    : e.pixels(picture)));
        } catch (GivenUpException _) {
            return OptionalLong.empty();
        }
    }

    /** Bytes of a film; empty if given up. */
    public static OptionalLong film(Frame frame, Picture picture, Film film, Format format, BooleanSupplier givenUp) {
        try {
            return OptionalLong.of(Math.round(new Estimate(frame, givenUp).film(picture, film, format)));
        } catch (GivenUpException _) {
            return OptionalLong.empty();
        }
    }

    /** Nobody wants to know any more. */
    private static final class GivenUpException extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivenUpException() {
            super("nobody wants to know any more", null, false, false);
        }
    }

    /** The size at two scales shows with which power of the scale it grows: between lines (1) and noise (2). */
    private double pixels(Picture picture) {
        double all = (double) picture.pixelWidth() * picture.pixelHeight();
        if (all <= FEW) {
            return png(picture);
        }
        double fine = picture.scale() * Math.sqrt(FEW / all);
        double large = png(picture.withScale(fine));
        return grown(png(picture.withScale(fine / 2)), large, 2, picture.scale() / fine);
    }

    private double page(Picture picture) {
        return counted(out -> WebPage.write(frame, picture.views(), Caption.of(frame), Carried.text(Exports.shown(frame, picture)), out));
    }

    private double vectors(Picture picture, Format format) {
        if (picture.scale() <= FINE) {
            return vector(picture, format);
        }
        double bare = vector(picture.withScale(VECTORS_ALONE), format);
        double small = Math.max(1, vector(picture.withScale(COARSE), format) - bare);
        double large = Math.max(1, vector(picture.withScale(FINE), format) - bare);
        return bare + grown(small, large, FINE / COARSE, picture.scale() / FINE);
    }

    private static double grown(double small, double large, double step, double factor) {
        double power = Math.clamp(Math.log(large / small) / Math.log(step), 0, 2);
        return large * Math.pow(factor, power);
    }

    private double film(Picture picture, Film film, Format format) {
        double all = (double) picture.pixelWidth() * picture.pixelHeight();
        double shrink = Math.min(1, Math.sqrt(2 * FEW / all));
        Picture small = shrink == 1 ? picture : even(picture.withScale(picture.scale() * shrink));
        int n = film.moving();
        double key = bytes(small, film, stretch(film, 0, 1), 0, format);
        double growth = 0;
        int places = 0;
        for (double place : PLACES) {
            int from = (int) (place * (n - 1));
            Film some = stretch(film, from, Math.min(STRETCH, n - from));
            if (some.moving() > 1) {
                growth += (bytes(small, film, some, from, format) - bytes(small, film, stretch(film, from, 1), from, format)) / (some.moving() - 1);
                places++;
            }
        }
        double each = places == 0 ? 0 : Math.max(0, growth / places);
        double keys = format == Format.MP4 ? Math.ceil(film.frames() / (double) (Mp4.ALONE * film.fps())) : 1;
        return (key * keys + each * Math.max(0, n - keys)) / (shrink * shrink);
    }

    /** Some pictures of a film as a film of their own. */
    private static Film stretch(Film film, int from, int pictures) {
        double turned = film.moving() == 1 ? 0 : film.turn() / (film.moving() - 1);
        return new Film(film.step(from), film.step(from + pictures - 1), film.every(), film.fps(), 0, turned * (pictures - 1), film.loop());
    }

    /** The nearest scale at which both sides have an even number of pixels, so that every kind of film takes it. */
    private static Picture even(Picture picture) {
        int w = picture.pixelWidth() / 2 * 2;
        int h = picture.pixelHeight() / 2 * 2;
        return new Picture(picture.views(), picture.perRun(), picture.theme(), w, h, 1, picture.parts());
    }

    /** Bytes of a stretch of a film that begins at one of its pictures. */
    private double bytes(Picture picture, Film whole, Film part, int from, Format format) {
        Frame there = whole.at(frame, Film.home(frame, picture), from);
        String experiment = Carried.text(Exports.shown(there, picture));
        Reel reel = new Reel(there, picture, part, Runnable::run);
        return counted(out -> {
            if (format == Format.GIF) {
                Gif.write(reel, experiment, (_, _) -> !givenUp.getAsBoolean(), out);
            } else {
                Mp4.write(reel, Caption.of(there), experiment, (_, _) -> !givenUp.getAsBoolean(), out);
            }
        });
    }

    private double png(Picture picture) {
        Experiment shown = Exports.shown(frame, picture);
        return counted(out -> Png.write(picture.image(frame), Map.of(Exports.KEYWORD, ExperimentJson.write(shown)), 1, out));
    }

    private double vector(Picture picture, Format format) {
        String experiment = Carried.text(Exports.shown(frame, picture));
        return counted(out -> {
            if (format == Format.SVG) {
                Svg.write(picture.width(), picture.height(), Caption.of(frame), experiment, g -> picture.draw(g, frame), out);
            } else {
                Pdf.write(picture.width(), picture.height(), Caption.of(frame), experiment, g -> picture.draw(g, frame), out);
            }
        });
    }

    private double counted(WholeFile.Content content) {
        if (givenUp.getAsBoolean()) {
            throw new GivenUpException();
        }
        long[] bytes = {0};
        try {
            content.to(new OutputStream() {
                @Override
                public void write(int b) {
                    bytes[0]++;
                }

                @Override
                public void write(byte[] some, int from, int length) {
                    bytes[0] += length;
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("what goes nowhere cannot fail", e);
        } catch (CancellationException _) {
            throw new GivenUpException();
        }
        return bytes[0];
    }
}
