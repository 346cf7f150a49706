package org.cspcheck.cli;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.cspcheck.model.process.ForeignClass;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.source.Spelling;
import org.cspcheck.runtime.component.ComponentClass;
import org.cspcheck.specs.JavaProcesses;

/** The classes of {@code --classpath}: folders and jars, as the JVM takes them. */
public final class ClassPath implements JavaProcesses {
    private static final int MOST_NAMES = 20_000;

    private final List<Path> places;
    private final ClassLoader loader;

    private ClassPath(List<Path> places) {
        this.places = List.copyOf(places);
        this.loader = new URLClassLoader(places.stream().map(ClassPath::url).toArray(URL[]::new), ClassPath.class.getClassLoader());
    }

    /** {@return the classes of these folders and jars} */
    public static ClassPath of(List<Path> places) {
        return new ClassPath(places);
    }

    /** {@return the one loader of all classes: what processes and the classes of the boundary share is the same for both} */
    ClassLoader loader() {
        return loader;
    }

    /** {@return the places that the value of the option names} */
    static List<Path> places(String option) {
        return Stream.of(option.split(File.pathSeparator)).filter(text -> !text.isBlank()).map(Path::of).toList();
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(place.toString(), impossible);
        }
    }

    @Override
    public ForeignClass find(Source className) {
        if (places.isEmpty()) {
            return NONE.find(className);
        }
        return ComponentClass.of(load(className), className.whole());
    }

    private Class<?> load(Source className) {
        String name = className.text().strip();
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException missing) {
            throw new SpecificationException(Diagnostic.error("CSP0720", className.whole(), "there is no class `" + name + "` on the class path")
                    .because("looked in " + String.join(", ", places.stream().map(Path::toString).toList()))
                    .tryThis(hint(name)));
        } catch (LinkageError broken) {
            throw new SpecificationException(Diagnostic.error("CSP0720", className.whole(), "the class `" + name + "` cannot be loaded")
                    .because(broken.toString())
                    .tryThis("compile it for Java " + Runtime.version().feature() + ", and name everything that it needs in --classpath"));
        }
    }

    private String hint(String name) {
        Optional<Path> absent = places.stream().filter(place -> !Files.exists(place)).findFirst();
        if (absent.isPresent()) {
            return absent.get() + " does not exist";
        }
        Collection<String> known = names();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return known.stream()
                .filter(other -> other.endsWith("." + simple))
                .findFirst()
                .map(found -> "Did you mean `" + found + "`?")
                .orElseGet(() -> Spelling.didYouMean(name, known));
    }

    private Collection<String> names() {
        var files = new ArrayList<String>();
        for (Path place : places) {
            try {
                if (Files.isDirectory(place)) {
                    try (Stream<Path> below = Files.walk(place)) {
                        below.limit(MOST_NAMES).map(file -> place.relativize(file).toString().replace(File.separatorChar, '/')).forEach(files::add);
                    }
                } else {
                    try (JarFile jar = new JarFile(place.toFile())) {
                        jar.stream().limit(MOST_NAMES).forEach(entry -> files.add(entry.getName()));
                    }
                }
            } catch (IOException unreadable) {
                continue; // it has no names to propose
            }
        }
        var names = new TreeSet<String>();
        files.stream()
                .filter(file -> file.endsWith(".class"))
                .forEach(file -> names.add(file.substring(0, file.length() - ".class".length()).replace('/', '.')));
        return names;
    }
}
