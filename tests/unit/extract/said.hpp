#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "extract/extractor.hpp"
#include "support/shipped.hpp"

namespace chancery {

/// What a table of cases expects: the lines side by side, "-" for none.
inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "; ") + line;
  return text.empty() ? "-" : text;
}

/// "Meeting participant=A,B status=held" of the frames of one kind, for tables of expectations.
class Said {
 public:
  explicit Said(const std::string& body, const std::string& date = "2024-06-05") {
    Article article;
    article.body = body;
    article.date = date;
    extraction_ = Extractor(*Shipped::get().model).extract(std::move(article));
  }

  [[nodiscard]] std::vector<std::string> frames(const std::string& kind, const std::vector<std::string>& roles) const {
    std::vector<std::string> result;
    for (const Frame& frame : extraction_.frames) {
      const FrameDef& definition = Shipped::get().pack.frames[frame.definition];
      if (definition.name != kind) continue;
      std::string line = frame.polarity ? "" : "not ";
      for (const std::string& role : roles) line += (line.empty() || line.back() == ' ' ? "" : " | ") + fillers(frame, definition, role);
      result.push_back(line);
    }
    return result;
  }
  [[nodiscard]] std::vector<std::string> meetings() const { return frames("Meeting", {"participant", "place", "status"}); }
  /// "place" stands for a place, a venue or a country, whichever there is.
  [[nodiscard]] std::vector<std::string> encounters() const {
    std::vector<std::string> found = frames("Meeting", {"participant", "place", "venue", "country", "status"});
    for (std::string& line : found) {
      for (std::size_t gap = line.find(" | -"); gap != std::string::npos; gap = line.find(" | -", gap)) line.erase(gap, 4);
    }
    return found;
  }
  [[nodiscard]] std::vector<std::string> quotations() const {
    std::vector<std::string> all = frames("Statement", {"speaker", "quote"});
    std::erase_if(all, [](const std::string& line) { return line.find("“") == std::string::npos; });
    return all;
  }

 private:
  [[nodiscard]] std::string fillers(const Frame& frame, const FrameDef& definition, const std::string& role) const {
    std::string text;
    for (const RoleFillers& item : frame.roles) {
      if (definition.roles[item.role].name != role) continue;
      for (const Filler& filler : item.fillers) text += (text.empty() ? "" : ", ") + form(filler);
    }
    return text.empty() ? "-" : text;
  }
  [[nodiscard]] std::string form(const Filler& filler) const {
    if (filler.value != Symbol::None) return std::string(Shipped::get().lexicon->symbols().text(filler.value));
    if (filler.entity != no_entity) {
      const ArticleEntity& entity = extraction_.entities[filler.entity];
      return entity.unnamed ? Shipped::get().lexicon->entry(entity.entry).label : entity.name;
    }
    return text_of(*extraction_.document, filler);
  }

  Extraction extraction_;
};

}  // namespace chancery
