#include "libzmq.h"
#include "failure.h"

#include <dlfcn.h>
#include <glob.h>
#include <stdio.h>

struct libzmq zmq;

static char version[64];
static bool drafts;

static bool has_drafts(void *library) {
    int (*has)(const char *);
    *(void **) &has = dlsym(library, "zmq_has");
    return has && has("draft");
}

static void *symbol(void *library, const char *name) {
    void *found = dlsym(library, name);
    if (!found)
        fail("this libzmq has no %s", name);
    return found;
}

/* POSIX, unlike C, lets a pointer to data become one to a function. */
#define FIND(member, name) (*(void **) &zmq.member = symbol(library, name))

static void use(void *library) {
    FIND(ctx_new, "zmq_ctx_new");
    FIND(ctx_set, "zmq_ctx_set");
    FIND(socket, "zmq_socket");
    FIND(setsockopt, "zmq_setsockopt");
    FIND(getsockopt, "zmq_getsockopt");
    FIND(bind, "zmq_bind");
    FIND(connect, "zmq_connect");
    FIND(msg_init, "zmq_msg_init");
    FIND(msg_init_size, "zmq_msg_init_size");
    FIND(msg_send, "zmq_msg_send");
    FIND(msg_recv, "zmq_msg_recv");
    FIND(msg_more, "zmq_msg_more");
    FIND(msg_size, "zmq_msg_size");
    FIND(msg_data, "zmq_msg_data");
    FIND(send, "zmq_send");
    FIND(poll, "zmq_poll");
    FIND(errno_, "zmq_errno");
    FIND(strerror, "zmq_strerror");

    void (*zmq_version)(int *, int *, int *);
    *(void **) &zmq_version = symbol(library, "zmq_version");
    int major, minor, patch;
    zmq_version(&major, &minor, &patch);
    drafts = has_drafts(library);
    snprintf(version, sizeof version, "%d.%d.%d %s drafts", major, minor, patch, drafts ? "with" : "without");
}

/* The package carries an addon for each platform; those for others do not load, and some of the older have no drafts. */
static void *from_package(void) {
    glob_t addons;
    void *library = NULL;
    if (glob(ZEROMQ_PACKAGE "/build/linux/*/node/*/addon.node", 0, NULL, &addons) != 0)
        return NULL;
    for (size_t i = 0; i < addons.gl_pathc && !library; i++) {
        library = dlopen(addons.gl_pathv[i], RTLD_LAZY | RTLD_LOCAL);
        if (library && !has_drafts(library)) {
            dlclose(library);
            library = NULL;
        }
    }
    globfree(&addons);
    return library;
}

void libzmq_load(void) {
    void *library = from_package();
    if (!library)
        library = dlopen("libzmq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        fail("neither the npm package zeromq in %s nor libzmq.so.5 is there", ZEROMQ_PACKAGE);
    use(library);
}

const char *libzmq_version(void) {
    return version;
}

bool libzmq_has_drafts(void) {
    return drafts;
}

int succeed(int result, const char *what) {
    if (result == -1)
        fail("%s: %s", what, zmq.strerror(zmq.errno_()));
    return result;
}
