/* What a process can be. Each function runs until the process ends. */
#ifndef ROLES_H
#define ROLES_H

/* PULL, binds; PUSH, connects. */
void receiver(void);
void sender(void);

/* kind=client-server|dealer-router|req-rep: SERVER, ROUTER or REP, which binds and sends back; its client, which has
 * inflight=N messages under way. */
void echo(void);
void client(void);

/* PUB, binds, publishes on topics=N topics in turn, and waits or drops as whenfull=wait|drop has it; subscribers=N SUBs,
 * which connect and subscribe to their topics by three prefixes of each. */
void publisher(void);
void subscriber(void);

/* Peers of a broker of 7/MDP, over DEALER, and services=N services of it: workers=N workers, spread over them; inflight=N
 * clients with one request each, to one service after the other, since 7/MDP has nothing by which the replies of one socket
 * could be told apart. */
void worker(void);
void requester(void);

#endif
