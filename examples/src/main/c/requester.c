#include "arguments.h"
#include "failure.h"
#include "latencies.h"
#include "majordomo.h"
#include "roles.h"
#include "socket.h"
#include "window.h"

#include <string.h>

static const char header[] = "MDPC01";

static void request(void *socket, size_t size) {
    static size_t next;
    char name[NAME_LENGTH];
    service_name(next, name);
    next = next + 1 == service_count() ? 0 : next + 1;
    send_more(socket, "", 0);
    send_more(socket, header, HEADER_LENGTH);
    send_more(socket, name, strlen(name));
    send_octets(socket, size);
}

static void receive_reply(void *socket, message *part, size_t size) {
    receive_header(socket, part, header);
    receive(socket, part); /* the service */
    if (!zmq.msg_more(part))
        fail("a reply has no body");
    receive(socket, part);
    if (zmq.msg_size(part) != size || zmq.msg_more(part))
        fail("a reply is not what was sent");
}

void requester(void) {
    require_mdp01();
    size_t size = message_size(), lanes = number_argument("inflight", 1, MOST_SOCKETS);
    poll_item *items = connected_sockets(lanes);
    window_ready(NULL, size);
    uint64_t sent[MOST_SOCKETS];
    for (size_t i = 0; i < lanes; i++) {
        sent[i] = nanos();
        request(items[i].socket, size);
    }
    message part;
    succeed(zmq.msg_init(&part), "zmq_msg_init");
    for (;;) {
        succeed(zmq.poll(items, (int) lanes, -1), "zmq_poll");
        for (size_t i = 0; i < lanes; i++) {
            if (!(items[i].happened & POLLED_IN))
                continue;
            receive_reply(items[i].socket, &part, size);
            uint64_t now = nanos();
            window_count_round_trip(now - sent[i]);
            sent[i] = now;
            request(items[i].socket, size);
        }
    }
}
