package org.cspcheck.explorer.laws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;

/** A law of the algebra, tried on the same random operands at each run. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Property(tries = 60, seed = "20041122", edgeCases = EdgeCasesMode.NONE, generation = GenerationMode.RANDOMIZED, maxDiscardRatio = 20)
@interface Law {}
