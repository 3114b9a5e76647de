package thalweg.data;

import java.util.List;
import thalweg.catalog.Catalog;

/** The data sets that people can choose, in the order of the menu. */
public final class DataSources {
    public static final Catalog<DataSource> CATALOG = Catalog.ofRecords("data set", List.of(
            ThreePoints.class, Houses.class, Line.class, Cubic.class,
            Moons.class, Circles.class, Blobs.class, Xor.class, Spirals.class, Gaussians.class,
            Digits.class, ColorImages.class,
            CsvFile.class, IdxFiles.class, Cifar10Files.class));

    private DataSources() {
    }
}
