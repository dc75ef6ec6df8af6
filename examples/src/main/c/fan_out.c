#include "arguments.h"
#include "failure.h"
#include "roles.h"
#include "socket.h"
#include "window.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOPIC_LENGTH = 10, MOST_TOPICS = 1000000, MOST_SUBSCRIBERS = 10000 };

/* Of a topic, so many octets are subscribed to: its number; that and the slash; the whole. */
static const size_t prefixes[] = {6, 7, TOPIC_LENGTH};

static size_t topic_count(void) {
    return number_argument("topics", 1, MOST_TOPICS);
}

static void topic(size_t number, char octets[TOPIC_LENGTH + 1]) {
    snprintf(octets, TOPIC_LENGTH + 1, "%06zu/eur", number % MOST_TOPICS);
}

void publisher(void) {
    size_t size = message_size(), topics = topic_count();
    if (size < TOPIC_LENGTH)
        fail("size=%zu is less than a topic has", size);
    allow_sockets(MOST_SUBSCRIBERS);
    char endpoint[64];
    void *socket = bound_socket(PUB, endpoint);
    int no_drop = strcmp(text_argument("whenfull", "wait"), "wait") == 0;
    succeed(zmq.setsockopt(socket, XPUB_NODROP, &no_drop, sizeof no_drop), "ZMQ_XPUB_NODROP");
    window_ready(endpoint, size);
    for (size_t next = 0;; next = next + 1 == topics ? 0 : next + 1) {
        char octets[TOPIC_LENGTH + 1];
        topic(next, octets);
        message sent;
        succeed(zmq.msg_init_size(&sent, size), "zmq_msg_init_size");
        memcpy(zmq.msg_data(&sent), octets, TOPIC_LENGTH);
        succeed(zmq.msg_send(&sent, socket, 0), "zmq_msg_send");
        window_count();
    }
}

static void *subscribed_socket(size_t number) {
    char octets[TOPIC_LENGTH + 1];
    topic(number, octets);
    void *socket = connected_socket(SUB);
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        succeed(zmq.setsockopt(socket, SUBSCRIBE, octets, prefixes[i]), "ZMQ_SUBSCRIBE");
    return socket;
}

/* All that is there, so that looking at a thousand sockets pays. */
static void take_all(void *socket, message *part) {
    while (zmq.msg_recv(part, socket, DONTWAIT) != -1)
        window_count();
    if (zmq.errno_() != EAGAIN)
        succeed(-1, "zmq_msg_recv");
}

void subscriber(void) {
    size_t size = message_size(), subscribers = number_argument("subscribers", 1, MOST_SUBSCRIBERS), topics = topic_count();
    allow_sockets(subscribers);
    poll_item *items = calloc(subscribers, sizeof *items);
    bool *heard = calloc(subscribers, sizeof *heard);
    if (!items || !heard)
        fail("no memory");
    for (size_t i = 0; i < subscribers; i++)
        items[i] = (poll_item) {.socket = subscribed_socket(i % topics), .events = POLLED_IN};
    message part;
    succeed(zmq.msg_init(&part), "zmq_msg_init");
    for (size_t silent = subscribers;;) {
        succeed(zmq.poll(items, (int) subscribers, -1), "zmq_poll");
        for (size_t i = 0; i < subscribers; i++) {
            if (!(items[i].happened & POLLED_IN))
                continue;
            take_all(items[i].socket, &part);
            if (!heard[i]) {
                heard[i] = true;
                if (--silent == 0)
                    window_ready(NULL, size);
            }
        }
    }
}
