// The only C in the package: libgit2 itself, and a fixed-arity door to its variadic function.
#ifndef ENTENTE_CGIT2_H
#define ENTENTE_CGIT2_H

#include <git2.h>

static inline int entente_git_enable(int option, int enabled) {
    return git_libgit2_opts(option, enabled);
}

static inline int entente_git_set_search_path(int level, const char *path) {
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

#endif
