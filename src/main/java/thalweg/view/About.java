package thalweg.view;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.math.Kernels;
import thalweg.session.Wording;

/** What the program is made of: versions and licences. */
final class About {
    /** Module name, name for people, licence. */
    private record Part(String module, String name, String licence) {
    }

    private static final List<Part> PARTS = List.of(
            new Part("javafx.controls", "OpenJFX", "GPL 2 with classpath exception"),
            new Part("atlantafx.base", "AtlantaFX", "MIT"),
            new Part("org.kordamp.ikonli.javafx", "Ikonli", "Apache 2.0"),
            new Part("org.kordamp.ikonli.feather", "Feather icons", "MIT"),
            new Part("org.jfree.jfreechart", "JFreeChart", "LGPL 2.1"),
            new Part("jlatexmath", "JLaTeXMath", "GPL 2 with classpath exception"),
            new Part("ejml.ddense", "EJML", "Apache 2.0"),
            new Part("de.siegmar.fastcsv", "FastCSV", "MIT"),
            new Part("info.picocli", "picocli", "Apache 2.0"),
            new Part("tools.jackson.databind", "Jackson", "Apache 2.0"),
            new Part("org.apache.xmlgraphics.batik.svggen", "Batik", "Apache 2.0"),
            new Part("org.apache.pdfbox", "PDFBox", "Apache 2.0"),
            new Part("de.rototor.pdfbox.graphics2d", "PDFBox Graphics2D", "Apache 2.0"),
            new Part("jcodec", "JCodec", "FreeBSD"));

    private About() {
    }

    /** The lines of the About, heading first. */
    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Thalweg " + version("thalweg").orElse(""));
        lines.add(Wording.of("about.what"));
        lines.add("Java " + Runtime.version() + ", " + System.getProperty("java.vm.name") + ", JavaFX " + System.getProperty("javafx.version"));
        lines.add(Wording.of("about.machine", System.getProperty("os.name"), System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / (1 << 20)));
        lines.add(Wording.of("about.kernels", Kernels.fastest().name()));
        for (Part part : PARTS) {
            lines.add((part.name() + " " + version(part.module()).orElse("")).strip() + ": " + part.licence());
        }
        lines.add("IBM Plex Sans: SIL Open Font License 1.1");
        return lines;
    }

    private static Optional<String> version(String module) {
        return ModuleLayer.boot().findModule(module).map(Module::getDescriptor).flatMap(ModuleDescriptor::rawVersion);
    }
}
