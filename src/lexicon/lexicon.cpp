#include "lexicon/lexicon.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "base/hash.hpp"
#include "lexicon/loader.hpp"
#include "text/text_rules.hpp"

namespace chancery {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view abbreviations_file = "abbreviations.tsv";

struct TableFile {
  std::string path;      ///< as the user knows it, for diagnostics
  std::string relative;  ///< to the folder, for the version
  std::string text;
};

/// Read a whole file. False if the machine cannot.
bool read_file(const std::string& path, std::string& out) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) return false;
  out.resize(static_cast<std::size_t>(std::max<std::streamoff>(in.tellg(), 0)));
  in.seekg(0);
  in.read(out.data(), static_cast<std::streamsize>(out.size()));
  return in.good() || out.empty();
}

/// Paths of all tables under `folder`, sorted, so that the order of a directory says nothing.
Result<std::vector<TableFile>> list_tables(const std::string& folder) {
  std::vector<TableFile> files;
  std::error_code failure;
  fs::recursive_directory_iterator it(folder, failure);
  for (; !failure && it != fs::recursive_directory_iterator(); it.increment(failure)) {
    const fs::path& path = it->path();
    if (path.extension() == ".tsv" && it->is_regular_file()) {
      files.push_back({path.string(), path.lexically_relative(folder).generic_string(), {}});
    }
  }
  if (failure) return Failure{"cannot read the lexicon's folder " + folder + ": " + failure.message()};
  std::sort(files.begin(), files.end(), [](const TableFile& a, const TableFile& b) { return a.relative < b.relative; });
  return files;
}

Result<std::vector<TableFile>> read_tables(const std::string& folder) {
  Result<std::vector<TableFile>> files = list_tables(folder);
  if (!files) return files;
  for (TableFile& file : *files) {
    if (!read_file(file.path, file.text)) return Failure{"cannot read " + file.path + ": " + std::strerror(errno)};
  }
  return files;
}

std::string version_of(const std::vector<TableFile>& files) {
  std::string version;
  for (const TableFile& file : files) version = hash128({version, file.relative, file.text});
  return version;
}

/// Of `file`, which the text's own reader reports on: diagnostics are dropped here.
void take_abbreviations(const TableFile& file, Abbreviations& into) {
  Diagnostics reported_elsewhere;
  read_abbreviations(file.text, file.path, into, reported_elsewhere);
}

}  // namespace

Result<std::unique_ptr<Lexicon>> Lexicon::load(const std::string& folder, Diagnostics& diagnostics) {
  return load(std::vector<std::string>{folder}, diagnostics);
}

Result<std::unique_ptr<Lexicon>> Lexicon::load(const std::vector<std::string>& folders, Diagnostics& diagnostics, std::string_view extra) {
  Result<std::vector<TableFile>> files = std::vector<TableFile>();
  for (const std::string& folder : folders) {
    Result<std::vector<TableFile>> more = read_tables(folder);
    if (!more) return Failure{more.error()};
    files->insert(files->end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  }
  Abbreviations abbreviations;
  for (const TableFile& file : *files) {
    if (file.relative == abbreviations_file) take_abbreviations(file, abbreviations);
  }
  auto lexicon = std::make_unique<Lexicon>();
  LexiconLoader loader(*lexicon, abbreviations, diagnostics);
  for (const TableFile& file : *files) {
    if (file.relative != abbreviations_file) loader.read(file.text, file.path);
  }
  if (!extra.empty()) loader.read(extra, "extra names");
  loader.finish();
  lexicon->version_ = version_of(*files);
  return lexicon;
}

std::unique_ptr<Lexicon> Lexicon::parse(std::string_view table, const std::string& file, Diagnostics& diagnostics) {
  const Abbreviations abbreviations;
  auto lexicon = std::make_unique<Lexicon>();
  LexiconLoader loader(*lexicon, abbreviations, diagnostics);
  loader.read(table, file);
  loader.finish();
  lexicon->version_ = hash128({table});
  return lexicon;
}

EntryId Lexicon::find_key(std::string_view key) const {
  const Symbol symbol = keys_.find(key);
  return symbol == Symbol::None ? no_entry : index_of(symbol) - 1;
}

RoleId Lexicon::find_role(std::string_view key) const {
  const Symbol symbol = role_keys_.find(key);
  return symbol == Symbol::None ? no_role : index_of(symbol) - 1;
}

}  // namespace chancery
