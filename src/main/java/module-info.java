/** Thalweg: see a cost function and watch optimizers walk on it. */
module thalweg {
    requires java.desktop;
    requires javafx.controls;
    requires javafx.base;
    requires atlantafx.base;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires org.jfree.jfreechart;
    requires jlatexmath;
    requires ejml.ddense;
    requires ejml.core;
    requires de.siegmar.fastcsv;
    requires io.jhdf;
    requires org.slf4j;                                           // jHDF uses these three, and Batik's the fourth: libraries that are no modules
    requires org.apache.commons.lang3;                            // cannot ask for what they need, and without being asked for it is not loaded
    requires com.ning.compress.lzf;
    requires org.apache.commons.io;
    requires static jdk.incubator.vector;
    requires info.picocli;
    requires tools.jackson.databind;
    requires org.apache.xmlgraphics.batik.svggen;
    requires org.apache.commons.logging;
    requires org.apache.pdfbox;
    requires jdk.unsupported;                                     // PDFBox gives memory back through it, and does not ask for it
    requires de.rototor.pdfbox.graphics2d;
    requires jcodec;

    exports thalweg.app to javafx.graphics;
    opens thalweg.cli to info.picocli;
}
