# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of ours shares, and the one function that adds a test.

add_library(tocsin_settings INTERFACE)
target_compile_features(tocsin_settings INTERFACE cxx_std_20)
target_compile_definitions(tocsin_settings INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
    TOCSIN_VERSION="${PROJECT_VERSION}")
target_compile_options(tocsin_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Wno-missing-field-initializers) # designated initialisers leave out what keeps its default
if(TOCSIN_WERROR)
    target_compile_options(tocsin_settings INTERFACE -Werror)
endif()
if(TOCSIN_SANITIZE)
    target_compile_options(tocsin_settings INTERFACE -fsanitize=${TOCSIN_SANITIZE} -fno-omit-frame-pointer -O1 -g1)
    target_link_options(tocsin_settings INTERFACE -fsanitize=${TOCSIN_SANITIZE})
endif()
set(TOCSIN_SANITIZER_ENVIRONMENT "TSAN_OPTIONS=die_after_fork=0:second_deadlock_stack=1:suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp;ASAN_OPTIONS=detect_leaks=0")
if(TOCSIN_FUZZ)
    target_compile_options(tocsin_settings INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer -g)
    target_link_options(tocsin_settings INTERFACE -fsanitize=address,undefined)
endif()

# tocsin_add_test(NAME tst_x SOURCES a.cpp … [LIBS tocsin_core …] [LABELS core …] [TIMEOUT s])
# Core tests link core alone, so that a core file that reaches for the window does not link.
function(tocsin_add_test)
    cmake_parse_arguments(T "" "NAME;TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    if(NOT T_LIBS)
        set(T_LIBS tocsin_core)
    endif()
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 120)
    endif()
    math(EXPR T_TIMEOUT "${T_TIMEOUT} * ${TOCSIN_TIMEOUT_FACTOR}")
    if(TOCSIN_SANITIZE)
        math(EXPR T_TIMEOUT "${T_TIMEOUT} * 5")
    endif()
    add_executable(${T_NAME} ${T_SOURCES})
    target_include_directories(${T_NAME} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/tests)
    if(TOCSIN_SANITIZE STREQUAL "thread")
        # What the sanitizer does not see: the C11 threads of librdkafka, and how Qt orders what it hands to other threads.
        target_sources(${T_NAME} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support/tsanthreads.cpp ${PROJECT_SOURCE_DIR}/tests/support/tsanevents.cpp)
    endif()
    target_link_libraries(${T_NAME} PRIVATE ${T_LIBS} tocsin_settings Qt6::Test)
    target_compile_definitions(${T_NAME} PRIVATE
        TOCSIN_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        TOCSIN_SHARED_DATA="${PROJECT_SOURCE_DIR}/../shared/data")
    add_test(NAME ${T_NAME} COMMAND ${T_NAME})
    # 77 is the exit status for "this real part could not be had".
    set_tests_properties(${T_NAME} PROPERTIES TIMEOUT ${T_TIMEOUT} LABELS "${T_LABELS}" SKIP_RETURN_CODE 77
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_LOGGING_TO_CONSOLE=1;${TOCSIN_SANITIZER_ENVIRONMENT}")
endfunction()

# tocsin_add_fault(63 tst_decoders everyCutIsTold …): a row of the fault table as a test of its own name.
function(tocsin_add_fault number target timeout)
    add_test(NAME FAULT-${number} COMMAND ${target} ${ARGN})
    set_tests_properties(FAULT-${number} PROPERTIES TIMEOUT ${timeout} LABELS "faults" SKIP_RETURN_CODE 77
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;${TOCSIN_SANITIZER_ENVIRONMENT}")
endfunction()
