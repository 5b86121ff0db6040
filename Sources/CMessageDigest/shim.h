// libmd's SHA-2 functions, and SHA-1 for the names of RFC 9562. Nothing in them is variadic, so
// nothing is wrapped.
#include <sys/types.h>
#include <stdint.h>
#include <sha1.h>
#include <sha2.h>
