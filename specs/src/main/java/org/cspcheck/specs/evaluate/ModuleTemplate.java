package org.cspcheck.specs.evaluate;

import org.cspcheck.specs.syntax.Declaration;

/** A module as text, with the scope that it stands in: each instance is compiled afresh and has channels and datatypes of its own. */
record ModuleTemplate(Declaration.Module module, Scope around) {}
