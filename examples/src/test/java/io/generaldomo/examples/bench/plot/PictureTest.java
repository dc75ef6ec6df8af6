package io.generaldomo.examples.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Course;
import io.generaldomo.examples.bench.Heat;
import io.generaldomo.examples.bench.Peer;
import io.generaldomo.examples.bench.Peers;
import io.generaldomo.examples.bench.Role;
import io.generaldomo.examples.bench.RoleResult;
import io.generaldomo.examples.bench.Run;
import io.generaldomo.examples.bench.Score;
import io.generaldomo.examples.bench.Setting;
import io.generaldomo.examples.bench.compare.Bound;
import io.generaldomo.examples.bench.compare.Row;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

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
        Document document = parse(SIGN.svg());
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
    void columnsForEachPeerAndSize() throws Exception {
        Document document = parse(RateChart.of("one way", List.of(heat(10, 4_200_000, 1_000_000), heat(100_000, 14_000, 8_000))).svg());
        assertThat(texts(document)).contains("one way", "10", "100,000", "4.2 M", "1 M", "14 k", "8 k", "ours", "jeromq", "10 k");
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(1 + 2 + 4); // background, legend, columns
    }

    @Test
    void barsForWhatWasMeasured() throws Exception {
        Bound bound = new Bound(Bound.Direction.AT_LEAST, 3);
        Row measured = new Row("one way, 10 octets", "jeromq", "4.2 M/s", "1 M/s", OptionalDouble.of(4.2), "×", bound);
        Row missing = new Row("brokered echo", "nats", "50 k/s", "needs nats-server", OptionalDouble.empty(), "×", bound);
        Row cost = new Row("heap", "", "150 octets", "", OptionalDouble.of(150), "octets", new Bound(Bound.Direction.AT_MOST, 200));
        Document document = parse(RatioChart.of(List.of(measured, missing, cost)).svg());
        assertThat(texts(document)).contains("one way, 10 octets: jeromq", "4.2 ×", "1 ×", "target").noneMatch(text -> text.contains("heap"));
        parse(RatioChart.of(List.of(missing)).svg());
    }

    private static Heat heat(int size, long ours, long theirs) {
        return new Heat(size, List.of(score(Peers.OURS, ours), score(Peers.JEROMQ, theirs)));
    }

    private static Score score(Peer peer, long messages) {
        RoleResult result = new RoleResult(Map.of("messages", messages, "nanos", 1_000_000_000L), Map.of());
        Run run = new Run(Role.RECEIVER, Map.of(Role.RECEIVER, new Run.Part(result, 0, 0)));
        return new Score(Contestant.of(peer, Course.ONE_WAY, Setting.empty()), List.of(run));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document document) {
        NodeList texts = document.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()).toList();
    }

    @Test
    void scaleBeginsAtZeroUnlessRatesDifferMuch() {
        assertThat(Scale.of(400, 1000)).isEqualTo(new Scale(0, 1000, List.of(0.0, 200.0, 400.0, 600.0, 800.0, 1000.0), false));
        Scale powers = Scale.of(14_000, 6_300_000);
        assertThat(powers.ticks()).hasSize(4);
        assertThat(powers.position(10_000)).isZero();
        assertThat(powers.position(10_000_000)).isEqualTo(1);
    }
}
