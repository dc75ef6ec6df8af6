/* 7/MDP 0.1 over DEALER: what worker and requester share. */
#ifndef MAJORDOMO_H
#define MAJORDOMO_H

#include "libzmq.h"

enum { HEADER_LENGTH = 6, MOST_SOCKETS = 1000, NAME_LENGTH = 32 };

/* Ends the program unless the dialect of the command line is this one. */
void require_mdp01(void);

/* The services of the command line, services=N: how many, and the name of one: "echo" if it is the only one, else "echo-0" and so on. */
size_t service_count(void);
void service_name(size_t number, char name[NAME_LENGTH]);

/* So many sockets that are connected and polled for input. */
poll_item *connected_sockets(size_t count);

/* Sends a part that others follow. */
void send_more(void *socket, const void *octets, size_t length);

/* Receives the empty part and the header, which must be this one. */
void receive_header(void *socket, message *part, const char *header);

/* Receives what is left of a message and forgets it; `part` is the one before. */
void skip_rest(void *socket, message *part);

#endif
