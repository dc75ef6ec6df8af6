/* The command line: ROLE key=value ... */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include <stddef.h>

void arguments_set(char **pairs);

/* The value of a key, or `otherwise`, which may be NULL, if it was not given. */
const char *text_argument(const char *key, const char *otherwise);

/* The value of a key that must be there. */
const char *needed_argument(const char *key);

/* The octets of a key, which must be there and have so many in hexadecimal. */
void octets_argument(const char *key, unsigned char *octets, size_t length);

/* A whole number of 1 to `most`, or `otherwise` if it was not given. */
size_t number_argument(const char *key, size_t otherwise, size_t most);

#endif
