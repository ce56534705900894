#include "pipeline/resources.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/file.hpp"
#include "base/hash.hpp"

namespace chancery {
namespace fs = std::filesystem;
namespace {

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

/// Folders that may hold `mappings` and `ontology`, likeliest first.
std::vector<fs::path> data_folders() {
  std::vector<fs::path> folders;
  if (const char* named = std::getenv("CHANCERY_DATA"); named != nullptr && *named != '\0') folders.emplace_back(named);
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return folders;
  folders.push_back(program.parent_path().parent_path() / "share" / "chancery");
  for (fs::path above = program.parent_path(); above.has_relative_path(); above = above.parent_path()) {
    if (fs::exists(above / "src" / "LAYERS", failed)) folders.push_back(above);
  }
  return folders;
}

Result<std::string> choose(const std::string& named, const char* name, const std::vector<fs::path>& folders) {
  if (!named.empty()) {
    if (is_folder(named)) return named;
    return Failure{named + ": there is no such folder (--" + name + ")"};
  }
  std::string looked;
  for (const fs::path& folder : folders) {
    if (is_folder(folder / name)) return (folder / name).string();
    looked += "\n  " + (folder / name).string();
  }
  return Failure{std::string("found no folder \"") + name + "\"; name it with --" + name + " or CHANCERY_DATA. Looked at:" + looked};
}

/// A hash over the names and bytes of the files in `folder`, in order of their names.
std::string hash_of_folder(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failed;
  for (const fs::directory_entry& item : fs::directory_iterator(folder, failed)) {
    if (item.path().extension() == ".ttl") files.push_back(item.path().string());
  }
  std::sort(files.begin(), files.end());
  std::string all;
  for (const std::string& file : files) {
    if (Result<std::string> text = read_file(file)) all += hash128({fs::path(file).filename().string(), *text});
  }
  return hash128({all});
}

/// The lexicons of a pack and of what it builds on; without any, the folder where its own should be.
std::vector<std::string> lexicon_folders(const RulePack& pack, const std::string& mappings) {
  std::vector<std::string> folders;
  for (const std::string& folder : pack.word_folders) folders.push_back(folder + "/lexicon");
  if (folders.empty()) folders.push_back(mappings + "/lexicon");
  return folders;
}

/// Whose abbreviations and furniture are used: the pack's own, else those of what it builds on.
std::string text_rules_folder(const RulePack& pack, const std::string& mappings) {
  for (const std::string& folder : pack.word_folders) {
    if (!fs::exists(fs::path(mappings) / "furniture.yaml") && fs::exists(fs::path(folder) / "furniture.yaml")) return folder;
  }
  return mappings;
}

/// A file of rules that could not be read: what it gives is not there.
bool leaves_a_file_out(std::string_view code) {
  return code == "pack.syntax" || code == "pack.unclosed" || code == "pack.alias" || code == "pack.unreadable";
}

bool tells_unknown_name(std::string_view code) {
  return code.starts_with("rule.unknown-") || code.starts_with("frame.unknown-") || code.starts_with("mapping.unknown-");
}

}  // namespace

std::vector<std::string> ResourcePaths::all_mappings() const {
  std::vector<std::string> all{mappings};
  all.insert(all.end(), more_mappings.begin(), more_mappings.end());
  return all;
}

Result<ResourcePaths> find_resources(const std::vector<std::string>& mappings, const std::string& ontology) {
  const std::vector<fs::path> folders = data_folders();
  Result<std::string> found_mappings = choose(mappings.empty() ? std::string() : mappings.front(), "mappings", folders);
  if (!found_mappings) return Failure{found_mappings.error()};
  std::vector<std::string> more;
  for (std::size_t i = 1; i < mappings.size(); ++i) {
    Result<std::string> found = choose(mappings[i], "mappings", folders);
    if (!found) return Failure{found.error()};
    more.push_back(*found);
  }
  Result<std::string> found_ontology = choose(ontology, "ontology", folders);
  if (!found_ontology) return Failure{found_ontology.error()};
  return ResourcePaths{*found_mappings, *found_ontology, std::move(more)};
}

Result<std::unique_ptr<const Resources>> Resources::load(const ResourcePaths& paths, Diagnostics& diagnostics, const WhileOpen& while_open,
                                                         std::string_view extra_names) {
  std::unique_ptr<Resources> made(new Resources);
  made->paths_ = paths;
  Diagnostics found;
  made->pack_ = read_packs(paths.all_mappings(), found);
  Result<std::unique_ptr<Lexicon>> lexicon = Lexicon::load(lexicon_folders(made->pack_, paths.mappings), found, extra_names);
  if (!lexicon) {
    diagnostics.take(std::move(found));
    const bool no_words = made->pack_.word_folders.empty();
    return Failure{lexicon.error() +
                   (no_words ? "; a pack has a folder \"lexicon\", or names a folder of mappings as \"language\" in pack.yaml" : "")};
  }
  made->lexicon_ = std::move(*lexicon);
  made->text_rules_ = read_text_rules(text_rules_folder(made->pack_, paths.mappings), found);
  made->program_ = compile(made->pack_, *made->lexicon_, found, &made->text_rules_);
  if (while_open) while_open(*made->lexicon_, made->text_rules_);
  Mapper::check(made->pack_, found);
  made->model_ = std::make_unique<ExtractionModel>(*made->lexicon_, made->pack_, *made->program_, made->text_rules_, found);
  // What is found where a source is not at hand gets its line here.
  const std::vector<Diagnostic>& all = found.items();
  const auto left_out = std::find_if(all.begin(), all.end(), [](const Diagnostic& item) { return leaves_a_file_out(item.code); });
  std::size_t untold = 0;
  for (Diagnostic item : all) {
    if (left_out != all.end() && tells_unknown_name(item.code)) {
      ++untold;
      continue;
    }
    if (item.source_line.empty()) item.source_line = std::string(made->pack_.source_line(item.where));
    diagnostics.add(std::move(item));
  }
  if (untold > 0) {
    diagnostics.info("pack.left-out", left_out->where,
                     "this file is left out, and other files use " + std::to_string(untold) + " names that no file gives",
                     "mend the file first; names that are still unknown are told then");
  }
  made->run_ = {program_version, made->pack_.version_hash, made->lexicon_->version(), hash_of_folder(paths.ontology)};
  return std::unique_ptr<const Resources>(std::move(made));
}

}  // namespace chancery
