package org.cspcheck.specs.parse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "~~", quoteCharacter = '`', textBlock = """
            P ||| Q \\ A                ~~ (P ||| Q) \\ A
            P \\ A ||| Q                ~~ (P \\ A) ||| Q
            P \\ A \\ B                 ~~ (P \\ A) \\ B
            P \\ A [] Q ; R             ~~ ((P \\ A)) [] (Q ; R)
            P ||| Q [|A|] R             ~~ P ||| (Q [|A|] R)
            P [|A|] Q |~| R             ~~ P [|A|] (Q |~| R)
            P [|A|> Q [a<->b] R         ~~ (P [|A|> Q) [a<->b] R
            P |~| Q [] R                ~~ P |~| (Q [] R)
            P [+A+] Q [] R              ~~ (P [+A+] Q) [] R
            P [] Q /\\ R                ~~ P [] (Q /\\ R)
            P /+A+\\ Q [> R             ~~ P /+A+\\ (Q [> R)
            P [> Q ; R                  ~~ P [> (Q ; R)
            P ; a -> Q                  ~~ P ; (a -> Q)
            a -> P ; Q                  ~~ (a -> P) ; Q
            a -> b -> P                 ~~ a -> (b -> P)
            b & c & a -> P              ~~ b & (c & (a -> P))
            x == 1 and y & a -> P       ~~ ((x == 1) and y) & (a -> P)
            c.x?y -> P                  ~~ (c.x)?y -> P
            c!x+1 -> P                  ~~ c!(x+1) -> P
            c!x.y -> P                  ~~ c!(x.y) -> P
            a.b.c                       ~~ a.(b.c)
            a.b or c                    ~~ a.(b or c)
            a.x+1                       ~~ a.(x+1)
            a.0 == b                    ~~ a.(0 == b)
            a or b and c                ~~ a or (b and c)
            not a and b                 ~~ (not a) and b
            not a == b                  ~~ not (a == b)
            a == not b and c            ~~ (a == (not b)) and c
            x < y + 1                   ~~ x < (y + 1)
            1 + 2 * 3 - 4               ~~ (1 + (2 * 3)) - 4
            7 - 2 - 1                   ~~ (7 - 2) - 1
            -7 / 2                      ~~ -(7 / 2)
            1 - -1                      ~~ 1 - (-1)
            #s^t                        ~~ #(s^t)
            #s + 1                      ~~ (#s) + 1
            s^t^u                       ~~ (s^t)^u
            s^f(x)                      ~~ s^(f(x))
            f(x)(y)                     ~~ (f(x))(y)
            a -> P[[a<-b]]              ~~ a -> (P[[a<-b]])
            P[[a<-b]][[b<-c]]           ~~ (P[[a<-b]])[[b<-c]]
            M::f(x)                     ~~ (M::f)(x)
            if a then b else c ; d      ~~ if a then b else (c ; d)
            1 == let x = 1 within x + 1 ~~ 1 == (let x = 1 within (x + 1))
            \\ x @ x + 1                ~~ \\ x @ (x + 1)
            [] x:S @ P [] Q             ~~ [] x:S @ (P [] Q)
            Q [] [] x:S @ P ||| R       ~~ Q [] ([] x:S @ (P ||| R))
            ; x:<1> @ P ; Q             ~~ ; x:<1> @ (P ; Q)
            """)
    void operators_bind_as_listed(String text, String parenthesised) {
        Reading.assertSame(parenthesised.replace("\\\\", "\\"), text.replace("\\\\", "\\"));
    }

    @Test
    void a_greater_than_closes_a_sequence_where_one_is_open_at_this_depth() {
        Reading.assertSame("<x | x <- (<0..1>), (x > 2)>", "<x | x <- <0..1>, (x>2)>");
        Reading.assertSame("(<>) > (<>)", "< > > <>");
        Reading.assertSame("(<2, 1>) > (<1, 2>)", "<2,1> > <1,2>");
        Reading.assertSame("(<(x, y) | x <- (<1>), y <- (<3>)>) == (<>)", "< (x,y) | x <- <1>, y <- <3>> == <>");
        Reading.assertSame("<x | x <- s, (x < 2)>", "<x | x <- s, x<2>");
        Reading.assertSame("<{1 > 2}, f(1 > 2)>", "<{1>2}, f(1>2)>");
    }
}
