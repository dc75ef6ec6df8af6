package io.generaldomo.examples.bench.plot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A file for a picture. Immutable.
 *
 * @param path its name ends in {@code .svg} or {@code .png}, which says the format
 */
public record PictureFile(Path path) {
    /**
     * Checks the name.
     *
     * @param path as above
     * @throws IllegalArgumentException if it ends in something else
     */
    public PictureFile {
        if (!path.toString().endsWith(".svg") && !path.toString().endsWith(".png")) {
            throw new IllegalArgumentException("'" + path + "' ends neither in .svg nor in .png");
        }
    }

    /**
     * Draws, and overwrites the file.
     *
     * @param picture what to draw
     * @throws IOException if it cannot be written
     */
    public void write(Picture picture) throws IOException {
        if (path.toString().endsWith(".svg")) {
            Files.writeString(path, picture.svg());
            return;
        }
        System.setProperty("java.awt.headless", "true");
        ImageSheet sheet = new ImageSheet(picture.width(), picture.height());
        picture.drawOn(sheet);
        File file = path.toFile();
        if (!ImageIO.write(sheet.image(), "png", file)) {
            throw new IOException("this Java cannot write PNG files");
        }
    }
}
