import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cspcheck.explorer.trace.Refusal;
import org.cspcheck.explorer.trace.Session;
import org.cspcheck.explorer.trace.TraceVerifier;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.cspcheck.specs.evaluate.Evaluation;

// A place for one value.
void main() throws Exception {
    Path spec = Files.createTempFile("place", ".yaml");
    try {
        Files.writeString(spec, """
                define: |
                  channel put, get : {0..1}
                  PLACE = put?x -> get!x -> PLACE
                network: PLACE
                """);
        String file = spec.toString();
// fragment
    } finally {
        Files.delete(spec);
    }
}
