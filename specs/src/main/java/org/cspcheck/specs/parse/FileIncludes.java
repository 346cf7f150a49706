package org.cspcheck.specs.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.source.Source;

/**
 * Includes from files: from the folder of the script that was asked for, then that of the including file, then further folders.
 *
 * <p>Sources are named by the paths that lead to them, as people typed the first of them.
 */
public final class FileIncludes implements Includes {
    private final List<Path> further;

    public FileIncludes(List<Path> further) {
        this.further = List.copyOf(further);
    }

    @Override
    public Answer find(String name, Source root, Source from) {
        List<Path> looked = new ArrayList<>();
        try {
            for (Path folder : folders(root, from)) {
                Path file = folder.resolve(name.replace('\\', '/')).normalize();
                if (Files.isRegularFile(file)) {
                    return new Answer.Found(Source.of(file.toString(), ScriptBytes.decode(Files.readAllBytes(file))));
                }
                looked.add(file);
            }
        } catch (InvalidPathException e) {
            return new Answer.Missing("this cannot be the name of a file");
        } catch (IOException e) {
            return new Answer.Missing("the file cannot be read: " + e.getMessage());
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
