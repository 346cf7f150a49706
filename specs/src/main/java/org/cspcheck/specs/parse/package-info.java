/**
 * From text to {@link org.cspcheck.specs.syntax}: a lexer that knows no grammar and a parser by recursive descent.
 *
 * <p>The parser is split by category, one method for each rule of the grammar: lists of declarations, declarations, expressions, process
 * operators, patterns, types, assertions. {@link org.cspcheck.specs.parse.Parser} is the way in. Reading is linear in the length of the
 * text, never opens a file by itself ({@link org.cspcheck.specs.parse.Includes}) and ends on any input, with diagnostics.
 */
package org.cspcheck.specs.parse;
