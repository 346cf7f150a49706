package org.cspcheck.specs.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encoding of scripts: UTF-8, or Windows-1252 for what is not UTF-8. */
public final class ScriptBytes {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private ScriptBytes() {}

    /** {@return the text that {@code bytes} encode} */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS_1252);
        }
    }
}
