// The C beside libgit2 itself: fixed-arity doors to its variadic function, what a transport of ours looks
// like to it, and what the allocator is told.
#ifndef ENTENTE_CGIT2_H
#define ENTENTE_CGIT2_H

#include <git2.h>
#include <git2/sys/transport.h>
#include <malloc.h>
#include <stdlib.h>

static inline int entente_git_enable(int option, int enabled) {
    return git_libgit2_opts(option, enabled);
}

static inline int entente_git_set_search_path(int level, const char *path) {
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

static inline int entente_git_set_certificates(const char *file, const char *folder) {
    return git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, file, folder);
}

// The compiler would leave out what is freed at once, if it knew.
static inline void entente_reserve_memory(size_t size) {
    void *volatile memory = malloc(size);
    free(memory);
}

// A transport whose bytes go through a program; `owner` is what made it, and outlives it.
typedef struct {
    git_smart_subtransport parent;
    void *owner;
} entente_program_transport;

typedef struct {
    git_smart_subtransport_stream parent;
    void *owner;
} entente_program_stream;

#endif
