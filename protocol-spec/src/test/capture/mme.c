/* Prints what CZMQ's zmsg_encode makes of a few messages: the vectors of the group mme. Needs Debian's libczmq-dev:
 *     cc -o mme mme.c -lczmq && ./mme
 */
#include <czmq.h>

static zmsg_t *message;

static void begin(void) {
    message = zmsg_new();
}

static void frame(size_t length, int first) {
    byte *octets = malloc(length + 1);
    for (size_t i = 0; i < length; i++)
        octets[i] = (byte) (first + i);
    zmsg_addmem(message, octets, length);
    free(octets);
}

static void end(const char *name) {
    zframe_t *part = zmsg_encode(message);
    printf("%s %zu:", name, zframe_size(part));
    for (size_t i = 0; i < zframe_size(part); i++)
        printf(" %02x", zframe_data(part)[i]);
    printf("\n");
    zmsg_t *back = zmsg_decode(part);
    assert(back && zmsg_eq(back, message));
    zmsg_destroy(&back);
    zframe_destroy(&part);
    zmsg_destroy(&message);
}

int main(void) {
    printf("CZMQ %d.%d.%d\n", CZMQ_VERSION_MAJOR, CZMQ_VERSION_MINOR, CZMQ_VERSION_PATCH);
    begin(); end("no-frames");
    begin(); frame(0, 0); end("empty-frame");
    begin(); frame(0, 0); frame(1, 'x'); frame(0, 0); end("empty-frames-around");
    begin(); frame(254, 0); end("frame-254");
    begin(); frame(255, 0); end("frame-255");
    begin(); frame(256, 0); frame(1, 'x'); end("frame-256-then-short");
    begin();
    zmsg_addstr(message, "MDPC01"); zmsg_addstr(message, "echo"); zmsg_addstr(message, "hello"); zmsg_addstr(message, "world");
    end("client-request");
    begin();
    zmsg_addstr(message, "MDPW01"); zmsg_addmem(message, "\1", 1); zmsg_addstr(message, "echo");
    end("worker-ready");
    begin();
    zmsg_addstr(message, "MDPW01"); zmsg_addmem(message, "\2", 1); zmsg_addmem(message, "\0\300\377\356", 4);
    zmsg_addstr(message, ""); zmsg_addstr(message, "hello"); zmsg_addstr(message, "world");
    end("worker-request");
    begin(); zmsg_addstr(message, "MDPW01"); zmsg_addmem(message, "\4", 1); end("heartbeat");
    return 0;
}
