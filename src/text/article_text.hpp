#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "text/article.hpp"

namespace chancery {

/// True if `text` can be an article's body or title: UTF-8, no NUL. Else a diagnostic says where it fails; `where` is the place of the
/// text, and lines and columns in it are counted on top if `counts_lines`.
bool is_sound_text(std::string_view text, const Location& where, bool counts_lines, Diagnostics& diagnostics);

/// True if there is anything but white space.
bool has_content(std::string_view text);

/// The articles of one JSON text: an object, or a list of objects. What is no article is reported at `where`.
/// Keeps its buffers from call to call.
class JsonArticles {
 public:
  JsonArticles();
  ~JsonArticles();
  JsonArticles(const JsonArticles&) = delete;
  JsonArticles& operator=(const JsonArticles&) = delete;
  void read(std::string_view json, const Location& where, std::vector<Article>& out, Diagnostics& diagnostics);

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace chancery
