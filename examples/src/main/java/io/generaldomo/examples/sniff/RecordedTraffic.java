package io.generaldomo.examples.sniff;

import io.generaldomo.spec.sniff.HexReader;
import io.generaldomo.spec.sniff.Sighting;
import io.generaldomo.spec.sniff.capture.CaptureSniffer;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Traffic that was written down: a capture of packets, told by its first octets, else a hex dump. Stateless. */
public final class RecordedTraffic {
    private static final int MAGIC = 4;

    private RecordedTraffic() {}

    /**
     * Reads all of it. What comes slowly, such as the output of a tcpdump that still runs, is told as it comes.
     *
     * @param source a file or standard input; not closed
     * @param listener told of all that is seen
     * @throws IOException if it cannot be read
     */
    public static void read(InputStream source, Consumer<Sighting> listener) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source);
        in.mark(MAGIC);
        byte[] magic = in.readNBytes(MAGIC);
        in.reset();
        if (CaptureSniffer.isCapture(magic)) {
            new CaptureSniffer(listener).read(in);
        } else {
            HexReader reader = new HexReader(listener);
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.line(line);
            }
            reader.end();
        }
    }
}
