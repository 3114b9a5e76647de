package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import thalweg.data.DataSet;
import thalweg.experiment.Focus;
import thalweg.experiment.Frame;
import thalweg.experiment.Study;
import thalweg.math.Vec;
import thalweg.network.NetworkObjective;
import thalweg.network.Stage;
import thalweg.network.Trace;

/**
 * The layers of a model: at rest what each unit sees, and one sample's way forward and back, stage by stage, with the numbers of the
 * algorithm. Weights are lines: blue negative, orange positive, as wide as they are large.
 */
public record NetworkPainter(Style style, Memo memo) implements Plot {
    private static final double HEAD = 26;
    private static final double SMALL_HEIGHT = 150;
    private static final double SMALL_WIDTH = 200;

    private record TraceKey(NetworkObjective model, Vec theta, int sample) {
    }

    private record PictureKey(NetworkObjective model, Vec theta, Theme theme) {
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            Optional<Study> study = frame.scene().study();
            if (study.isEmpty()) {
                Notice.paint(ink, area, "This view shows the layers of a model that learns. Choose data and a model to see them.");
                return;
            }
            Standing standing = Standing.of(frame, style, memo);
            if (!standing.theta().isFinite()) {
                Notice.paint(ink, area, "The parameters of this run are no numbers any more: it diverged.");
                return;
            }
            paint(ink, area, study.get(), standing.theta(), frame.experiment().look().focus());
        });
    }

    private void paint(Ink ink, Rectangle2D area, Study study, Vec theta, Focus focus) {
        NetworkObjective model = study.cost();
        Stage stage = stage(model, focus);
        Trace trace = memo.get("trace", new TraceKey(model, theta, sample(model, focus)),
                () -> model.trace(theta.toArray(), sample(model, focus)));
        boolean large = area.getHeight() >= ink.px(SMALL_HEIGHT) && area.getWidth() >= ink.px(SMALL_WIDTH);
        NetworkText text = new NetworkText(model, trace, stage, sample(model, focus));
        double caption = large && stage.kind() != Stage.Kind.REST ? text.height(ink, area) : 0;
        double head = large ? ink.px(HEAD) : ink.px(4);
        double left = large ? text.left(ink) : 0;
        double right = large ? text.right(ink) : 0;
        double shares = model.architecture().layers().size() + 1.0;
        double share = (area.getWidth() - left - right) / shares;
        double edge = Math.clamp(0.22 * share, 0, Math.max(0, (share - ink.px(NetworkLayout.WIDE)) / 2));   // outer columns stand nearer to the edges
        Rectangle2D boxes = new Rectangle2D.Double(area.getX() + left - edge, area.getY() + head,
                Math.max(1, area.getWidth() - left - right + 2 * edge), Math.max(1, area.getHeight() - head - caption - ink.px(6)));
        boolean image = model.data().image().isPresent();
        boolean numbers = stage.kind() != Stage.Kind.REST;
        NetworkLayout layout = NetworkLayout.of(model.architecture(), theta, boxes, ink, image, numbers);
        UnitPictures pictures = memo.get("unit pictures", new PictureKey(model, theta, style.theme()),
                () -> UnitPictures.of(model, theta, style.theme()));
        NetworkUnits units = new NetworkUnits(model, theta, trace, stage, pictures);
        List<Rectangle2D> fed = units.fed(ink, layout);
        NetworkLines.paint(ink, layout, model.architecture(), theta, trace, stage, fed);
        units.paint(ink, layout);
        units.paintFed(ink, layout, fed);
        if (large) {
            text.paintHeads(ink, layout, area);
            text.paintNames(ink, layout);
            if (numbers) {
                text.paintCaption(ink, new Rectangle2D.Double(area.getX(), area.getMaxY() - caption, area.getWidth(), caption));
            }
        }
    }

    /** The stage that a focus means on a model: beyond the last, the last. */
    public static Stage stage(NetworkObjective model, Focus focus) {
        List<Stage> stages = Stage.of(model.architecture());
        return stages.get(Math.clamp(focus.stage(), 0, stages.size() - 1));
    }

    /** The sample, from 0. */
    static int sample(NetworkObjective model, Focus focus) {
        return Math.clamp(focus.sample(), 1, model.samples()) - 1;
    }

    @Override
    public String detail(Frame frame) {
        if (frame.scene().study().isEmpty()) {
            return "";
        }
        NetworkObjective model = frame.scene().study().get().cost();
        Focus focus = frame.experiment().look().focus();
        Stage stage = stage(model, focus);
        String sample = "sample " + Numbers.whole(sample(model, focus) + 1L);
        if (stage.kind() == Stage.Kind.REST) {
            DataSet data = model.data();
            String units = switch (UnitPictures.kind(model)) {
                case PLANE, LINE -> "what each unit sees";
                case IMAGE -> "weights of the first layer as pictures";
                case NONE -> "activations of " + sample;
            };
            return units + (data.image().isPresent() ? "" : "; weights: blue \u2212, orange +; dots: biases");
        }
        return "stage " + Math.clamp(focus.stage(), 0, Stage.of(model.architecture()).size() - 1) + " of "
                + (Stage.of(model.architecture()).size() - 1) + ", " + sample + ": " + NetworkText.title(stage);
    }
}
