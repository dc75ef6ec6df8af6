package io.generaldomo.examples.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class PictureTest {
    private static final Picture SIGN = new Picture(200, 100) {
        @Override
        void drawOn(Sheet sheet) {
            sheet.rectangle(0, 0, 50, 50, 0x1d6fb8);
            sheet.line(0, 60, 200, 60, 0x000000);
            sheet.text(100, 80, "a < b & c > d", Sheet.Font.TITLE, Sheet.Anchor.MIDDLE);
        }
    };

    @Test
    void svgIsWellFormed() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(SIGN.svg().getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("200");
        assertThat(document.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("a < b & c > d");
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(2);
    }

    @Test
    void pngHasTheColours(@TempDir Path directory) throws Exception {
        Path path = directory.resolve("sign.png");
        new PictureFile(path).write(SIGN);
        BufferedImage image = ImageIO.read(path.toFile());
        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getRGB(20, 20) & 0xffffff).isEqualTo(0x1d6fb8);
        assertThat(image.getRGB(399, 0) & 0xffffff).isEqualTo(0xffffff);
    }

    @Test
    void scaleBeginsAtZeroUnlessRatesDifferMuch() {
        assertThat(Scale.of(400, 1000)).isEqualTo(new Scale(0, 1000, java.util.List.of(0.0, 200.0, 400.0, 600.0, 800.0, 1000.0), false));
        Scale powers = Scale.of(14_000, 6_300_000);
        assertThat(powers.ticks()).hasSize(4);
        assertThat(powers.position(10_000)).isZero();
        assertThat(powers.position(10_000_000)).isEqualTo(1);
    }

    @Test
    void ratesHaveThreeDigits() {
        assertThat(Scale.text(7)).isEqualTo("7");
        assertThat(Scale.text(52_340)).isEqualTo("52.3 k");
        assertThat(Scale.text(940_000)).isEqualTo("940 k");
        assertThat(Scale.text(6_300_000)).isEqualTo("6.3 M");
    }
}
