// libmd's SHA-2 functions. Nothing in them is variadic, so nothing is wrapped.
#include <sys/types.h>
#include <stdint.h>
#include <sha2.h>
