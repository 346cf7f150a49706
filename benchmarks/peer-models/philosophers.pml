/* N philosophers, the left fork first; fork f is taken by philosopher f (near) or by the one before (far) */
chan takeNear[N] = [0] of { bit }
chan takeFar[N] = [0] of { bit }
chan dropNear[N] = [0] of { bit }
chan dropFar[N] = [0] of { bit }
#define RIGHT ((_pid + 1) % N)
#define FORK (_pid - N)
active [N] proctype Philosopher() {
    do
    :: takeNear[_pid]!1; takeFar[RIGHT]!1; dropFar[RIGHT]!1; dropNear[_pid]!1
    od
}
active [N] proctype Fork() {
    do
    :: takeNear[FORK]?1; dropNear[FORK]?1
    :: takeFar[FORK]?1; dropFar[FORK]?1
    od
}
