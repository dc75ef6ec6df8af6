/* Sockets with the mechanism of the command line: mechanism=null, or mechanism=curve with secret and, where it
 * connects, public and serverkey, all in hexadecimal. All other options are libzmq's defaults, as in its own perf tools. */
#ifndef SOCKET_H
#define SOCKET_H

#include "libzmq.h"

/* Room for so many sockets, to be made before the first one: a socket takes two descriptors, and the usual soft limit is
 * 1,024; libzmq's own limit is 1,023 sockets. */
void allow_sockets(size_t count);

/* A socket that is bound to a free port of the loopback interface; `endpoint` receives its address. */
void *bound_socket(enum socket_type type, char endpoint[64]);

/* A socket that is connected to endpoint=... */
void *connected_socket(enum socket_type type);

/* The messages of a role: size=..., 100 octets by default. */
size_t message_size(void);

/* Sends a message of so many octets, whatever is in them: as perf/remote_thr does it. */
void send_octets(void *socket, size_t size);

/* Receives a part or a whole message into one that is initialized. */
static inline void receive(void *socket, message *part) {
    succeed(zmq.msg_recv(part, socket, 0), "zmq_msg_recv");
}

#endif
