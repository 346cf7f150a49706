import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Raises the classes of a jar to a class-file version that Java's cache of loaded classes takes.
 *
 * <p>The launcher runs this once for each build on picocli, whose classes are those of Java 5: the cache leaves them out, and loading and
 * verifying them takes 60 ms of each start. Only the version changes, and the stack maps that newer versions must have.
 */
class RenewClasses {
    private static final int JAVA_17 = 61;

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            Path file = Path.of(jar);
            byte[] renewed = renewed(file);
            Files.write(file, renewed);
        }
    }

    private static byte[] renewed(Path jar) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                var in = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(bytes)) {
            var hierarchy = ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.defaultResolver().orElse(ClassHierarchyResolver.ofClassLoading(loader)));
            // Code is copied unseen, and gets no stack maps, unless the constants are numbered anew.
            ClassFile classes = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ConstantPoolSharingOption.NEW_POOL, hierarchy);
            for (var entry : in.stream().toList()) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(isOldClass(entry.getName(), content) ? raised(classes, content) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The major version of a class file stands in its bytes 6 and 7. */
    private static boolean isOldClass(String name, byte[] content) {
        return name.endsWith(".class") && !name.endsWith("module-info.class") && content[7] < JAVA_17;
    }

    private static byte[] raised(ClassFile classes, byte[] content) {
        return classes.transformClass(classes.parse(content), ClassTransform.endHandler(builder -> builder.withVersion(JAVA_17, 0)));
    }
}
