// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into the program: a name server that knows "broker.test" (as 127.0.0.1) only as long as the file exists that
// TOCSIN_TEST_NAMES names, and is not to be had otherwise. Other names are looked up as ever.
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <netdb.h>
#include <unistd.h>

extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **found)
{
    const auto real = reinterpret_cast<int (*)(const char *, const char *, const addrinfo *, addrinfo **)>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    if (!node || std::strcmp(node, "broker.test") != 0)
        return real(node, service, hints, found);
    const char *names = std::getenv("TOCSIN_TEST_NAMES");
    return names && ::access(names, F_OK) == 0 ? real("127.0.0.1", service, hints, found) : EAI_AGAIN;
}
