/**
 * Texts that people wrote, places in them, and messages about them.
 *
 * <p>Vocabulary: a {@link org.cspcheck.model.source.Source} is a text, a {@link org.cspcheck.model.source.Span} a stretch of it, a
 * {@link org.cspcheck.model.source.Location} a place as people count it, a {@link org.cspcheck.model.source.Diagnostic} a message.
 */
package org.cspcheck.model.source;
