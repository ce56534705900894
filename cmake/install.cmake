include(GNUInstallDirs)
install(TARGETS chancery RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY mappings ontology DESTINATION ${CMAKE_INSTALL_DATADIR}/chancery)
