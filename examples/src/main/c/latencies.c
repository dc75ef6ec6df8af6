#include "latencies.h"

#include <stdatomic.h>
#include <time.h>

/* Values below LINEAR have a bucket each; above, each power of two is cut into LINEAR / 2 buckets. */
enum { LINEAR_BITS = 8, LINEAR = 1 << LINEAR_BITS, LONGEST_BITS = 40, BUCKETS = (LONGEST_BITS - LINEAR_BITS + 2) * LINEAR / 2 };

static _Atomic uint64_t counts[BUCKETS];
static _Atomic uint64_t longest;
static _Atomic unsigned recorded_window;

#define GET(object) atomic_load_explicit(&(object), memory_order_relaxed)
#define SET(object, value) atomic_store_explicit(&(object), (value), memory_order_relaxed)

uint64_t nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t) now.tv_sec * 1000000000u + (uint64_t) now.tv_nsec;
}

static unsigned bucket_of(uint64_t value) {
    if (value < LINEAR)
        return (unsigned) value;
    if (value >> LONGEST_BITS)
        return BUCKETS - 1;
    unsigned shift = 63 - (unsigned) __builtin_clzll(value) - (LINEAR_BITS - 1);
    return shift * (LINEAR / 2) + (unsigned) (value >> shift);
}

static uint64_t greatest_in(unsigned bucket) {
    if (bucket < LINEAR)
        return bucket;
    unsigned shift = bucket / (LINEAR / 2) - 1;
    uint64_t leading = bucket - shift * (LINEAR / 2);
    return ((leading + 1) << shift) - 1;
}

void latencies_record(unsigned window, uint64_t value) {
    if (GET(recorded_window) != window) {
        for (unsigned i = 0; i < BUCKETS; i++)
            SET(counts[i], 0);
        SET(longest, 0);
        SET(recorded_window, window);
    }
    unsigned bucket = bucket_of(value);
    SET(counts[bucket], GET(counts[bucket]) + 1);
    if (value > GET(longest))
        SET(longest, value);
}

void latencies_print(unsigned window, FILE *out) {
    static const struct { const char *name; double share; } percentiles[] = {
        {"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}, {"p999", 0.999}};
    if (GET(recorded_window) != window)
        return;
    uint64_t total = 0;
    for (unsigned i = 0; i < BUCKETS; i++)
        total += GET(counts[i]);
    uint64_t passed = 0;
    unsigned bucket = 0;
    for (unsigned p = 0; p < sizeof percentiles / sizeof *percentiles; p++) {
        while (bucket < BUCKETS - 1 && (double) (passed + GET(counts[bucket])) < percentiles[p].share * (double) total)
            passed += GET(counts[bucket++]);
        uint64_t value = greatest_in(bucket);
        fprintf(out, ",\"%s\":%llu", percentiles[p].name, (unsigned long long) (value < GET(longest) ? value : GET(longest)));
    }
    fprintf(out, ",\"max\":%llu", (unsigned long long) GET(longest));
}
