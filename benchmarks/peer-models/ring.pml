/* N stations pass a token round; "true" stands for request, enter and leave of one station */
chan pass[N] = [0] of { bit }
#define NEXT ((_pid + 1) % N)
#define STATION \
    idle:   if :: true -> goto waits :: pass[_pid]?1 -> goto has fi; \
    waits:  pass[_pid]?1; goto enters; \
    has:    if :: true -> goto enters :: pass[NEXT]!1 -> goto idle fi; \
    enters: true; true; pass[NEXT]!1; goto idle
active proctype First() { goto has; STATION }
active [N - 1] proctype Other() { STATION }
