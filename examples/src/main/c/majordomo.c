#include "majordomo.h"
#include "arguments.h"
#include "failure.h"
#include "socket.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void require_mdp01(void) {
    const char *dialect = text_argument("dialect", "mdp01");
    if (strcmp(dialect, "mdp01") != 0)
        fail("dialect=%s is not spoken here, only mdp01", dialect);
}

size_t service_count(void) {
    static size_t count;
    if (count == 0)
        count = number_argument("services", 1, 1000000);
    return count;
}

void service_name(size_t number, char name[NAME_LENGTH]) {
    snprintf(name, NAME_LENGTH, service_count() == 1 ? "echo" : "echo-%zu", number);
}

poll_item *connected_sockets(size_t count) {
    allow_sockets(count);
    poll_item *items = calloc(count, sizeof *items);
    if (!items)
        fail("no memory");
    for (size_t i = 0; i < count; i++)
        items[i] = (poll_item) {.socket = connected_socket(DEALER), .events = POLLED_IN};
    return items;
}

void send_more(void *socket, const void *octets, size_t length) {
    succeed(zmq.send(socket, octets, length, SNDMORE), "zmq_send");
}

void receive_header(void *socket, message *part, const char *header) {
    receive(socket, part);
    if (zmq.msg_size(part) != 0 || !zmq.msg_more(part))
        fail("a message does not begin with an empty part");
    receive(socket, part);
    if (zmq.msg_size(part) != HEADER_LENGTH || memcmp(zmq.msg_data(part), header, HEADER_LENGTH) != 0 || !zmq.msg_more(part))
        fail("a message has not the header %s", header);
}

void skip_rest(void *socket, message *part) {
    while (zmq.msg_more(part))
        receive(socket, part);
}
