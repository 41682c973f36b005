#define _GNU_SOURCE
#include "CLateCertificates.h"
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdbool.h>

static atomic_bool is_wanted;

void entente_read_certificates(void) { atomic_store(&is_wanted, true); }

// mbedTLS's own function of this name (x509_crt.h) is the next one after the program's; a libgit2 that
// is built with another library calls neither.
__attribute__((visibility("default"), used)) int mbedtls_x509_crt_parse_file(
    void *chain, const char *path) {
    if (!atomic_load(&is_wanted)) return 0;
    int (*parse)(void *, const char *) =
        (int (*)(void *, const char *))dlsym(RTLD_NEXT, "mbedtls_x509_crt_parse_file");
    return parse ? parse(chain, path) : -1;
}
