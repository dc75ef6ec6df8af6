#include "arguments.h"
#include "failure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char **arguments;

void arguments_set(char **pairs) {
    arguments = pairs;
    for (char **pair = pairs; *pair; pair++)
        if (!strchr(*pair, '='))
            fail("'%s' is not key=value", *pair);
}

const char *text_argument(const char *key, const char *otherwise) {
    size_t length = strlen(key);
    for (char **pair = arguments; *pair; pair++)
        if (strncmp(*pair, key, length) == 0 && (*pair)[length] == '=')
            return *pair + length + 1;
    return otherwise;
}

const char *needed_argument(const char *key) {
    const char *value = text_argument(key, NULL);
    if (!value)
        fail("%s=... is needed", key);
    return value;
}

void octets_argument(const char *key, unsigned char *octets, size_t length) {
    const char *value = needed_argument(key);
    size_t digits = strlen(value);
    if (digits != 2 * length || strspn(value, "0123456789abcdefABCDEF") != digits)
        fail("%s=... is not %zu octets in hexadecimal", key, length);
    for (size_t i = 0; i < length; i++)
        sscanf(value + 2 * i, "%2hhx", &octets[i]);
}

size_t number_argument(const char *key, size_t otherwise, size_t most) {
    const char *value = text_argument(key, NULL);
    if (!value)
        return otherwise;
    char *end;
    unsigned long long number = strtoull(value, &end, 10);
    if (*end || end == value || number < 1 || number > most)
        fail("%s=%s is not a whole number of 1 to %zu", key, value, most);
    return number;
}
