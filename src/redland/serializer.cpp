#include "redland/serializer.hpp"

namespace chancery {
namespace {

using Write = std::function<void(std::string_view)>;

int write_byte(void* user_data, const int byte) {
  const char c = static_cast<char>(byte);
  (*static_cast<const Write*>(user_data))({&c, 1});
  return 0;
}

int write_bytes(void* user_data, const void* bytes, std::size_t size, std::size_t count) {
  (*static_cast<const Write*>(user_data))({static_cast<const char*>(bytes), size * count});
  return static_cast<int>(count);
}

/// raptor calls these directly, which spares librdf's string stream (five times slower). Only interface version 2 may write.
constexpr raptor_iostream_handler handler = {2, nullptr, nullptr, write_byte, write_bytes, nullptr, nullptr, nullptr};

/// The prefix of RDF itself is declared by raptor, which refuses to be told again.
bool set_prefixes(raptor_world* raptor, raptor_serializer* serializer, std::span<const Prefix> prefixes) {
  for (const Prefix& prefix : prefixes) {
    if (prefix.iri == ns::rdf) continue;
    const UriHandle uri(raptor_new_uri(raptor, reinterpret_cast<const unsigned char*>(prefix.iri.c_str())));
    const auto* name = reinterpret_cast<const unsigned char*>(prefix.name.c_str());
    if (uri == nullptr || raptor_serializer_set_namespace(serializer, uri.get(), name) != 0) return false;
  }
  return true;
}

}  // namespace

Status serialize(const RedlandWorld& world, const StatementSource& source, const char* name, std::span<const Prefix> prefixes,
                 const Write& write) {
  raptor_world* raptor = world.raptor();
  const RaptorSerializerHandle serializer(raptor_new_serializer(raptor, name));
  if (serializer == nullptr) return Failure{std::string("raptor has no serializer for ") + name};
  raptor_serializer_set_option(serializer.get(), RAPTOR_OPTION_WRITE_BASE_URI, nullptr, 0);
  raptor_serializer_set_option(serializer.get(), RAPTOR_OPTION_RELATIVE_URIS, nullptr, 0);
  auto* user_data = const_cast<void*>(static_cast<const void*>(&write));  // NOLINT(cppcoreguidelines-pro-type-const-cast): C callback
  const IostreamHandle stream(raptor_new_iostream_from_handler(raptor, user_data, &handler));
  if (stream == nullptr || !set_prefixes(raptor, serializer.get(), prefixes)) return Failure{"raptor cannot be set up to write"};
  if (raptor_serializer_start_to_iostream(serializer.get(), nullptr, stream.get()) != 0) return Failure{"raptor cannot begin to write"};
  const bool all =
      source([&](librdf_statement& statement) { return raptor_serializer_serialize_statement(serializer.get(), &statement) == 0; });
  if (!all) return Failure{"raptor cannot write a triple"};
  if (raptor_serializer_serialize_end(serializer.get()) != 0) return Failure{"raptor cannot finish writing"};
  return Done{};
}

}  // namespace chancery
