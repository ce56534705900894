#include "text/reader.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <deque>
#include <filesystem>
#include <system_error>
#include <utility>

#include "text/article_text.hpp"
#include "text/byte_source.hpp"
#include "text/char_class.hpp"

namespace chancery {
namespace {

namespace fs = std::filesystem;

enum class Format : std::uint8_t { Text, Json, Unknown };

std::string without_gz(const std::string& path) {
  return path.ends_with(".gz") ? path.substr(0, path.size() - 3) : path;
}

Format format_of(const std::string& path) {
  const std::string extension = fs::path(without_gz(path)).extension().string();
  if (extension == ".txt" || extension == ".md") return Format::Text;
  if (extension == ".json" || extension == ".jsonl" || extension == ".ndjson") return Format::Json;
  return Format::Unknown;
}

struct Input {
  std::string path;
  std::uint64_t size = 0;
};

/// The files of a folder and of those in it, sorted; what cannot be listed is reported.
void list_folder(const fs::path& folder, std::vector<Input>& out, Diagnostics& diagnostics) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) entries.push_back(it->path());
  if (error) return diagnostics.error("input.unreadable", {folder.string(), 0, 0}, "cannot list this folder: " + error.message());
  std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  for (const fs::path& entry : entries) {
    if (entry.filename().native().starts_with('.')) continue;
    const fs::file_status status = fs::status(entry, error);
    if (fs::is_directory(status) && !fs::is_symlink(fs::symlink_status(entry, error)))
      list_folder(entry, out, diagnostics);
    else if (!fs::is_directory(status) && format_of(entry.string()) != Format::Unknown)
      out.push_back({entry.string(), fs::file_size(entry, error)});
  }
}

std::vector<Input> list_inputs(const std::vector<std::string>& names, Diagnostics& diagnostics) {
  std::vector<Input> inputs;
  for (const std::string& name : names) {
    std::error_code error;
    const fs::file_status status = name == "-" ? fs::file_status(fs::file_type::fifo) : fs::status(name, error);
    if (status.type() == fs::file_type::not_found) {
      diagnostics.error("input.missing", {name, 0, 0}, "there is no such file or folder");
    } else if (fs::is_directory(status)) {
      const std::size_t before = inputs.size();
      const std::size_t errors = diagnostics.error_count();
      list_folder(name, inputs, diagnostics);
      if (inputs.size() == before && diagnostics.error_count() == errors) {
        diagnostics.error("input.no-articles", {name, 0, 0}, "there are no articles in this folder",
                          "it looks for .txt, .md, .json, .jsonl and .ndjson, also with .gz");
      }
    } else {
      inputs.push_back({name, fs::is_regular_file(status) ? fs::file_size(name, error) : 0});
    }
  }
  return inputs;
}

}  // namespace

class ArticleReader::State {
 public:
  State(std::vector<std::string> names, std::size_t max_bytes) : names_(std::move(names)), max_bytes_(max_bytes) {}

  std::optional<Article> next(Diagnostics& diagnostics) {
    if (!std::exchange(listed_, true)) list(diagnostics);
    for (;;) {
      if (!ready_.empty()) {
        Article article = std::move(ready_.front());
        ready_.pop_front();
        return article;
      }
      if (lines_)
        read_line(diagnostics);
      else if (next_input_ < inputs_.size())
        open(diagnostics);
      else
        return std::nullopt;
    }
  }

  [[nodiscard]] std::uint64_t bytes_read() const { return done_ + (lines_ ? lines_->source().raw_bytes() : 0); }
  [[nodiscard]] std::uint64_t bytes_total() const { return total_; }

 private:
  void list(Diagnostics& diagnostics) {
    inputs_ = list_inputs(names_, diagnostics);
    for (const Input& input : inputs_) total_ += input.size;
  }

  void open(Diagnostics& diagnostics) {
    path_ = inputs_[next_input_++].path;
    auto source = ByteSource::open(path_);
    if (!source) return diagnostics.error("input.unreadable", {path_, 0, 0}, "cannot be read: " + source.error());
    lines_ = std::make_unique<LineSource>(std::move(*source), max_bytes_);
    begun_ = gave_ = false;
    const Format format = format_of(path_);
    if (format == Format::Text || (format == Format::Unknown && !looks_like_json())) read_text(diagnostics);
  }

