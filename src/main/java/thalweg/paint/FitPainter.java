package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.UnaryOperator;
import thalweg.data.DataSet;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;

/**
 * Data with what the selected run has made of them: a line or curve over one feature, regions or a map over two, or, for images, the samples
 * with what is found in them.
 */
public record FitPainter(Style style, Memo memo) implements Plot {
    static final String NEEDS_DATA = "This view shows a model with its data; a function has none. Choose data and a model to see it learn.";

    /** The plot for the data at hand; empty if there are none. */
    private Optional<Plot> plot(Frame frame) {
        return frame.scene().study().map(study -> {
            DataSet data = study.split().training();
            return data.image().isPresent() ? new SampleGridPainter(style, memo)
                    : data.dimension() == 1 ? new HypothesisPainter(style, memo) : new RegionPainter(style, memo);
        });
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        plot(frame).ifPresentOrElse(p -> p.paint(graphics, area, frame),
                () -> Ink.on(graphics, area, style, ink -> Notice.paint(ink, area, NEEDS_DATA)));
    }

    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        return plot(frame).flatMap(p -> p.hit(point, area, frame));
    }

    @Override
    public Optional<Grab> grab(Point2D point, Rectangle2D area, Frame frame) {
        return plot(frame).flatMap(p -> p.grab(point, area, frame));
    }

    @Override
    public Optional<UnaryOperator<Look>> wheel(int notches, Point2D point, Rectangle2D area, Frame frame) {
        return plot(frame).flatMap(p -> p.wheel(notches, point, area, frame));
    }

    @Override
    public String title(Frame frame, String label) {
        return plot(frame).map(p -> p.title(frame, label)).orElse(label);
    }

    @Override
    public String detail(Frame frame) {
        return plot(frame).map(p -> p.detail(frame)).orElse("needs data");
    }

    @Override
    public String detail(Rectangle2D area, Frame frame) {
        return plot(frame).map(p -> p.detail(area, frame)).orElse("needs data");
    }
}
