package org.cspcheck.specs.parse;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Source;

/**
 * Includes from files: from the folder of the script that was asked for, then that of the including file, then further folders.
 *
 * <p>Sources are named by the paths that lead to them, as people typed the first of them.
 */
public final class FileIncludes implements Includes {
    /** Reads a file that exists; empty when it cannot be read, which has been reported then. */
    public interface Reader {
        Optional<Source> read(String name, Path file);
    }

    private final List<Path> further;
    private final Reader reader;

    public FileIncludes(List<Path> further, Reader reader) {
        this.further = List.copyOf(further);
        this.reader = reader;
    }

    @Override
    public Answer find(String name, Source root, Source from) {
        List<Path> looked = new ArrayList<>();
        try {
            for (Path folder : folders(root, from)) {
                Path file = folder.resolve(name.replace('\\', '/')).normalize();
                if (Files.isRegularFile(file)) {
                    return reader.read(file.toString(), file)
                            .<Answer>map(Answer.Found::new)
                            .orElse(new Answer.Missing("the file cannot be read"));
                }
                looked.add(file);
            }
        } catch (InvalidPathException e) {
            return new Answer.Missing("this cannot be the name of a file");
        }
        return new Answer.Missing("there is no file " + String.join(" or ", looked.stream().distinct().map(Path::toString).toList()));
    }

    private List<Path> folders(Source root, Source from) {
        List<Path> folders = new ArrayList<>(List.of(folder(root), folder(from)));
        folders.addAll(further);
        return folders;
    }

    private static Path folder(Source source) {
        Path parent = Path.of(source.name()).getParent();
        return parent == null ? Path.of("") : parent;
    }
}
