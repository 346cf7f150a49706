package org.cspcheck.junit;

import org.cspcheck.model.process.ForeignClass;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.runtime.component.ComponentClass;
import org.cspcheck.specs.JavaProcesses;

/** The classes that the test which reads a spec can load: those of the thread's loader, else those of csp-check's own. */
final class TestClasses implements JavaProcesses {
    private final ClassLoader loader;

    TestClasses() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        this.loader = context == null ? TestClasses.class.getClassLoader() : context;
    }

    @Override
    public ForeignClass find(Source className) {
        return ComponentClass.of(load(className), className.whole());
    }

    private Class<?> load(Source className) {
        String name = className.text().strip();
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException missing) {
            throw new SpecificationException(Diagnostic.error("CSP0720", className.whole(), "there is no class `" + name + "` on the class path of the test")
                    .because("the classes of a spec are those that the test can load")
                    .tryThis("write the name with its package, and `Outer$Inner` for a class inside of another"));
        } catch (LinkageError broken) {
            throw new SpecificationException(Diagnostic.error("CSP0720", className.whole(), "the class `" + name + "` cannot be loaded").because(broken.toString()));
        }
    }
}
