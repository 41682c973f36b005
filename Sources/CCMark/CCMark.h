// cmark-gfm itself: the reader of CommonMark, with its tables.
#ifndef ENTENTE_CCMARK_H
#define ENTENTE_CCMARK_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

#endif
