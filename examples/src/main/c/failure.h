/* The one way in which a role fails: a line on stderr, and the end. */
#ifndef FAILURE_H
#define FAILURE_H

_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
