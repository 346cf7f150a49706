# The networks that searches are measured on; read by peers and search, which set home, size and scratch.

# f(n) = a f(n-1) + b f(n-2), from f(0) and f(1)
recurrence() {
    local n=$1 a=$2 b=$3 before=$4 here=$5 i next
    for ((i = 1; i < n; i++)); do
        next=$((a * here + b * before))
        before=$here
        here=$next
    done
    echo "$here"
}

# How many states a network of this size has.
states() {
    case ${1#wide-} in
        philosophers) echo $(($(recurrence "$2" 3 1 2 3) - 1)) ;;
        philosophers8) echo $(($(recurrence "$2" 6 8 2 6) - 1)) ;;
        milner) echo $((3 * $2 * 2 ** ($2 - 1))) ;;
        ring) echo $((4 * $2 * 2 ** ($2 - 1))) ;;
        pipeline) echo $((3 ** $2)) ;;
        alternating-bit) echo $((204 ** $2)) ;;
    esac
}

# The parameter that gives about ten to the size states; none where there is no such network.
parameter() {
    case ${1#wide-}-$size in
        philosophers-6) echo 12 ;; philosophers-7) echo 14 ;; philosophers-8) echo 15 ;;
        philosophers8-6) echo 7 ;; philosophers8-7) echo 8 ;; philosophers8-8) echo 9 ;;
        milner-6) echo 16 ;; milner-7) echo 19 ;; milner-8) echo 22 ;;
        ring-6) echo 16 ;; ring-7) echo 18 ;; ring-8) echo 21 ;;
        pipeline-6) echo 13 ;; pipeline-7) echo 15 ;; pipeline-8) echo 17 ;;
        alternating-bit-7) echo 3 ;;
    esac
}

# Runs a command; sets seconds and kib, its output is in $scratch/out.
measured() {
    local figures
    rm -f "$scratch/time"
    /usr/bin/time -f '%e %M' -o "$scratch/time" "$@" >"$scratch/out" 2>"$scratch/err" || true
    figures=$(tail -n 1 "$scratch/time")
    seconds=${figures% *}
    kib=${figures#* }
}

# A spec: the network, and an event that never happens, so that nothing ends the search. Prints its path.
spec() {
    {
        echo "name: $1"
        echo "define: |"
        sed "s/@N@/$2/; s/^/  /" "$home/peer-models/$1.csp"
        echo "  channel nothing"
        echo "network: SYSTEM"
        echo "check:"
        echo '  - never: "{nothing}"'
    } >"$scratch/$1.yaml"
    echo "$scratch/$1.yaml"
}

# Checks a network of this size with so many workers; sets found, seconds and kib.
ours() {
    measured "$home/../csp-check" check "$(spec "$1" "$2")" --workers "$3" --reduction none --format json
    found=$(sed -n 's/.*"states" *: *\([0-9]*\).*/\1/p' "$scratch/out" | head -n 1)
}
