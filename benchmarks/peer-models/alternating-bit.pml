/* N copies of the alternating bit protocol, data of one bit, both media may lose; "true" is an event of one process alone */
chan send[N] = [0] of { bit, bit }
chan receive[N] = [0] of { bit, bit }
chan answer[N] = [0] of { bit }
chan confirm[N] = [0] of { bit }
#define TRANSMIT(v, x, transmit, await, again, done) \
    transmit: send[_pid]!v,x; \
    await:    if :: send[_pid]!v,x -> goto await :: confirm[_pid]?v -> goto done :: confirm[_pid]?again -> goto transmit fi
active [N] proctype Sender() {
first:
    if :: true -> goto t00 :: true -> goto t01 fi;
    TRANSMIT(0, 0, t00, a00, 1, second);
    TRANSMIT(0, 1, t01, a01, 1, second);
second:
    if :: true -> goto t10 :: true -> goto t11 fi;
    TRANSMIT(1, 0, t10, a10, 0, first);
    TRANSMIT(1, 1, t11, a11, 0, first)
}
#define D (_pid - N)
#define CARRY(v, x) send[D]?v,x -> if :: receive[D]!v,x :: true fi
active [N] proctype Data() {
    do
    :: CARRY(0, 0)
    :: CARRY(0, 1)
    :: CARRY(1, 0)
    :: CARRY(1, 1)
    od
}
#define R (_pid - 2 * N)
active [N] proctype Receiver() {
first:
    if
    :: receive[R]?0,0 -> goto out0
    :: receive[R]?0,1 -> goto out1
    :: receive[R]?1,0 -> goto answer1
    :: receive[R]?1,1 -> goto answer1
    fi;
out0:
    true; goto answer0;
out1:
    true; goto answer0;
answer0:
    answer[R]!0; goto second;
second:
    if
    :: receive[R]?1,0 -> goto out2
    :: receive[R]?1,1 -> goto out3
    :: receive[R]?0,0 -> goto answer0
    :: receive[R]?0,1 -> goto answer0
    fi;
out2:
    true; goto answer1;
out3:
    true; goto answer1;
answer1:
    answer[R]!1; goto first
}
#define A (_pid - 3 * N)
active [N] proctype Answers() {
    do
    :: answer[A]?0 -> if :: confirm[A]!0 :: true fi
    :: answer[A]?1 -> if :: confirm[A]!1 :: true fi
    od
}
