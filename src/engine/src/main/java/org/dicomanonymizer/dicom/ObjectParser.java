// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads preamble, File Meta Information and data set, or finds out what is there instead. */
final class ObjectParser {
    private static final int PREAMBLE = 128;
    private static final int PREFIX = 0x4D434944;
    private static final int META_SYNTAX = 0x00020010;

    private final ByteSource source;
    private final Findings findings;
    private final Cursor cursor;
    private final DataSetParser parser;

    ObjectParser(ByteSource source, String name) {
        this.source = source;
        findings = new Findings(name);
        cursor = new Cursor(source);
        parser = new DataSetParser(cursor, findings);
    }

    DicomObject parse() throws IOException {
        if (source.size() == 0) throw new NotDicomException(findings.source(), "it is empty");
        byte[] head = head();
        cursor.position(head.length);
        EncodingGuess guess = new EncodingGuess(cursor);
        boolean hasMeta = parser.startsWithGroup2() && (head.length > 0 || guess.fitsEither(source.size()));
        DicomDataSet meta = new DicomDataSet(
                null, hasMeta ? guess.here(Encoding.EXPLICIT_LITTLE, source.size()) : Encoding.EXPLICIT_LITTLE);
        if (hasMeta) parser.meta(meta);
        else if (head.length > 0) findings.warn("the file meta information is missing");
        String uid = meta.string(META_SYNTAX);
        if (uid == null) return body(head, meta, unnamed(guess, head.length > 0 || hasMeta));
        TransferSyntax syntax = TransferSyntax.of(uid);
        return body(head, meta, syntax == null ? unknown(guess, uid) : syntax);
    }

    private byte[] head() throws IOException {
        int at = cursor.require((int) Math.min(PREAMBLE + 4, source.size()));
        byte[] buffer = cursor.buffer();
        int length = isPrefix(buffer, at + PREAMBLE, PREAMBLE + 4) ? PREAMBLE + 4 : isPrefix(buffer, at, 4) ? 4 : 0;
        return Arrays.copyOfRange(buffer, at, at + length);
    }

    private boolean isPrefix(byte[] buffer, int at, int needed) {
        return source.size() >= needed && Encoding.EXPLICIT_LITTLE.s32(buffer, at) == PREFIX;
    }

    /** The transfer syntax of a data set that does not name it. */
    private TransferSyntax unnamed(EncodingGuess guess, boolean isDicom) throws IOException {
        if (isDicom && cursor.position() == source.size()) return TransferSyntax.EXPLICIT_LITTLE;
        Encoding encoding = guess.unknown(source.size(), !isDicom);
        if (encoding == null && !isDicom) {
            throw new NotDicomException(
                    findings.source(), "it has neither the prefix DICM nor does it begin with a data set");
        }
        if (encoding == null || encoding == Encoding.IMPLICIT_BIG) {
            throw findings.failure(
                    "its transfer syntax is neither named nor known", "have it written again by its source");
        }
        findings.warn("the transfer syntax is not named, it was found from the data");
        return TransferSyntax.of(encoding);
    }

    /** A transfer syntax that nobody knows here: most private ones are explicit VR little endian but for pixel data. */
    private TransferSyntax unknown(EncodingGuess guess, String uid) throws IOException {
        if (!TransferSyntax.isUid(uid) || !guess.fits(Encoding.EXPLICIT_LITTLE, source.size())) {
            throw findings.failure("its transfer syntax is not known", "have it written in one of the standard");
        }
        findings.warn("the transfer syntax is not known, it was read as explicit VR little endian");
        return TransferSyntax.unknownExplicit(uid);
    }

    private DicomObject body(byte[] head, DicomDataSet meta, TransferSyntax syntax) throws IOException {
        if (!syntax.isDeflated()) return body(head, meta, syntax, cursor, parser, List.of(source));
        ByteSource inflated = Inflation.of(source, cursor.position(), findings);
        boolean complete = false;
        try {
            Cursor inner = new Cursor(inflated);
            DataSetParser innerParser = new DataSetParser(inner, findings);
            DicomObject object = body(head, meta, syntax, inner, innerParser, List.of(inflated, source));
            complete = true;
            return object;
        } finally {
            if (!complete) inflated.close();
        }
    }

    private DicomObject body(
            byte[] head,
            DicomDataSet meta,
            TransferSyntax named,
            Cursor body,
            DataSetParser bodyParser,
            List<ByteSource> sources)
            throws IOException {
        Encoding encoding = named.encoding();
        TransferSyntax syntax = named;
        if (body.position() < body.size()) {
            encoding = new EncodingGuess(body).root(encoding, body.size());
            if (encoding != named.encoding()) {
                findings.warn("the data set is not encoded as its transfer syntax says");
                if (!named.isEncapsulated() && !named.isDeflated()) syntax = TransferSyntax.of(encoding);
            }
        }
        DicomDataSet root = new DicomDataSet(null, encoding);
        bodyParser.root(root);
        return new DicomObject(head, meta, root, syntax, findings.asList(), sources);
    }
}
