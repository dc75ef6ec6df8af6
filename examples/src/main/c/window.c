#include "window.h"
#include "failure.h"
#include "latencies.h"
#include "libzmq.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Written by the main thread alone: no locked instruction is needed. */
static _Atomic uint64_t messages;
/* Odd while it is open. */
static _Atomic unsigned window;
static size_t octets_each;

static uint64_t messages_now(void) {
    return atomic_load_explicit(&messages, memory_order_relaxed);
}

void window_count(void) {
    atomic_store_explicit(&messages, messages_now() + 1, memory_order_relaxed);
}

void window_count_round_trip(uint64_t nanos) {
    unsigned now = atomic_load_explicit(&window, memory_order_relaxed);
    if (now & 1)
        latencies_record(now, nanos);
    window_count();
}

static void *listen_to_parent(void *unused) {
    char line[64];
    uint64_t began = nanos(), before = 0;
    while (fgets(line, sizeof line, stdin)) {
        if (strcmp(line, "start\n") == 0) {
            began = nanos();
            before = messages_now();
            atomic_fetch_or(&window, 1);
        } else if (strcmp(line, "stop\n") == 0) {
            uint64_t lasted = nanos() - began, count = messages_now() - before;
            unsigned measured = atomic_fetch_add(&window, 1);
            printf("result {\"messages\":%llu,\"nanos\":%llu,\"octets\":%llu", (unsigned long long) count,
                   (unsigned long long) lasted, (unsigned long long) count * octets_each);
            latencies_print(measured, stdout);
            printf(",\"version\":\"%s\"}\n", libzmq_version());
            fflush(stdout);
        }
    }
    _exit(0); /* the main thread is at work: no destructors */
    return unused;
}

void window_ready(const char *endpoint, size_t octets) {
    octets_each = octets;
    if (endpoint)
        printf("ready %s\n", endpoint);
    else
        puts("ready");
    fflush(stdout);
    pthread_t listener;
    if (pthread_create(&listener, NULL, listen_to_parent, NULL) != 0)
        fail("no second thread");
}
