#include "arguments.h"
#include "failure.h"
#include "latencies.h"
#include "roles.h"
#include "socket.h"
#include "window.h"

#include <string.h>

/* As many as the default high-water mark lets through without blocking. */
enum { MOST_IN_FLIGHT = 1000 };

static const struct kind { const char *name; enum socket_type client, server; } kinds[] = {
    {"client-server", CLIENT, SERVER}, {"dealer-router", DEALER, ROUTER}, {"req-rep", REQ, REP}};

static const struct kind *kind(void) {
    const char *name = needed_argument("kind");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    fail("kind=%s is not known", name);
}

void echo(void) {
    char endpoint[64];
    void *socket = bound_socket(kind()->server, endpoint);
    window_ready(endpoint, message_size());
    message part;
    succeed(zmq.msg_init(&part), "zmq_msg_init");
    for (;;) {
        int more;
        /* ROUTER has its routing id in front; SERVER's is in the message itself. */
        do {
            receive(socket, &part);
            more = zmq.msg_more(&part);
            succeed(zmq.msg_send(&part, socket, more ? SNDMORE : 0), "zmq_msg_send");
        } while (more);
        window_count();
    }
}

void client(void) {
    size_t size = message_size(), in_flight = number_argument("inflight", 1, MOST_IN_FLIGHT);
    if (kind()->client == REQ && in_flight > 1)
        fail("REQ has one request in flight, not %zu", in_flight);
    void *socket = connected_socket(kind()->client);
    window_ready(NULL, size);
    /* One connection keeps the order, so the next message is the answer to the oldest one. */
    uint64_t sent[MOST_IN_FLIGHT];
    for (size_t i = 0; i < in_flight; i++) {
        sent[i] = nanos();
        send_octets(socket, size);
    }
    message received;
    succeed(zmq.msg_init(&received), "zmq_msg_init");
    for (size_t oldest = 0;; oldest = oldest + 1 == in_flight ? 0 : oldest + 1) {
        receive(socket, &received);
        uint64_t now = nanos();
        window_count_round_trip(now - sent[oldest]);
        sent[oldest] = now;
        send_octets(socket, size);
    }
}
