/* Round-trip times in nanoseconds, in buckets that are less than 1 % wide. One thread records, another reads. */
#ifndef LATENCIES_H
#define LATENCIES_H

#include <stdint.h>
#include <stdio.h>

/* A monotonic clock. */
uint64_t nanos(void);

/* What is recorded until the next call is of this window; times of earlier ones are forgotten. */
void latencies_record(unsigned window, uint64_t nanos);

/* Prints `,"p50":...` and so on for a window; nothing if it has none. */
void latencies_print(unsigned window, FILE *out);

#endif
