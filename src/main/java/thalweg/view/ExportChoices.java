package thalweg.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import thalweg.experiment.Frame;
import thalweg.export.Film;
import thalweg.export.Format;
import thalweg.export.Picture;
import thalweg.export.Preset;
import thalweg.paint.Composition;
import thalweg.paint.Theme;
import thalweg.session.Preferences;

/**
 * What the sheet of exports is set to.
 *
 * @param all whether all tiles are shown, or only one
 * @param paper how large
 * @param theme {@code window}, {@code light}, {@code dark} or {@code print}
 * @param parts what stands around the views
 * @param motion how steps become a film
 */
record ExportChoices(Format format, boolean all, Paper paper, String theme, Composition.Parts parts, Motion motion) {
    /** The colours of the window. */
    static final String WINDOW = "window";
    /** As large as on screen. */
    static final String SCREEN = "screen";
    /** A size of one's own. */
    static final String OWN = "own";

    private static final String PREFIX = "export.";
    private static final double MOST_RATE = 100_000;

    /**
     * How large a picture is.
     *
     * @param purpose id of a {@link Preset}, {@link #SCREEN} or {@link #OWN}
     */
    record Paper(String purpose, int width, int height, double scale) {
    }

    /**
     * A film, as people say it.
     *
     * @param rate steps per second
     */
    record Motion(int from, int to, double rate, int fps, double hold, double turn, boolean loop) {
        /** The film; steps slower than its pictures are shown several times, which neither kind of film writes anew. */
        Film film() {
            return new Film(from, to, rate / fps, fps, hold, turn, loop);
        }

        /** All steps in a time that people like to look at, but none shown longer than a fifth of a second. */
        static Motion of(Frame frame) {
            double rate = Math.clamp(Math.rint(frame.last() / 12.0 / 5) * 5, 5, MOST_RATE);
            return new Motion(0, frame.last(), rate, Film.FPS, 2, 0, true);
        }
    }

    ExportChoices withFormat(Format changed) {
        return new ExportChoices(changed, all, paper, theme, parts, motion);
    }

    ExportChoices withAll(boolean changed) {
        return new ExportChoices(format, changed, paper, theme, parts, motion);
    }

    ExportChoices withPaper(Paper changed) {
        return new ExportChoices(format, all, changed, theme, parts, motion);
    }

    ExportChoices withTheme(String changed) {
        return new ExportChoices(format, all, paper, changed, parts, motion);
    }

    ExportChoices withParts(Composition.Parts changed) {
        return new ExportChoices(format, all, paper, theme, changed, motion);
    }

    ExportChoices withMotion(Motion changed) {
        return new ExportChoices(format, all, paper, theme, parts, changed);
    }

    /** Fitted to its purpose after the format has changed: films have a coarser size of their own on screen. */
    ExportChoices fitted(ExportScene scene) {
        return paper.purpose().equals(SCREEN) ? fitted(SCREEN, scene) : this;
    }

    /** Fitted to a purpose: its size, and its colours if it has any. */
    ExportChoices fitted(String purpose, ExportScene scene) {
        if (purpose.equals(OWN)) {
            return withPaper(new Paper(OWN, paper.width(), paper.height(), paper.scale()));
        }
        if (purpose.equals(SCREEN)) {
            return withPaper(format.isFilm() ? new Paper(SCREEN, even(scene.width(all)), even(scene.height(all)), 1)
                    : new Paper(SCREEN, scene.width(all), scene.height(all), Pictures.FINE));
        }
        Preset preset = Preset.of(purpose);
        Preset.Size size = preset.size(scene.tiles(all));
        ExportChoices sized = withPaper(new Paper(purpose, size.width(), size.height(), size.scale()))
                .withParts(new Composition.Parts(parts.ground(), parts.title() && preset.hasTitle(), parts.legend(), parts.caption()));
        return preset.theme().map(t -> sized.withTheme(t.name().toLowerCase(Locale.ROOT))).orElse(sized);
    }

