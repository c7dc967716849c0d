// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.imageio.codec;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import org.dcm4che3.data.Attributes;

/** Has dcmtk decompress RLE, baseline and lossless JPEG, and knows no other codec. */
public class Transcoder implements Closeable {
    private static final Map<String, String> PROGRAMS = Map.of(
            "1.2.840.10008.1.2.5", "dcmdrle",
            "1.2.840.10008.1.2.4.50", "dcmdjpeg",
            "1.2.840.10008.1.2.4.70", "dcmdjpeg");

    /** Transfer Syntax UID (0002,0010). */
    private static final Pattern SYNTAX = Pattern.compile("\\x02\\x00\\x10\\x00UI..([0-9.]+)");

    public interface Handler {

        OutputStream newOutputStream(Transcoder transcoder, Attributes dataset) throws IOException;
    }

    private final Path source = Files.createTempFile("double", ".dcm");
    private final Path result = Files.createTempFile("double", ".dcm");
    private String program;

    public Transcoder(InputStream in) throws IOException {
        Files.copy(in, source, StandardCopyOption.REPLACE_EXISTING);
    }

    public void setIncludeFileMetaInformation(boolean includeFileMetaInformation) {
        if (!includeFileMetaInformation) throw new IllegalArgumentException("the plugin wants files");
    }

    public void setDestinationTransferSyntax(String tsuid) {
        try {
            Matcher syntax = SYNTAX.matcher(Files.readString(source, StandardCharsets.ISO_8859_1));
            program = syntax.find() ? PROGRAMS.get(syntax.group(1)) : null;
            if (program == null) throw new UnsupportedOperationException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(source);
        Files.deleteIfExists(result);
    }

    public void transcode(Handler handler) throws IOException {
        try {
            Process process = new ProcessBuilder(program, "+te", source.toString(), result.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) throw new IIOException(program + " can't read it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        try (OutputStream out = handler.newOutputStream(this, null)) {
            Files.copy(result, out);
        }
    }
}
