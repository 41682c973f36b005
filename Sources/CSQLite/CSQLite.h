// SQLite itself, and doors to what its macros hide from Swift.
#ifndef ENTENTE_CSQLITE_H
#define ENTENTE_CSQLITE_H

#include <sqlite3.h>

static inline int entente_sqlite_bind_blob(
    sqlite3_stmt *statement, int place, const void *bytes, int count) {
    return count == 0 ? sqlite3_bind_zeroblob(statement, place, 0)
                      : sqlite3_bind_blob(statement, place, bytes, count, SQLITE_TRANSIENT);
}

static inline int entente_sqlite_bind_text(
    sqlite3_stmt *statement, int place, const char *text, int count) {
    return sqlite3_bind_text(statement, place, text, count, SQLITE_TRANSIENT);
}

#endif
