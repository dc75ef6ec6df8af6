/* The measured window, as the parent process opens and closes it by lines on stdin. The traffic goes on before, during
 * and after it, on the main thread; a second thread reads the lines and prints the result. */
#ifndef WINDOW_H
#define WINDOW_H

#include <stddef.h>
#include <stdint.h>

/* Prints "ready ENDPOINT", or "ready" without one, and listens from then on. Each message counts as `octets`. */
void window_ready(const char *endpoint, size_t octets);

/* A message went through. */
void window_count(void);

/* A message went there and back and took so long. */
void window_count_round_trip(uint64_t nanos);

#endif
