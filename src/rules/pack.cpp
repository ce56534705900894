// Reads the files of a pack in the order of their paths, so that the pack is the same on every file system.
#include "rules/pack.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/hash.hpp"
#include "rules/pack_reader.hpp"

namespace chancery {
namespace {

namespace fs = std::filesystem;

bool read_text_file(const std::string& path, std::string& out, Diagnostics& diagnostics) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream buffer;
  if (in) buffer << in.rdbuf();
  if (!in)
    diagnostics.error("pack.unreadable", {path, 0, 0}, "the file cannot be read");
  else
    out = buffer.str();
  return static_cast<bool>(in);
}

std::vector<std::string> yaml_files(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code problem;
  for (fs::recursive_directory_iterator it(folder, problem), end; !problem && it != end; it.increment(problem)) {
    const std::string extension = it->path().extension().string();
    if (extension == ".yaml" || extension == ".yml") files.push_back(it->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void add_file(const std::string& text, const std::string& name, bool is_manifest, RulePack& pack, Diagnostics& diagnostics) {
  pack.sources.emplace_back(name, text);
  pack.version_hash = hash128({pack.version_hash, text});
  YamlFile file(name, text);
  if (!file.parse(diagnostics)) return;
  PackReader reader(file, pack, diagnostics);
  if (is_manifest)
    reader.read_manifest();
  else
    reader.read_file();
}

/// `folder` holds a lexicon.
void add_words(const std::string& folder, RulePack& pack, Diagnostics& diagnostics) {
  std::string here = fs::path(folder).lexically_normal().string();
  if (here.size() > 1 && here.back() == '/') here.pop_back();
  std::error_code problem;
  if (!fs::is_directory(fs::path(here) / "lexicon", problem)) {
    diagnostics.error("pack.unreadable", {here, 0, 0}, "this folder has no lexicon");
  } else if (std::find(pack.word_folders.begin(), pack.word_folders.end(), here) == pack.word_folders.end()) {
    pack.word_folders.push_back(here);
  }
}

/// False if the file or folder was read before, or is being read: two packs may need the same one.
bool is_new(const fs::path& path, std::vector<std::string>& seen) {
  std::error_code problem;
  fs::path here = fs::weakly_canonical(path, problem);
  if (problem) here = path.lexically_normal();
  std::string name = here.string();
  if (name.size() > 1 && name.back() == '/') name.pop_back();
  if (std::find(seen.begin(), seen.end(), name) != seen.end()) return false;
  seen.push_back(std::move(name));
  return true;
}

void add_folder(const std::string& folder, RulePack& pack, Diagnostics& diagnostics, std::vector<std::string>& seen) {
  if (!is_new(folder, seen)) return;
  std::error_code problem;
  std::string text;
  if (fs::is_regular_file(folder, problem)) {
    if (read_text_file(folder, text, diagnostics)) add_file(text, folder, false, pack, diagnostics);
    return;
  }
  if (!fs::is_directory(folder, problem)) {
    diagnostics.error("pack.unreadable", {folder, 0, 0}, "this is no folder of rules");
    return;
  }
  const std::string manifest = (fs::path(folder) / "pack.yaml").string();
  if (fs::exists(manifest, problem) && read_text_file(manifest, text, diagnostics)) {
    Manifest outer = std::move(pack.manifest);
    pack.manifest = {};
    add_file(text, manifest, true, pack, diagnostics);
    const std::vector<std::string> needs = pack.manifest.needs;
    if (!pack.manifest.language.empty()) add_words((fs::path(folder) / pack.manifest.language).string(), pack, diagnostics);
    for (const std::string& needed : needs) add_folder((fs::path(folder) / needed).string(), pack, diagnostics, seen);
    if (!outer.name.empty()) pack.manifest = std::move(outer);
  }
  if (fs::is_directory(fs::path(folder) / "lexicon", problem)) add_words(folder, pack, diagnostics);
  for (const char* part : {"frames", "rules"}) {
    for (const std::string& path : yaml_files((fs::path(folder) / part).string())) {
      if (is_new(path, seen) && read_text_file(path, text, diagnostics)) add_file(text, path, false, pack, diagnostics);
    }
  }
}

}  // namespace

const FrameDef* RulePack::frame(std::string_view name) const {
  const auto found = std::find_if(frames.begin(), frames.end(), [&](const FrameDef& frame) { return frame.name == name; });
  return found == frames.end() ? nullptr : &*found;
}

std::string_view RulePack::source_line(const Location& where) const {
  const auto source = std::find_if(sources.begin(), sources.end(), [&](const auto& each) { return each.first == where.file; });
  if (source == sources.end() || where.line == 0) return {};
  std::string_view rest = source->second;
  for (std::uint32_t line = 1; line < where.line; ++line) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return rest;
}

RulePack read_pack(const std::string& folder, Diagnostics& diagnostics) {
  return read_packs({folder}, diagnostics);
}

RulePack read_packs(const std::vector<std::string>& folders, Diagnostics& diagnostics) {
  RulePack pack;
  std::vector<std::string> seen;
  for (const std::string& folder : folders) add_folder(folder, pack, diagnostics, seen);
  return pack;
}

void read_pack_text(const std::string& yaml, const std::string& file, RulePack& pack, Diagnostics& diagnostics) {
  add_file(yaml, file, false, pack, diagnostics);
}

}  // namespace chancery
