/* Milner's scheduler of N cells: c[i] starts cell i, "true" stands for the events a and b of one cell */
chan c[N] = [0] of { bit }
#define NEXT ((_pid + 1) % N)
#define CYCLE \
    ready:   true; c[NEXT]!1; \
             if :: true -> goto waiting :: c[_pid]?1 -> goto late fi; \
    late:    true; goto ready; \
    waiting: c[_pid]?1; goto ready
active proctype First() { CYCLE }
active [N - 1] proctype Other() { goto waiting; CYCLE }