    /** MP4 wants it so. */
    private static int even(int length) {
        return Math.max(Picture.LEAST, length / 2 * 2);
    }

    /** The picture that is wanted; errors as {@link Picture} has them. */
    Picture picture(ExportScene scene, Theme window) {
        Theme colours = theme.equals(WINDOW) ? window : Theme.valueOf(theme.toUpperCase(Locale.ROOT));
        Composition.Parts shown = format.isFilm() ? new Composition.Parts(true, parts.title(), parts.legend(), parts.caption()) : parts;
        return new Picture(scene.views(all), scene.perRun(all), colours, paper.width(), paper.height(), paper.scale(), shown);
    }

    /** The film that is wanted; empty for a single picture. */
    Optional<Film> film() {
        return format.isFilm() ? Optional.of(motion.film()) : Optional.empty();
    }

    /** A file name as typed, be it possible or not: with the ending of a kind it means that kind. */
    static Optional<Format> named(String name) {
        return Format.of(name.strip());
    }

    /** Keeps all but what belongs to one run only: the steps. */
    void remember(Preferences preferences) {
        preferences.put(PREFIX + "format", format.name());
        preferences.put(PREFIX + "purpose", paper.purpose());
        preferences.put(PREFIX + "width", paper.width());
        preferences.put(PREFIX + "height", paper.height());
        preferences.put(PREFIX + "scale", paper.scale());
        preferences.put(PREFIX + "theme", theme);
        preferences.put(PREFIX + "transparent", Boolean.toString(!parts.ground()));
        preferences.put(PREFIX + "title", Boolean.toString(parts.title()));
        preferences.put(PREFIX + "legend", Boolean.toString(parts.legend()));
        preferences.put(PREFIX + "caption", Boolean.toString(parts.caption()));
        preferences.put(PREFIX + "fps", motion.fps());
        preferences.put(PREFIX + "hold", motion.hold());
        preferences.put(PREFIX + "turn", motion.turn());
        preferences.put(PREFIX + "loop", Boolean.toString(motion.loop()));
    }

    /** What was chosen last, for other runs; what cannot be understood is as it was at first. */
    static ExportChoices recalled(Preferences p, ExportScene scene, boolean all) {
        Motion first = Motion.of(scene.frame(all));
        Motion motion = new Motion(first.from(), first.to(), first.rate(), (int) Math.clamp(p.number(PREFIX + "fps", first.fps()), 1, Film.MOST_FPS),
                Math.clamp(p.number(PREFIX + "hold", first.hold()), 0, 60), Math.clamp(p.number(PREFIX + "turn", 0), -36_000, 36_000),
                is(p, "loop", true));
        Composition.Parts parts = new Composition.Parts(!is(p, "transparent", false), is(p, "title", true), is(p, "legend", true),
                is(p, "caption", false));
        String theme = p.text(PREFIX + "theme", WINDOW);
        Paper own = new Paper(OWN, (int) Math.clamp(p.number(PREFIX + "width", scene.width(all)), Picture.LEAST, Picture.MOST),
                (int) Math.clamp(p.number(PREFIX + "height", scene.height(all)), Picture.LEAST, Picture.MOST),
                Math.clamp(p.number(PREFIX + "scale", Pictures.FINE), 1, 4));
        ExportChoices choices = new ExportChoices(format(p.text(PREFIX + "format", "PNG")), all, own,
                List.of(WINDOW, "light", "dark", "print").contains(theme) ? theme : WINDOW, parts, motion);
        String purpose = p.text(PREFIX + "purpose", SCREEN);
        return purpose.equals(OWN) || Preset.ids().contains(purpose) ? choices.fitted(purpose, scene).withTheme(choices.theme()).withParts(parts)
                : choices.fitted(SCREEN, scene);
    }

    private static boolean is(Preferences preferences, String name, boolean otherwise) {
        return Boolean.parseBoolean(preferences.text(PREFIX + name, Boolean.toString(otherwise)));
    }

    private static Format format(String name) {
        for (Format format : Format.values()) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        return Format.PNG;
    }
}
