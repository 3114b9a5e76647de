/**
 * Pictures and tables in files. Must not know JavaFX.
 *
 * <p>Everything is written whole or not at all ({@link thalweg.experiment.WholeFile}), and without the time of day: equal experiments give
 * equal files.
 *
 * <p>Decision: CSV and NPZ are written here instead of by a library, because writing them is a page each and reading them back is tested.
 *
 * <p>Decision: one table of endings instead of a registry of writers; each new kind of picture is one
 * line in {@link thalweg.export.Format} and one class beside it.
 *
 * <p>Decision: SVG and PDF are drawn by the painters of the window through Batik and PDFBox, which hand them letters as letters
 * ({@link thalweg.paint.Lettering}). A PDF has them as text with the letters in use embedded, each where the window has it; formulas, set by another
 * library, and letters that our fonts lack stay paths. In an SVG letters are paths, with the same as unseen text above: half of the programs that
 * show SVG know no fonts inside it, and would set words in another one, over what stands beside them. Price: there, words can be found and
 * copied, but not retyped.
 *
 * <p>A film is a {@link thalweg.export.Film} (which steps, how fast, how far the surface turns) of a {@link thalweg.export.Picture}; a {@code Reel}
 * paints the next two pictures while the last is written, on an executor it is given. {@code Gif} and {@code Mp4} write only what changed.
 *
 * <p>Decision: H.264 is coded here with JCodec's tables of codes instead of by its encoder, which codes every block of every picture; the page
 * of {@code H264} says more. Price: some 600 lines, held by decoding with JCodec and, where it is installed, ffmpeg, picture by picture.
 *
 * <p>{@link thalweg.export.Code} writes a run as a program in Python: {@link thalweg.formula.Python} prints the formula, a {@code NumpyRule} every
 * update rule line by line, a {@code LibraryRule} its namesake in a library with what differs, a {@code LearningCode} a model with its data.
 * Decision: the rules are written out here a second time instead of being derived, because the code is to be read; a test runs it and compares paths.
 * {@link thalweg.export.CommandText} is the command line of a picture, {@link thalweg.export.Estimate} the size of a file before it is written.
 *
 * <p>A web page ({@code WebPage}) holds no pictures but numbers ({@code WebData}: an {@code WebExhibit} for each experiment that stands beside
 * others, with what its models learn in {@code WebLearning}) and a script that draws them ({@code page.js} with {@code page-map.js} and its
 * siblings, {@code page.html} and {@code page.css} among the resources). What is chosen for the values at hand, as levels, colours and the camera, is
 * chosen by the painters ({@link thalweg.paint.Ingredients}, {@link thalweg.paint.FitIngredients}), so that page and window cannot differ in it.
 *
 * <p>Decision: Batik gets an image handler of ours instead of its own, which would need another library to write PNG.
 *
 * <p>Decision: the libraries of a format are named by its one class only, so that they are loaded when a file of that format is written.
 */
package thalweg.export;
