#ifndef ENTENTE_CLATECERTIFICATES_H
#define ENTENTE_CLATECERTIFICATES_H

// Lets libgit2 read certificates from now on.
//
// One that is built with mbedTLS, as Debian's is, reads all certificates of the system whenever it
// starts: 2.5 ms of every command, though HTTPS alone needs them and says which before it connects.
// Until this was called it is given none, so that a connection made too early trusts nobody.
void entente_read_certificates(void);

#endif
