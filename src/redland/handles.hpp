#pragma once

#include <librdf.h>
#include <rasqal.h>

#include <memory>

/// Owners of what librdf, raptor and rasqal allocate. Only files of this folder include this one.
namespace chancery {

template <auto free_function>
struct FreeWith {
  template <typename T>
  void operator()(T* handle) const {
    free_function(handle);
  }
};

using WorldHandle = std::unique_ptr<librdf_world, FreeWith<librdf_free_world>>;
using StorageHandle = std::unique_ptr<librdf_storage, FreeWith<librdf_free_storage>>;
using ModelHandle = std::unique_ptr<librdf_model, FreeWith<librdf_free_model>>;
using StreamHandle = std::unique_ptr<librdf_stream, FreeWith<librdf_free_stream>>;
using StatementHandle = std::unique_ptr<librdf_statement, FreeWith<librdf_free_statement>>;
using NodeHandle = std::unique_ptr<librdf_node, FreeWith<librdf_free_node>>;
using UriHandle = std::unique_ptr<raptor_uri, FreeWith<raptor_free_uri>>;
using QueryHandle = std::unique_ptr<rasqal_query, FreeWith<rasqal_free_query>>;
using QueryResultsHandle = std::unique_ptr<rasqal_query_results, FreeWith<rasqal_free_query_results>>;
using RaptorWorldHandle = std::unique_ptr<raptor_world, FreeWith<raptor_free_world>>;
using RaptorParserHandle = std::unique_ptr<raptor_parser, FreeWith<raptor_free_parser>>;
using RaptorSerializerHandle = std::unique_ptr<raptor_serializer, FreeWith<raptor_free_serializer>>;
using IostreamHandle = std::unique_ptr<raptor_iostream, FreeWith<raptor_free_iostream>>;

}  // namespace chancery
