package thalweg.view;

import java.util.List;
import thalweg.experiment.Frame;
import thalweg.export.Picture;
import thalweg.paint.Theme;

/**
 * What there is to export when the sheet of exports opens.
 *
 * @param whole all that is on screen
 * @param tile the tile with the focus
 */
record ExportScene(Part whole, Part tile) {
    /**
     * Some of what is on screen.
     *
     * @param name for people: "Contour"
     * @param frame without a pointer over it
     * @param views ids
     * @param perRun whether every run has a tile of its own
     * @param width in pixels of the window
     */
    record Part(String name, Frame frame, List<String> views, boolean perRun, int width, int height) {
        Part {
            views = List.copyOf(views);
        }

        /** As on screen. */
        Picture picture(Theme theme) {
            return new Picture(views, perRun, theme, width, height, Pictures.FINE);
        }

        int tiles() {
            return perRun ? (int) frame.tracks().stream().filter(t -> !t.run().hidden()).count() : views.size();
        }
    }

    Part part(boolean all) {
        return all ? whole : tile;
    }

    Frame frame(boolean all) {
        return part(all).frame();
    }

    List<String> views(boolean all) {
        return part(all).views();
    }

    boolean perRun(boolean all) {
        return part(all).perRun();
    }

    int width(boolean all) {
        return part(all).width();
    }

    int height(boolean all) {
        return part(all).height();
    }

    int tiles(boolean all) {
        return part(all).tiles();
    }
}
