// Prints the expressions of time of plain-text articles: one JSON object a line with the code-point offsets in the article's
// body, the text, type and value. For measuring; the article's date comes from its front matter.
//   show_dates MAPPINGS FILE…
#include <cstdio>
#include <string>

#include "text/reader.hpp"
#include "text/text_rules.hpp"
#include "time/time_tagger.hpp"

int main(int argc, char** argv) {
  using namespace chancery;
  if (argc < 3) return 2;
  Diagnostics diagnostics;
  const TextRules rules = read_text_rules(argv[1], diagnostics);
  SymbolTable table;
  const TimeTagger tagger(table);
  ArticleReader reader(std::vector<std::string>(argv + 2, argv + argc));
  while (auto article = reader.next(diagnostics)) {
    const std::string source = article->source;
    const Document document(std::move(*article), table, rules);
    for (const FoundDate& found : tagger.find(document, tagger.reference_day(document))) {
      const CodePointSpan span = document.code_points(document.bytes(found.tokens));
      std::printf("{\"file\":\"%s\",\"begin\":%u,\"end\":%u,\"type\":\"%s\",\"value\":\"%s\"}\n", source.c_str(), span.begin, span.end,
                  found.value.type.c_str(), found.value.timex.c_str());
    }
  }
  for (const Diagnostic& item : diagnostics.items()) std::fprintf(stderr, "%s\n", to_string(item).c_str());
  return diagnostics.has_errors() ? 1 : 0;
}
