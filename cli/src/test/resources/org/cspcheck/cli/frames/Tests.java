import java.util.stream.Stream;
import org.cspcheck.junit.SpecTests;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class Tests {
// fragment
}
