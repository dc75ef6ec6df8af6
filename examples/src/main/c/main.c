/* A libzmq peer for "generaldomo bench": one process, one role, told what to do by its command line and stdin.
 *
 *     libzmq-peer ROLE key=value ...      roles and keys: roles.h; CURVE: socket.h
 *
 * stdout: "ready" with an endpoint if it binds, once it can be used; traffic runs from then on. "start" on stdin begins
 * the measured window, "stop" ends it and is answered by "result {...}", the end of stdin ends the process. */
#include "arguments.h"
#include "failure.h"
#include "libzmq.h"
#include "roles.h"

#include <string.h>

static const struct { const char *name; void (*run)(void); } roles[] = {
    {"receiver", receiver}, {"sender", sender}, {"echo", echo}, {"client", client},
    {"publisher", publisher}, {"subscriber", subscriber}, {"worker", worker}, {"requester", requester}};

int main(int count, char **words) {
    if (count < 2)
        fail("no role given");
    arguments_set(words + 2);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (strcmp(roles[i].name, words[1]) == 0) {
            libzmq_load();
            roles[i].run();
        }
    }
    fail("'%s' is not a role", words[1]);
}
