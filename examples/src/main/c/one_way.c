#include "roles.h"
#include "socket.h"
#include "window.h"

void receiver(void) {
    char endpoint[64];
    void *socket = bound_socket(PULL, endpoint);
    window_ready(endpoint, message_size());
    message received;
    succeed(zmq.msg_init(&received), "zmq_msg_init");
    for (;;) {
        receive(socket, &received);
        window_count();
    }
}

void sender(void) {
    size_t size = message_size();
    void *socket = connected_socket(PUSH);
    window_ready(NULL, size);
    for (;;) {
        send_octets(socket, size);
        window_count();
    }
}