  /// By the first character that is no space.
  bool looks_like_json() {
    std::string_view line;
    bool too_long = false;
    if (!lines_->next(line, too_long)) return false;
    lines_->put_back();
    const auto first = std::find_if(line.begin(), line.end(), [](char c) { return flags_of_byte(c) != char_space; });
    return first != line.end() && *first == '{';
  }

  void read_text(Diagnostics& diagnostics) {
    std::string text = lines_->rest();
    if (!report_end(diagnostics)) {
      if (text.size() > max_bytes_)
        report_too_large({path_, 0, 0}, diagnostics);
      else if (auto article = article_from_text(std::move(text), path_, diagnostics))
        ready_.push_back(std::move(*article));
    }
    close();
  }

  void read_line(Diagnostics& diagnostics) {
    std::string_view line;
    bool too_long = false;
    if (!lines_->next(line, too_long)) {
      if (!report_end(diagnostics) && !gave_) diagnostics.error("input.empty", {path_, 0, 0}, "there is no article in it");
      return close();
    }
    const Location where{path_, lines_->line_number(), 1};
    if (too_long) {
      gave_ = true;
      return report_too_large(where, diagnostics);
    }
    if (!std::exchange(begun_, true) && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (!has_content(line)) return;
    if (!gave_ && is_part(line)) return read_whole(diagnostics);
    gave_ = true;
    take(line, where, diagnostics);
  }
  /// A first line that begins a JSON text over many lines.
  [[nodiscard]] bool is_part(std::string_view line) const {
    const std::size_t first = line.find_first_not_of(" \t");
    const std::size_t last = line.find_last_not_of(" \t\r");
    if (first == last) return line[first] == '{' || line[first] == '[';
    return without_gz(path_).ends_with(".json") && (line[first] == '[' || (line[first] == '{' && line[last] != '}'));
  }

  void read_whole(Diagnostics& diagnostics) {
    gave_ = true;
    std::string text = lines_->rest();
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (!report_end(diagnostics)) {
      if (text.size() > max_bytes_)
        report_too_large({path_, 0, 0}, diagnostics);
      else
        take(text, {path_, 0, 0}, diagnostics);
    }
    close();
  }

  void report_too_large(const Location& where, Diagnostics& diagnostics) const {
    diagnostics.error("input.too-large", where, "an article of over " + std::to_string(max_bytes_) + " bytes");
  }

  void take(std::string_view json, const Location& where, Diagnostics& diagnostics) {
    std::vector<Article> articles;
    json_.read(json, where, articles, diagnostics);
    for (Article& article : articles) ready_.push_back(std::move(article));
  }

  /// True if reading did not end well; then it has been reported.
  bool report_end(Diagnostics& diagnostics) {
    const ByteSource& source = lines_->source();
    const Location where{path_, 0, 0};
    switch (source.state()) {
      case ReadState::Fine: return false;
      case ReadState::Failed: diagnostics.error("input.unreadable", where, "reading failed: " + source.reason()); break;
      case ReadState::Truncated:
        diagnostics.error("input.truncated-gzip", where, "the gzip file ends too early; what was whole has been read");
        break;
      case ReadState::Corrupt:
        diagnostics.error("input.bad-gzip", where, "the gzip file is damaged; what was whole before has been read");
        break;
    }
    return true;
  }

  void close() {
    done_ += lines_->source().raw_bytes();
    lines_.reset();
  }

  std::vector<std::string> names_;
  std::size_t max_bytes_;
  std::vector<Input> inputs_;
  std::size_t next_input_ = 0;
  bool listed_ = false;
  std::uint64_t done_ = 0, total_ = 0;

  std::string path_;
  std::unique_ptr<LineSource> lines_;
  bool begun_ = false;  ///< the file's first line has been read
  bool gave_ = false;   ///< something other than blank lines has been found
  JsonArticles json_;
  std::deque<Article> ready_;
};

ArticleReader::ArticleReader(std::vector<std::string> inputs, std::size_t max_bytes)
    : state_(std::make_unique<State>(std::move(inputs), max_bytes)) {}
ArticleReader::~ArticleReader() = default;
std::optional<Article> ArticleReader::next(Diagnostics& diagnostics) {
  return state_->next(diagnostics);
}
std::uint64_t ArticleReader::bytes_read() const {
  return state_->bytes_read();
}
std::uint64_t ArticleReader::bytes_total() const {
  return state_->bytes_total();
}

}  // namespace chancery
