# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where, and the Debian package that CPack makes of it; installer/build-deb does both.
include(GNUInstallDirs)

install(TARGETS tocsin RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${CMAKE_CURRENT_LIST_DIR}/tocsin.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/tocsin.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/tocsin.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The manual page is the program's own help.
set(manual ${CMAKE_INSTALL_MANDIR}/man1/tocsin.1)
install(CODE "
    set(manual \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${manual}\")
    get_filename_component(folder \"\${manual}\" DIRECTORY)
    file(MAKE_DIRECTORY \"\${folder}\")
    execute_process(COMMAND \"\${CMAKE_COMMAND}\" -E env LC_ALL=C.UTF-8 \"$<TARGET_FILE:tocsin>\" --man
        OUTPUT_FILE \"\${manual}\" COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND gzip -9nf \"\${manual}\" COMMAND_ERROR_IS_FATAL ANY)
    set(changes \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DOCDIR}/changelog\")
    configure_file(\"${PROJECT_SOURCE_DIR}/CHANGELOG.md\" \"\${changes}\" COPYONLY)
    execute_process(COMMAND gzip -9nf \"\${changes}\" COMMAND_ERROR_IS_FATAL ANY)
")

# dpkg-shlibdeps finds the libraries; what is loaded at run time is the list's section [run].
set(runtime)
set(section)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/packages lines)
foreach(line IN LISTS lines)
    if(line MATCHES "^\\[(.*)\\]")
        set(section ${CMAKE_MATCH_1})
    elseif(section STREQUAL "run" AND NOT line MATCHES "^#")
        separate_arguments(names UNIX_COMMAND "${line}")
        list(APPEND runtime ${names})
    endif()
endforeach()
list(JOIN runtime ", " runtime)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/packages)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tocsin)
set(CPACK_PACKAGE_VENDOR "The Tocsin project")
set(CPACK_PACKAGE_CONTACT "The Tocsin maintainers <maintainers@tocsin.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${runtime}")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Tocsin shows the alerts of many astronomical streams (GCN, gravitational
waves, ZTF, Rubin and others on Kafka) live in one table, keeps every one
of them on disk with its raw bytes before it is shown, and gives them to
scripts as JSON lines and CSV.")
include(CPack)
