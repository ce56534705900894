// Whatever the reader of N-Quads accepts is valid: written and read again, it is the same, and nothing is complained of.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "rdf/line_reader.hpp"
#include "rdf/line_writer.hpp"

namespace {

struct Collector final : chancery::StatementSink {
  std::vector<chancery::Statement> statements;
  void add(const chancery::Statement& statement) override { statements.push_back(statement); }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Collector first;
  chancery::Diagnostics complaints;
  chancery::read_lines(text, "fuzz", first, complaints);

  std::string written;
  for (const chancery::Statement& statement : first.statements) chancery::append_line(written, statement, chancery::LineSyntax::NQuads);
  Collector second;
  chancery::Diagnostics none;
  chancery::read_lines(std::string_view(written), "fuzz", second, none);
  if (!none.empty() || second.statements != first.statements) std::abort();
  return 0;
}
