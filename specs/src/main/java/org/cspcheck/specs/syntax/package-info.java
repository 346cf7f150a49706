/**
 * CSPm as it was written: the grammar, transcribed into records.
 *
 * <p>Each category of the grammar is one sealed interface in one file; each alternative is one record in it. Every node knows its
 * {@link org.cspcheck.model.source.Span}. Parentheses leave no node: what they meant is in the shape of the tree. Nothing here is
 * resolved, typed or evaluated, and all nodes are immutable values.
 *
 * <pre>
 * script       ::= declaration*
 *
 * declaration  ::= channel name, .. [: type]              Channel
 *                | datatype name = constructor | ..       Datatype        constructor ::= name [. fields]
 *                | subtype name = constructor | ..        Subtype
 *                | nametype name = set                    Nametype
 *                | name = expression                      Value
 *                | clause newline ..                      Function        clause ::= name(pattern, ..)(..).. = expression
 *                | pattern = expression                   Binding
 *                | transparent name, ..                   Transparent
 *                | external name, ..                      External
 *                | name, .. :: typeScheme                 Annotation
 *                | assert assertion                       Assert
 *                | print expression                       Print
 *                | module name[(pattern, ..)] declaration* exports declaration* endmodule       Module
 *                | instance name = qualified[(expression, ..)]                                  Instance
 *                | Timed [(expression)] { declaration* }                                        Timed
 *                | include "file"                         (its declarations stand here)
 *
 * expression   ::= 12 | 'c' | "text" | true | M::x        Number Character Text Truth Name
 *                | (e, ..)                                Tuple
 *                | &lt;items> | {items} | {|e, .. [| generators]|}      Sequence Set EventSet
 *                | (| e => e, .. |)                       MapOf
 *                | e.e | - e | e + e | not e | ..         Dot Unary Binary
 *                | if e then e else e                     If
 *                | let declaration* within e              Let
 *                | \ pattern, .. @ e                      Lambda
 *                | e(e, ..)                               Apply
 *                | process operators                      Prefix .. ReplicatedSynchronisingChoice
 * items        ::= [e, .. [| generators]]                 Listed
 *                | e..[e] [| generators]                  Range
 * generator    ::= pattern &lt;- e | pattern : e | e         Drawn, Condition
 * field        ::= ! e | ? pattern [: e] | $ pattern [: e]              Output Input Chosen
 * pattern      ::= name | _ | literal | (p, ..) | &lt;p, ..> | {[p]} | p.p | p^p | p @@ p
 * assertion    ::= [not] e [M= e option* | [not] e :[property] option*
 * </pre>
 *
 * <p>A listing is a comprehension without generators, so {@link org.cspcheck.specs.syntax.Items} is the one form of both.
 */
package org.cspcheck.specs.syntax;
