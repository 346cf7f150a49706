package org.cspcheck.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Checks the specs of the project. The build fails unless every check comes out as its spec expects.
 *
 * <p>csp-check runs as a process of its own: on the JDK toolchain of the project if there is one of 25 or newer, else on the JDK that runs Maven.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
    private static final int OLDEST_JAVA = 25;
    private static final int NOT_AS_EXPECTED = 1;
    private static final int INPUT_ERROR = 2;
    private static final int INCONCLUSIVE = 3;

    /** Specs, or folders whose {@code .yaml}, {@code .yml}, {@code .csp} and {@code .cspm} files are specs. */
    @Parameter(property = "csp-check.specs", defaultValue = "${project.basedir}/src/test/specs")
    private List<File> specs;

    /** The folder for the reports {@code TEST-csp-check.xml} (JUnit), {@code csp-check.sarif} and {@code csp-check.html}. */
    @Parameter(property = "csp-check.reports", defaultValue = "${project.build.directory}/csp-check-reports")
    private File reports;

    /** Further options of csp-check, as on its command line: {@code --timeout}, {@code 5m}. */
    @Parameter(property = "csp-check.arguments")
    private List<String> arguments = List.of();

    /** Whether a check that reached a limit fails the build: it proved nothing. */
    @Parameter(property = "csp-check.failOnInconclusive", defaultValue = "true")
    private boolean failOnInconclusive;

    /** Whether to check nothing. */
    @Parameter(property = "csp-check.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project.basedir}", readonly = true)
    private File folder;

    @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true)
    private List<String> classpath;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true)
    private List<Artifact> tool;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Component
    private ToolchainManager toolchains;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("csp-check is skipped");
            return;
        }
        List<String> files = files(specs);
        if (files.isEmpty()) {
            throw new MojoFailureException("there are no specs in " + specs + ": name them in <specs>, or skip csp-check with <skip>");
        }
        try {
            Files.createDirectories(reports.toPath());
            List<File> jars = tool.stream().map(Artifact::getFile).toList();
            judge(new Command(java(), jars, words(files)).run(folder, getLog()::info));
        } catch (IOException failure) {
            throw new MojoExecutionException("csp-check could not be run: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", interrupted);
        }
    }

    /** {@return the specs, those of a folder in the order of their names} */
    static List<String> files(List<File> specs) throws MojoFailureException {
        var files = new ArrayList<String>();
        for (File spec : specs) {
            if (!spec.isDirectory()) {
                files.add(spec.getPath());
                continue;
            }
            try (Stream<Path> inside = Files.walk(spec.toPath())) {
                inside.filter(path -> path.toString().matches(".*\\.(yaml|yml|csp|cspm)")).sorted().map(Path::toString).forEach(files::add);
            } catch (IOException unreadable) {
                throw new MojoFailureException("the folder " + spec + " cannot be read: " + unreadable.getMessage(), unreadable);
            }
        }
        return files;
    }

    private List<String> words(List<String> files) {
        var words = new ArrayList<String>(List.of("check", "--color", "never"));
        if (!classpath.isEmpty()) {
            words.addAll(List.of("--classpath", String.join(File.pathSeparator, classpath)));
        }
        report(words, "junit", "TEST-csp-check.xml");
        report(words, "sarif", "csp-check.sarif");
        report(words, "html", "csp-check.html");
        words.addAll(arguments);
        words.addAll(files);
        return words;
    }

    private void report(List<String> words, String kind, String file) {
        words.addAll(List.of("--report", kind + "=" + new File(reports, file)));
    }

    private String java() throws MojoExecutionException {
        return toolchains.getToolchains(session, "jdk", Map.of("version", "[" + OLDEST_JAVA + ",)")).stream()
                .map(jdk -> jdk.findTool("java"))
                .findFirst()
                .or(CheckMojo::ownJava)
                .orElseThrow(() -> new MojoExecutionException("csp-check needs a JDK of " + OLDEST_JAVA + " or newer, and Maven runs on "
                        + Runtime.version().feature() + ". The goal select-jdk-toolchain of the maven-toolchains-plugin finds one, or CSP_CHECK_JAVA_HOME names it."));
    }

    /** The one that the environment names for csp-check, or the one that runs Maven if it is new enough. */
    private static Optional<String> ownJava() {
        Optional<String> home = Optional.ofNullable(System.getenv("CSP_CHECK_JAVA_HOME"))
                .or(() -> Runtime.version().feature() >= OLDEST_JAVA ? Optional.of(System.getProperty("java.home")) : Optional.empty());
        return home.map(folder -> Path.of(folder, "bin", "java").toString());
    }

    private void judge(int exitCode) throws MojoExecutionException, MojoFailureException {
        switch (exitCode) {
            case 0 -> {}
            case NOT_AS_EXPECTED -> throw new MojoFailureException("a check did not come out as expected; reports are in " + reports);
            case INPUT_ERROR -> throw new MojoFailureException("there are mistakes in the specs");
            case INCONCLUSIVE -> {
                if (failOnInconclusive) {
                    throw new MojoFailureException("a check reached a limit and proves nothing; give it more, or set failOnInconclusive to false");
                }
                getLog().warn("a check reached a limit and proves nothing");
            }
            default -> throw new MojoExecutionException("csp-check ended with " + exitCode);
        }
    }
}
