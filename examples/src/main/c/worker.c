#include "arguments.h"
#include "failure.h"
#include "latencies.h"
#include "majordomo.h"
#include "roles.h"
#include "socket.h"
#include "window.h"

#include <string.h>

static const char header[] = "MDPW01";
enum command { READY = 1, REQUEST = 2, REPLY = 3, HEARTBEAT = 4, DISCONNECT = 5 };

static const long HEARTBEAT_MILLIS = 2500;

static void begin(void *socket, enum command command) {
    unsigned char octet = command;
    send_more(socket, "", 0);
    send_more(socket, header, HEADER_LENGTH);
    succeed(zmq.send(socket, &octet, 1, command == HEARTBEAT ? 0 : SNDMORE), "zmq_send");
}

/* A reply has the parts of its request, but for the command: the rest is sent on as it comes in. */
static void reply(void *socket, message *part) {
    begin(socket, REPLY);
    int more = 1;
    while (more) {
        receive(socket, part);
        more = zmq.msg_more(part);
        succeed(zmq.msg_send(part, socket, more ? SNDMORE : 0), "zmq_msg_send");
    }
    window_count();
}

static void enlist(void *socket, size_t number) {
    char name[NAME_LENGTH];
    service_name(number % service_count(), name);
    begin(socket, READY);
    succeed(zmq.send(socket, name, strlen(name), 0), "zmq_send");
}

static void take(void *socket, size_t number, message *part) {
    receive_header(socket, part, header);
    receive(socket, part);
    switch (zmq.msg_size(part) == 1 ? *(unsigned char *) zmq.msg_data(part) : 0) {
    case REQUEST:
        reply(socket, part);
        break;
    case HEARTBEAT:
        skip_rest(socket, part);
        break;
    case DISCONNECT:
        skip_rest(socket, part);
        enlist(socket, number);
        break;
    default:
        fail("a worker does not know a command of the broker");
    }
}

void worker(void) {
    require_mdp01();
    size_t workers = number_argument("workers", 1, MOST_SOCKETS);
    poll_item *items = connected_sockets(workers);
    for (size_t i = 0; i < workers; i++)
        enlist(items[i].socket, i);
    window_ready(NULL, message_size());
    message part;
    succeed(zmq.msg_init(&part), "zmq_msg_init");
    for (uint64_t heartbeat = nanos();;) {
        succeed(zmq.poll(items, (int) workers, HEARTBEAT_MILLIS), "zmq_poll");
        for (size_t i = 0; i < workers; i++)
            if (items[i].happened & POLLED_IN)
                take(items[i].socket, i, &part);
        if (nanos() - heartbeat >= (uint64_t) HEARTBEAT_MILLIS * 1000000) {
            heartbeat = nanos();
            for (size_t i = 0; i < workers; i++)
                begin(items[i].socket, HEARTBEAT);
        }
    }
}
