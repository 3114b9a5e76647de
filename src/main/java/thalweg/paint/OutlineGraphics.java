package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/**
 * A graphics that collects the outlines of what is drawn, so that a library which draws letters with the machine's text engine gives
 * shapes instead, equal everywhere. Colours, clips and images are ignored. Used by one thread, briefly.
 */
final class OutlineGraphics extends Graphics2D {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Path2D outline = new Path2D.Double();
    private final RenderingHints hints = new RenderingHints(Map.of());
    private final AffineTransform transform = new AffineTransform();
    private final Object[] current = {new Font(Font.DIALOG, Font.PLAIN, 1), new BasicStroke(1), Color.BLACK};

    Path2D outline() {
        return outline;
    }

    @Override
    public void fill(Shape s) {
        outline.append(transform.createTransformedShape(s), false);
    }

    @Override
    public void draw(Shape s) {
        fill(getStroke().createStrokedShape(s));
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawString(String text, float x, float y) {
        drawGlyphVector(getFont().createGlyphVector(CONTEXT, text), x, y);
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        throw new UnsupportedOperationException("attributed text");
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        throw new UnsupportedOperationException("attributed text");
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new java.awt.geom.Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        draw(new java.awt.geom.RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        fill(new java.awt.geom.RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        draw(new java.awt.geom.Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new java.awt.geom.Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int startAngle, int arcAngle) {
        draw(new java.awt.geom.Arc2D.Double(x, y, width, height, startAngle, arcAngle, java.awt.geom.Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int startAngle, int arcAngle) {
        fill(new java.awt.geom.Arc2D.Double(x, y, width, height, startAngle, arcAngle, java.awt.geom.Arc2D.PIE));
    }

    @Override
    public void drawPolyline(int[] xs, int[] ys, int n) {
        throw new UnsupportedOperationException("polyline");
    }

    @Override
    public void drawPolygon(int[] xs, int[] ys, int n) {
        draw(new java.awt.Polygon(xs, ys, n));
    }

    @Override
    public void fillPolygon(int[] xs, int[] ys, int n) {
        fill(new java.awt.Polygon(xs, ys, n));
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        // nothing was there
    }

    @Override
    public Graphics create() {
        throw new UnsupportedOperationException("a copy");
    }

    @Override
    public void dispose() {
        // owns nothing
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public void transform(AffineTransform t) {
        transform.concatenate(t);
    }

    @Override
    public void setTransform(AffineTransform t) {
        transform.setTransform(t);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setFont(Font font) {
        current[0] = font;
    }

    @Override
    public Font getFont() {
        return (Font) current[0];
    }

    @Override
    public void setStroke(Stroke stroke) {
        current[1] = stroke;
    }

    @Override
    public Stroke getStroke() {
        return (Stroke) current[1];
    }

    @Override
    public void setColor(Color colour) {
        current[2] = colour;
    }

    @Override
    public Color getColor() {
        return (Color) current[2];
    }

    @Override
    public void setPaint(Paint paint) {
        // one colour, given when the outline is painted
    }

    @Override
    public Paint getPaint() {
        return getColor();
    }

    @Override
    public void setBackground(Color colour) {
        // has none
    }

    @Override
    public Color getBackground() {
        return Color.WHITE;
    }

    @Override
    public void setComposite(Composite composite) {
        // nothing is blended
    }

    @Override
    public Composite getComposite() {
        return java.awt.AlphaComposite.SrcOver;
    }

    @Override
    public void setPaintMode() {
        // the only one
    }

    @Override
    public void setXORMode(Color colour) {
        throw new UnsupportedOperationException("exclusive or");
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        throw new UnsupportedOperationException("font metrics");
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return CONTEXT;
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw new UnsupportedOperationException("no device");
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        hints.put(key, value);
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> changed) {
        hints.clear();
        hints.putAll(changed);
    }

    @Override
    public void addRenderingHints(Map<?, ?> changed) {
        hints.putAll(changed);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return (RenderingHints) hints.clone();
    }

    @Override
    public boolean hit(Rectangle area, Shape s, boolean onStroke) {
        return transform.createTransformedShape(s).intersects(area);
    }

    @Override
    public void clip(Shape s) {
        // letters are never cut
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        // letters are never cut
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        // letters are never cut
    }

    @Override
    public void setClip(Shape s) {
        // letters are never cut
    }

    @Override
    public Shape getClip() {
        return new Rectangle(-1_000_000, -1_000_000, 2_000_000, 2_000_000);
    }

    @Override
    public Rectangle getClipBounds() {
        return getClip().getBounds();
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw new UnsupportedOperationException("pixels");
    }

    @Override
    public boolean drawImage(Image image, AffineTransform t, ImageObserver observer) {
        return true;
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {
        // formulas have no pictures
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform t) {
        // formulas have no pictures
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform t) {
        // formulas have no pictures
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color colour, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, Color colour, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int a, int b, int c, int d, int e, int f, int h, int i, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int a, int b, int c, int d, int e, int f, int h, int i, Color colour, ImageObserver observer) {
        return true;
    }
}
