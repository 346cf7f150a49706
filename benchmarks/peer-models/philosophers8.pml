/* N philosophers of 8 events each; "true" and ALONE are events of one philosopher alone;
   of several "true" in a row spin keeps one */
#define ALONE (_pid < 255)
chan takeNear[N] = [0] of { bit }
chan takeFar[N] = [0] of { bit }
chan dropNear[N] = [0] of { bit }
chan dropFar[N] = [0] of { bit }
#define RIGHT ((_pid + 1) % N)
#define FORK (_pid - N)
active [N] proctype Philosopher() {
    do
    :: true; ALONE; takeNear[_pid]!1; takeFar[RIGHT]!1; true; dropFar[RIGHT]!1; dropNear[_pid]!1; ALONE
    od
}
active [N] proctype Fork() {
    do
    :: takeNear[FORK]?1; dropNear[FORK]?1
    :: takeFar[FORK]?1; dropFar[FORK]?1
    od
}
