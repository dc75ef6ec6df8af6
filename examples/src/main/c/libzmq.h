/* What the roles use of libzmq's public API, found at run time: so that the program needs neither its header nor one
 * certain build of it. The names are libzmq's without "zmq_". */
#ifndef LIBZMQ_H
#define LIBZMQ_H

#include <stdbool.h>
#include <stddef.h>

enum socket_type { PUB = 1, SUB = 2, REQ = 3, REP = 4, DEALER = 5, ROUTER = 6, PULL = 7, PUSH = 8, SERVER = 12, CLIENT = 13 };
enum option {
    SUBSCRIBE = 6, LAST_ENDPOINT = 32, CURVE_SERVER = 47, CURVE_PUBLICKEY = 48, CURVE_SECRETKEY = 49, CURVE_SERVERKEY = 50, XPUB_NODROP = 69
};
enum context_option { MAX_SOCKETS = 2 };
enum flag { DONTWAIT = 1, SNDMORE = 2 };
enum event { POLLED_IN = 1 };

typedef union { unsigned char octets[64]; void *alignment; } message;
typedef struct { void *socket; int descriptor; short events, happened; } poll_item;

struct libzmq {
    void *(*ctx_new)(void);
    int (*ctx_set)(void *context, int option, int value);
    void *(*socket)(void *context, int type);
    int (*setsockopt)(void *socket, int option, const void *value, size_t length);
    int (*getsockopt)(void *socket, int option, void *value, size_t *length);
    int (*bind)(void *socket, const char *endpoint);
    int (*connect)(void *socket, const char *endpoint);
    int (*msg_init)(message *);
    int (*msg_init_size)(message *, size_t size);
    int (*msg_send)(message *, void *socket, int flags);
    int (*msg_recv)(message *, void *socket, int flags);
    int (*msg_more)(const message *);
    size_t (*msg_size)(const message *);
    void *(*msg_data)(message *);
    int (*send)(void *socket, const void *octets, size_t length, int flags);
    int (*poll)(poll_item *, int count, long milliseconds);
    int (*errno_)(void);
    const char *(*strerror)(int);
};

extern struct libzmq zmq;

/* Loads the npm package's libzmq, which has the draft sockets, or else the system's. Ends the program if there is none. */
void libzmq_load(void);

/* Which one was loaded, such as "4.3.5 with drafts". */
const char *libzmq_version(void);
bool libzmq_has_drafts(void);

/* Ends the program with libzmq's reason if `result` is -1, and returns it otherwise. */
int succeed(int result, const char *what);

#endif
