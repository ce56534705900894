// SHA-256 after FIPS 180-4; XXH3 by xxHash.
#include "base/hash.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>

#include <xxhash.h>

namespace chancery {
namespace {

constexpr char unit_separator = '\x1F';

std::string to_hex(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(count * 2);
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(digits[bytes[i] >> 4U]);
    out.push_back(digits[bytes[i] & 15U]);
  }
  return out;
}

constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/// One block at a time. The eight working variables change their names from round to round instead of their places.
class Sha256 {
 public:
  void block(const unsigned char* bytes) {
    std::array<std::uint32_t, 64> w;
    for (std::size_t i = 0; i < 16; ++i) {
      w[i] = static_cast<std::uint32_t>(bytes[4 * i]) << 24U | static_cast<std::uint32_t>(bytes[4 * i + 1]) << 16U |
             static_cast<std::uint32_t>(bytes[4 * i + 2]) << 8U | static_cast<std::uint32_t>(bytes[4 * i + 3]);
    }
    for (std::size_t i = 16; i < 64; ++i) {
      const std::uint32_t s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3U);
      const std::uint32_t s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10U);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    std::array<std::uint32_t, 8> v = state_;
    for (std::size_t i = 0; i < 64; i += 8) rounds(v, w.data() + i, round_constants.data() + i, std::make_index_sequence<8>{});
    for (std::size_t i = 0; i < 8; ++i) state_[i] += v[i];
  }
  [[nodiscard]] const std::array<std::uint32_t, 8>& state() const { return state_; }

 private:
  template <std::size_t... i>
  static void rounds(std::array<std::uint32_t, 8>& v, const std::uint32_t* w, const std::uint32_t* k, std::index_sequence<i...>) {
    (round<i>(v, k[i] + w[i]), ...);
  }

  /// Round `i` of eight: the variable that FIPS 180-4 calls a is at 8 - i, and so on round.
  template <std::size_t i>
  static void round(std::array<std::uint32_t, 8>& v, std::uint32_t input) {
    constexpr auto at = [](std::size_t variable) { return (variable + 8 - i) % 8; };
    const std::uint32_t a = v[at(0)], b = v[at(1)], c = v[at(2)], e = v[at(4)], f = v[at(5)], g = v[at(6)];
    const std::uint32_t s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const std::uint32_t t1 = v[at(7)] + s1 + ((e & f) ^ (~e & g)) + input;
    const std::uint32_t s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    v[at(3)] += t1;
    v[at(7)] = t1 + s0 + ((a & b) ^ (a & c) ^ (b & c));
  }

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
};

}  // namespace

std::string hash128(std::initializer_list<std::string_view> fields) {
  std::size_t length = 0;
  for (const std::string_view field : fields) length += field.size() + 1;
  std::string joined;
  joined.reserve(length);
  for (const std::string_view field : fields) {
    joined += field;
    joined += unit_separator;
  }
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(joined.data(), joined.size()));
  return to_hex(canonical.digest, sizeof canonical.digest);
}

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::size_t whole = bytes.size() / 64;
  for (std::size_t i = 0; i < whole; ++i) hash.block(data + 64 * i);

  std::array<unsigned char, 128> tail{};
  const std::size_t left = bytes.size() % 64;
  if (left != 0) std::memcpy(tail.data(), data + 64 * whole, left);
  tail[left] = 0x80;
  const std::size_t blocks = left < 56 ? 1 : 2;
  const std::uint64_t bits = static_cast<std::uint64_t>(bytes.size()) * 8;
  for (std::size_t i = 0; i < 8; ++i) tail[64 * blocks - 1 - i] = static_cast<unsigned char>(bits >> (8 * i));
  for (std::size_t i = 0; i < blocks; ++i) hash.block(tail.data() + 64 * i);

  std::array<unsigned char, 32> digest{};
  for (std::size_t i = 0; i < 32; ++i) digest[i] = static_cast<unsigned char>(hash.state()[i / 4] >> (24 - 8 * (i % 4)));
  return to_hex(digest.data(), digest.size());
}

}  // namespace chancery
