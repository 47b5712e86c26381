// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into the program: a disk on which every sync takes two seconds, as long as the file exists that
// TOCSIN_TEST_SLOW_DISK names.
#include <cstdlib>
#include <dlfcn.h>
#include <unistd.h>

namespace {

void wait()
{
    const char *flag = std::getenv("TOCSIN_TEST_SLOW_DISK");
    if (flag && ::access(flag, F_OK) == 0)
        ::usleep(2'000'000);
}

int forward(const char *name, int fd)
{
    wait();
    return reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, name))(fd);
}

} // namespace

extern "C" int fsync(int fd)
{
    return forward("fsync", fd);
}

extern "C" int fdatasync(int fd)
{
    return forward("fdatasync", fd);
}
