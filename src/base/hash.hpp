#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace chancery {

/// 128 bits of XXH3 over the fields, each ended by a unit separator, as 32 lower-case hexadecimal digits.
/// The same on every machine; not meant against an adversary.
std::string hash128(std::initializer_list<std::string_view> fields);

/// SHA-256 of `bytes` (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace chancery
