#pragma once

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace chancery::test {

/// The rows of a case table under tests/cases: columns parted by tabs, `#` starts a comment line. In every column `\n`, `\t` and
/// `\xHH` stand for a line end, a tab and a byte.
using Row = std::vector<std::string>;

inline std::string unescape(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] != '\\' || (next != 'n' && next != 't' && next != 'x')) {
      out.push_back(text[i]);
      continue;
    }
    ++i;
    if (next == 'n') out.push_back('\n');
    if (next == 't') out.push_back('\t');
    if (next == 'x') {
      out.push_back(static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16)));
      i += 2;
    }
  }
  return out;
}

inline std::vector<Row> read_table(const std::string& path) {
  std::vector<Row> rows;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    Row row;
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', begin), line.size());
      row.push_back(unescape(line.substr(begin, tab - begin)));
      begin = tab + 1;
    }
    rows.push_back(row);
  }
  return rows;
}

}  // namespace chancery::test
