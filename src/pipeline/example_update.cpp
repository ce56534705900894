#include "pipeline/example_update.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "base/file.hpp"

namespace chancery {
namespace {

namespace fs = std::filesystem;

/// `file` is one of the rules or frames of the pack in `folder`.
bool belongs_to(const std::string& file, const std::string& folder) {
  std::error_code problem;
  const fs::path inside = fs::weakly_canonical(file, problem).lexically_relative(fs::weakly_canonical(folder, problem));
  return !problem && !inside.empty() && (*inside.begin() == "rules" || *inside.begin() == "frames");
}

/// Empty if it was written, else the reason.
std::string write(const std::string& file, const std::string& text) {
  std::error_code problem;
  const fs::path path = fs::canonical(file, problem);
  const fs::perms rights = problem ? fs::perms::none : fs::status(path, problem).permissions();
  if (problem) return "cannot write " + file + ": " + problem.message();
  constexpr fs::perms writable = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  if ((rights & writable) == fs::perms::none) return "cannot write " + file + ": it is read-only";
  const Status written = write_file_atomically(path.string(), text);
  return written ? std::string() : written.error();
}

class Updater {
 public:
  Updater(const RulePack& pack, const std::vector<std::string>& folders, const std::vector<FailedExample>& failures)
      : pack_(pack), folders_(folders), failures_(failures) {
    update_.kept.resize(failures.size());
  }

  ExampleUpdate run() {
    std::map<std::string, std::vector<std::size_t>> by_file;
    for (std::size_t i = 0; i < failures_.size(); ++i) {
      if (!failures_[i].now)
        update_.kept[i] = "what the rule gives cannot be said by \"expect\": there are other frames";
      else
        by_file[failures_[i].where.file].push_back(i);
    }
    for (const auto& [file, all] : by_file) update_file(file, all);
    return std::move(update_);
  }

 private:
  void update_file(const std::string& file, const std::vector<std::size_t>& all) {
    const auto keep = [&](const std::string& why) {
      for (const std::size_t i : all) update_.kept[i] = why;
    };
    if (std::none_of(folders_.begin(), folders_.end(), [&](const std::string& folder) { return belongs_to(file, folder); }))
      return keep("the file belongs to a pack that is not named");
    const auto source = std::find_if(pack_.sources.begin(), pack_.sources.end(), [&](const auto& each) { return each.first == file; });
    Result<std::string> text = read_file(file);
    if (source == pack_.sources.end() || !text || *text != source->second) return keep("the file has changed meanwhile");
    std::vector<ExampleEdit> edits;
    for (const std::size_t i : all) edits.push_back({failures_[i].where, *failures_[i].now});
    const EditedFile edited = edit_examples(file, *text, edits);
    for (std::size_t e = 0; e < all.size(); ++e) update_.kept[all[e]] = edited.refused[e];
    if (edited.text == *text) return;
    if (std::string problem = write(file, edited.text); !problem.empty()) {
      keep("the file cannot be written");
      update_.failed.push_back(std::move(problem));
      return;
    }
    update_.rewritten += static_cast<std::size_t>(std::count(edited.refused.begin(), edited.refused.end(), ""));
  }

  const RulePack& pack_;
  const std::vector<std::string>& folders_;
  const std::vector<FailedExample>& failures_;
  ExampleUpdate update_;
};

}  // namespace

ExampleUpdate update_examples(const RulePack& pack, const std::vector<std::string>& folders, const std::vector<FailedExample>& failures) {
  return Updater(pack, folders, failures).run();
}

}  // namespace chancery
