package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.path;
import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions and scopes. */
class FunctionTest {
    private final Definitions script = Definitions.of(
            "add(x)(y) = x + y",
            "three(x)(y, z)(w) = x + y * z - w",
            "twice(f) = \\ x @ f(f(x))",
            "compose(f, g)(x) = f(g(x))",
            "fold(f, e)(<>) = e",
            "fold(f, e)(<x>^s) = f(x, fold(f, e)(s))",
            "x = 1",
            "f(n) = let a = b + 1",
            "           b = n * x",
            "           x = 10",
            "       within a + x",
            "g(x) = x + (let x = 100 within x) + x",
            "even(n) = let e(k) = if k == 0 then true else o(k-1)",
            "              o(k) = if k == 0 then false else e(k-1)",
            "          within e(n)",
            "counter(n) = (n, \\ m @ counter(n + m))",
            "deep(n) = if n == 0 then 0 else 1 + deep(n-1)",
            "union(a, b) = 42",
            "nothing() = 7");

    @Test
    void curried_functions_take_their_arguments_one_list_after_the_other() {
        script.hold("add(1)(2) == 3", "three(1)(2,3)(4) == 3", "(let inc = add(1) within inc(inc(5))) == 7");
    }

    @Test
    void functions_are_values() {
        script.hold("twice(add(3))(1) == 7", "twice(twice(\\ x @ 2*x))(1) == 16", "compose(add(1), \\ x @ 2*x)(5) == 11");
        script.hold("fold(\\ x, y @ x + y, 0)(<1..10>) == 55", "(let (n, step) = counter(1) within (let (m, _) = step(4) within m)) == 5");
    }

    @Test
    void a_let_is_recursive_and_without_order() {
        script.hold("f(2) == 31", "even(10)", "not even(7)", "(let a = 1\n b = a + c\n c = a + 1\n within b) == 3");
    }

    @Test
    void inner_names_hide_outer_ones() {
        script.hold("g(1) == 102", "x == 1", "(\\ x @ x)(5) == 5", "{x | x <- {7}} == {7}", "(let x = 2 within (\\ y @ x + y)(1)) == 3");
    }

    @Test
    void built_ins_may_be_defined_anew() {
        script.hold("union({1},{2}) == 42", "inter({1},{1}) == {1}");
    }

    @Test
    void a_function_may_have_no_parameters() {
        script.hold("nothing() == 7");
    }

    @Test
    void deep_recursion_is_no_problem_on_a_stack_as_the_command_has_it() throws InterruptedException {
        var result = new String[1];
        var thread = new Thread(null, () -> result[0] = script.value("deep(100000)"), "deep", 512L << 20);
        thread.start();
        thread.join();
        assertEquals("100000", result[0]);
    }

    @Test
    void the_wrong_number_of_arguments_is_an_error_also_for_functions_that_are_computed() {
        assertEquals("CSP0605 expression:1:1", place(script.mistake("(\\ x @ x)(1, 2)")));
        assertEquals("CSP0605", script.mistake("(if true then add(1) else add(2))(1, 2)").code());
        assertEquals("CSP0604 expression:1:1", place(script.mistake("x(3)")));
    }

    @Test
    void functions_cannot_be_compared() {
        assertEquals("CSP0615 expression:1:1", place(script.mistake("add(1) == add(1)")));
        assertEquals("CSP0615 expression:1:1", place(script.mistake("(1, add(1)) == (1, add(1))")));
    }

    @Test
    void the_call_path_goes_from_the_inside_out() {
        Definitions half = Definitions.of("half(n) = 10 / n", "f(n) = half(n) + 1", "g(n) = f(n - 1)");
        var mistake = half.mistake("g(1)");
        assertEquals("CSP0601 script:1:11", place(mistake));
        assertEquals(List.of("half(0)", "f(0)", "g(1)"), path(mistake));
    }

    @Test
    void a_recursion_without_end_is_an_error_and_its_path_is_short() throws InterruptedException {
        var result = new Object[1];
        Definitions endless = Definitions.of("f(n) = 1 + f(n+1)");
        var thread = new Thread(null, () -> result[0] = endless.mistake("f(0)"), "deep", 1L << 30);
        thread.start();
        thread.join();
        var mistake = (org.cspcheck.model.source.Diagnostic) result[0];
        assertEquals("CSP0616 script:1:12", place(mistake));
        assertEquals(4, path(mistake).size());
        assertEquals("f(0)", path(mistake).getLast());
    }

    @Test
    void error_reports_its_text() {
        var mistake = script.mistake("1 + error(\"no way\")");
        assertEquals("CSP0611 expression:1:5", place(mistake));
        assertEquals("error: no way", mistake.message());
    }
}
