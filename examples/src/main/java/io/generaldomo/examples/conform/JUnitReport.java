package io.generaldomo.examples.conform;

import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.Outcome.Result;
import io.generaldomo.spec.conformance.Report;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report as the XML that JUnit's tools read: a test case for each case, skipped if it does not apply. Stateless. */
public final class JUnitReport {
    private JUnitReport() {}

    /**
     * Writes it.
     *
     * @param report of all cases
     * @return a document
     */
    public static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument();
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "generaldomo conform");
            xml.writeAttribute("tests", Integer.toString(report.outcomes().size()));
            xml.writeAttribute("failures", Long.toString(report.count(Result.FAILED)));
            xml.writeAttribute("skipped", Long.toString(report.count(Result.NOT_APPLICABLE)));
            xml.writeAttribute("time", seconds(report.took().toMillis()));
            for (Outcome outcome : report.outcomes()) {
                write(xml, outcome);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
        String id = outcome.of().id();
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", outcome.of().group());
        xml.writeAttribute("name", id.substring(outcome.of().group().length() + 1));
        xml.writeAttribute("time", seconds(outcome.took().toMillis()));
        if (outcome.isFailure()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", outcome.of().level().name());
            xml.writeAttribute("message", outcome.of().title() + ": " + outcome.reason());
            xml.writeCharacters(outcome.of().clause() + '\n' + String.join("\n", outcome.transcript()));
            xml.writeEndElement();
        } else if (outcome.result() == Result.NOT_APPLICABLE) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", outcome.reason());
        }
        xml.writeEndElement();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
