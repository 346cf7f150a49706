/**
 * What a network is: texts and messages ({@code source}), values ({@code value}), events ({@code event}), process terms with their firing
 * rules ({@code process}), and what can be asked and answered about them ({@code verdict}).
 *
 * <p>This module knows none of the others. Read {@link org.cspcheck.model.process.Process} and {@link
 * org.cspcheck.model.process.FiringRules} first: they are the language's meaning.
 */
package org.cspcheck.model;
