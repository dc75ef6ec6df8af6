#include "socket.h"
#include "arguments.h"
#include "failure.h"

#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>

enum { KEY_LENGTH = 32 };

static void *the_context(void) {
    static void *context;
    if (!context)
        context = zmq.ctx_new();
    return context;
}

void allow_sockets(size_t count) {
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    succeed(zmq.ctx_set(the_context(), MAX_SOCKETS, (int) count + 23), "ZMQ_MAX_SOCKETS");
}

static void *open_socket(enum socket_type type) {
    /* Without drafts such sockets are made, and abort the program at their first connection. */
    if ((type == CLIENT || type == SERVER) && !libzmq_has_drafts())
        fail("libzmq %s has neither CLIENT nor SERVER", libzmq_version());
    void *socket = zmq.socket(the_context(), type);
    if (!socket)
        fail("no socket: %s", zmq.strerror(zmq.errno_()));
    return socket;
}

static void set_key(void *socket, enum option option, const char *argument) {
    unsigned char key[KEY_LENGTH];
    octets_argument(argument, key, sizeof key);
    succeed(zmq.setsockopt(socket, option, key, sizeof key), argument);
}

static void set_mechanism(void *socket, bool server) {
    const char *mechanism = text_argument("mechanism", "null");
    if (strcmp(mechanism, "null") == 0)
        return;
    if (strcmp(mechanism, "curve") != 0)
        fail("mechanism=%s is neither null nor curve", mechanism);
    if (server) {
        int yes = 1;
        succeed(zmq.setsockopt(socket, CURVE_SERVER, &yes, sizeof yes), "CURVE");
    } else {
        set_key(socket, CURVE_SERVERKEY, "serverkey");
        set_key(socket, CURVE_PUBLICKEY, "public");
    }
    set_key(socket, CURVE_SECRETKEY, "secret");
}

void *bound_socket(enum socket_type type, char endpoint[64]) {
    void *socket = open_socket(type);
    set_mechanism(socket, true);
    succeed(zmq.bind(socket, "tcp://127.0.0.1:*"), "zmq_bind");
    size_t length = 64;
    succeed(zmq.getsockopt(socket, LAST_ENDPOINT, endpoint, &length), "ZMQ_LAST_ENDPOINT");
    return socket;
}

void *connected_socket(enum socket_type type) {
    void *socket = open_socket(type);
    set_mechanism(socket, false);
    succeed(zmq.connect(socket, needed_argument("endpoint")), "zmq_connect");
    return socket;
}

size_t message_size(void) {
    return number_argument("size", 100, 1u << 30);
}

void send_octets(void *socket, size_t size) {
    message sent;
    succeed(zmq.msg_init_size(&sent, size), "zmq_msg_init_size");
    succeed(zmq.msg_send(&sent, socket, 0), "zmq_msg_send");
}
