package de.buergerkiosk.journey.print;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** XHTML to a PDF for reading and keeping: tagged (PDF/UA-1) and archival (PDF/A-3a). */
final class Pdf {
    static {
        // Its messages quote the document, and the document names the citizen.
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    static byte[] of(String xhtml) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFont(() -> font("NotoSans-Regular.ttf"), "Noto Sans");
        builder.useFont(
                () -> font("NotoSans-Bold.ttf"),
                "Noto Sans",
                700,
                com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle.NORMAL,
                true);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
        builder.useColorProfile(sRgb());
        // A template refers to nothing outside: neither files nor addresses are fetched.
        builder.useUriResolver((_, uri) -> uri.startsWith("data:") ? uri : null);
        builder.withHtmlContent(xhtml, "");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("document template", e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String name) {
        var in = Pdf.class.getResourceAsStream("/fonts/" + name);
        if (in == null) {
            throw new IllegalStateException("font is missing: " + name);
        }
        return in;
    }

    private static byte[] sRgb() {
        return java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB).getData();
    }
}
