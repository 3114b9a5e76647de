/**
 * Draws frames with Java2D. Must not know JavaFX, files or threads.
 *
 * <p>Sizes in comments and constants are pixels at scale 1; {@link thalweg.paint.Ink} multiplies them by the style's scale.
 *
 * <p>Decision: text is painted as outlines of fonts that travel with the program ({@link thalweg.paint.Face}, {@link
 * thalweg.paint.Typeset})
 * instead of by the machine's text engine, because those differ from machine to machine, and so that a vector file looks like the window
 * without carrying fonts. Price: a label of ten letters costs some 50 microseconds instead of 5.
 *
 * <p>Decision: JFreeChart chooses the units of ticks ({@link thalweg.paint.Axis}); the lines and labels of axes are painted here instead
 * of by its {@code draw}, because that measures and paints text with the machine's engine and knows no superscripts.
 *
 * <p>Decision: what pure functions made of texts is kept in bounded static tables ({@link thalweg.paint.Kept}) instead of made again for
 * every frame: equal keys give equal shapes, so it can be seen only in time.
 *
 * <p>Decision: regions of classes are coloured and traced from log-odds, which are nearly straight between nodes, instead of from
 * probabilities, which are not: so nodes may be some pixels apart while a run plays.
 *
 * <p>Decision: the axes of data follow the data alone, never the hypothesis, so that what moves is the hypothesis; a line that diverges leaves
 * the plot.
 *
 * <p>Decision: what an update does is painted from the rule's own description ({@link thalweg.optimizer.Account}), never for one rule: {@link
 * thalweg.paint.UpdatePainter} its lines and numbers, {@link thalweg.paint.UpdateArrows} its arrows on map and surface. Changes of theta are drawn a
 * round number of times as long where they would be too short to see, and say so.
 *
 * <h2>The surface</h2>
 *
 * <p>From values to the picture, each part made from the one before and kept as long as that is equal:
 *
 * <ul>
 * <li>{@link thalweg.paint.Terrain}, before any camera: the scales of colour and height, levels, the lines on the floor, and the mesh.
 * {@link thalweg.paint.Relief} makes a lattice of 64 to 256 cells of any grid; {@link thalweg.paint.MeshBuilder} cuts it at the edges of holes
 * and at the top and bottom of the {@link thalweg.paint.Box}; {@link thalweg.paint.Merging} joins cells that are as good as one.
 * <li>{@link thalweg.paint.SurfaceView}: a terrain, a camera and an area; {@link thalweg.paint.Projection} is the way to the picture and back,
 * {@link thalweg.paint.Home} chooses the first camera.
 * <li>{@link thalweg.paint.Rendering}: the mesh drawn by {@link thalweg.paint.MeshPainter} ({@link thalweg.paint.Facets} finds the pixels,
 * {@link thalweg.paint.Toner} colours them by {@link thalweg.paint.Palette} and {@link thalweg.paint.Shading}) into a {@link thalweg.paint.Raster}
 * with depths. {@link thalweg.paint.Renderings} keeps the better of a quick and a smooth one; {@link thalweg.paint.Smoothing} makes the latter.
 * <li>{@link thalweg.paint.SurfaceAxes} with {@link thalweg.paint.BoxPainter} and {@link thalweg.paint.BoxAxes}: what stands behind.
 * <li>{@link thalweg.paint.SurfacePaths}: runs and marks. {@link thalweg.paint.Drape} is a path laid over the mesh, kept while the camera turns;
 * {@link thalweg.paint.SurfacePath} what a camera sees of it; {@link thalweg.paint.PathInk} the strokes, which maps use too.
 * <li>{@link thalweg.paint.Desk}: the sheets all of it is drawn on. The ground (box, axes, mesh) stays while only the playhead moves.
 * <li>{@link thalweg.paint.Sight} and {@link thalweg.paint.SurfacePick}: what lies under a pointer.
 * </ul>
 *
 * <p>Decision: lines are drawn by {@link thalweg.paint.PixelPen} where there are pixels, and by {@code Graphics2D} only for vectors and turned
 * graphics: outlines of strokes of many short pieces took longer than the mesh. Price: two ways to draw a line, held together by a test.
 *
 * <p>Decision: a smooth picture is the mean of five quick ones, each moved by a part of a pixel, instead of one on a raster three times as
 * fine each way: edges are better and it takes less than half the time, and lines keep their width without a palette of their own.
 *
 * <p>Decision: lines of equal value on the mesh are found pixel by pixel from the interpolated level, not drawn as lines in space: they never
 * float or sink. In valleys narrower than a cell they fade, for there they would break into dots.
 *
 * <p>Decision: bands of rows of the mesh, and the box behind it, are drawn by whoever the memo says helps ({@link thalweg.math.Crew}), as
 * turning paints one tile and leaves the other processors idle. Every pixel is computed as by one alone, so the picture is the same to the
 * last bit; files are drawn alone.
 *
 * <p>Decision: {@code Desk} is memory that is written again, kept in a {@link thalweg.paint.Memo} like what is never written again: new
 * sheets for each frame of 1280 x 800 took 2 to 5 ms of some 20. It is safe because a memo belongs to one thread and
 * keeps only the newest of each part; whatever is drawn on a desk has the desk, and the camera, in its key.
 */
package thalweg.paint;
