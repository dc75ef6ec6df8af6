/* Reads certificates as CZMQ does, and talks under CURVE with one of them. Needs Debian's libczmq-dev:
 *     cc -o certificate certificate.c -lczmq
 *     ./certificate FILE...                          prints the public and the secret key of each
 *     ./certificate FILE BROKERS_FILE tcp://ADDRESS   asks an MDP 0.1 broker there for mmi.service of echo
 */
#include <czmq.h>

static zcert_t *load(const char *file) {
    zcert_t *certificate = zcert_load(file);
    if (!certificate) {
        printf("%s: no certificate\n", file);
        exit(1);
    }
    return certificate;
}

static int ask(zcert_t *own, zcert_t *broker, const char *address) {
    zsock_t *dealer = zsock_new(ZMQ_DEALER);
    zcert_apply(own, dealer);
    zsock_set_curve_serverkey(dealer, zcert_public_txt(broker));
    zsock_set_rcvtimeo(dealer, 5000);
    zsock_connect(dealer, "%s", address);
    zstr_sendx(dealer, "", "MDPC01", "mmi.service", "echo", NULL);
    zmsg_t *reply = zmsg_recv(dealer);
    if (reply)
        zmsg_fprint(reply, stdout);
    else
        printf("no reply\n");
    int failed = !reply;
    zmsg_destroy(&reply);
    zsock_destroy(&dealer);
    return failed;
}

int main(int count, char **arguments) {
    if (count == 4 && strncmp(arguments[3], "tcp:", 4) == 0)
        return ask(load(arguments[1]), load(arguments[2]), arguments[3]);
    for (int i = 1; i < count; i++) {
        zcert_t *certificate = load(arguments[i]);
        printf("%s %s %s\n", arguments[i], zcert_public_txt(certificate), zcert_secret_txt(certificate));
        zcert_destroy(&certificate);
    }
    return 0;
}
