# `cmake --install` puts the program, the libraries with their headers and a CMake package, mappings and ontology in place.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

get_property(layers GLOBAL PROPERTY CHANCERY_LIBRARIES)
install(TARGETS chancery RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS ${layers} EXPORT chancery-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY src/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/chancery FILES_MATCHING PATTERN "*.hpp" PATTERN "cli" EXCLUDE)
install(DIRECTORY mappings ontology DESTINATION ${CMAKE_INSTALL_DATADIR}/chancery)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/chancery)
install(EXPORT chancery-targets NAMESPACE chancery:: DESTINATION ${package})
configure_package_config_file(cmake/chancery-config.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/chancery-config.cmake" INSTALL_DESTINATION ${package})
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/chancery-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/chancery-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/chancery-config-version.cmake"
              cmake/dependencies.cmake DESTINATION ${package})
