#include "base/hash.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(Sha256, AgreesWithThePublishedExamples) {  // FIPS 180-4, examples of NIST
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PadsEveryLength) {
  std::set<std::string> seen;
  for (std::size_t length = 0; length < 300; ++length) EXPECT_TRUE(seen.insert(sha256(std::string(length, 'x'))).second) << length;
  EXPECT_EQ(sha256(std::string(55, 'a')), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
  EXPECT_EQ(sha256(std::string(56, 'a')), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
  EXPECT_EQ(sha256(std::string(64, 'a')), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

TEST(Hash128, IsTheSameEverywhere) {
  EXPECT_EQ(hash128({"abc"}).size(), 32U);
  EXPECT_EQ(hash128({"abc"}), hash128({"abc"}));
  EXPECT_EQ(hash128({"a", "b"}), "82140786ff32550b7ffd47656c511b29");
}

TEST(Hash128, FieldsDoNotRunTogether) {
  EXPECT_NE(hash128({"ab", "c"}), hash128({"a", "bc"}));
  EXPECT_NE(hash128({"abc"}), hash128({"abc", ""}));
  EXPECT_NE(hash128({}), hash128({""}));
}

}  // namespace
}  // namespace chancery
