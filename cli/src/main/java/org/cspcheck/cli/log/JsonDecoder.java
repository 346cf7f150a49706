package org.cspcheck.cli.log;

/** One JSON object a line: the plain form by {@link PlainJson}, every other by {@link FullJson}; where both can, they agree. */
final class JsonDecoder implements Decoder {
    private final PlainJson plain;
    private final FullJson full;

    JsonDecoder(Mapping mapping) {
        plain = PlainJson.of(mapping);
        full = new FullJson(mapping);
    }

    @Override
    public String decode(byte[] line, int from, int to, Row row) {
        if (plain.decode(line, from, to, row)) {
            return null;
        }
        row.clear();
        return full.decode(line, from, to, row);
    }
}
