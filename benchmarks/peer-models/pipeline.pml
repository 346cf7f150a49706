/* N buffers of one bit in a row; "true" stands for the input of the first and the output of the last */
chan c[N] = [0] of { bit }
#define NEXT ((_pid + 1) % N)
active proctype First() {
idle:
    if :: true -> goto zero :: true -> goto one fi;
zero:
    c[1]!0; goto idle;
one:
    c[1]!1; goto idle
}
active [N - 2] proctype Middle() {
    do
    :: c[_pid]?0; c[NEXT]!0
    :: c[_pid]?1; c[NEXT]!1
    od
}
active proctype Last() {
    do
    :: c[N - 1]?0; true
    :: c[N - 1]?1; true
    od
}
