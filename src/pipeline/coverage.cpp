#include "pipeline/coverage.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>
#include <utility>

#include "extract/extractor.hpp"
#include "pipeline/rule_tools.hpp"

namespace chancery {
namespace {

constexpr std::size_t most_examples = 2;

struct Hit {
  RuleId rule = 0;
  TokenSpan trigger;
};

/// Notes where each rule matched in one article.
class HitTrace final : public ExtractionTrace {
 public:
  void matched(const Extraction&, const Match& match, int) override { hits.push_back({match.rule, match.trigger}); }
  std::vector<Hit> hits;
};

}  // namespace

struct Coverage::State {
  explicit State(const ExtractionModel& model) : extractor(model) {}
  Extractor extractor;
};

Coverage::Coverage(const Resources& resources)
    : resources_(resources), counts_(resources.pack().rules.size()), state_(std::make_unique<State>(resources.model())) {}
Coverage::~Coverage() = default;

void Coverage::add(Article article) {
  HitTrace trace;
  const Extraction extraction = state_->extractor.extract(std::move(article), &trace);
  const Document& document = *extraction.document;
  const std::vector<Rule>& rules = resources_.pack().rules;
  std::vector<Hit>& hits = trace.hits;
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.trigger.begin < b.trigger.begin; });
  std::vector<bool> seen(rules.size(), false);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    Counts& counts = counts_[hits[i].rule];
    ++counts.hits;
    if (!seen[hits[i].rule]) ++counts.articles;
    seen[hits[i].rule] = true;
    if (counts.examples.size() < most_examples) {
      const std::uint32_t sentence = document.sentence_of(hits[i].trigger.begin);
      std::string text =
          sentence < document.sentences.size() ? on_one_line(document.text(document.sentences[sentence].tokens)) : std::string();
      if (counts.examples.empty() || counts.examples.front() != text) counts.examples.push_back(std::move(text));
    }
    for (std::size_t k = i + 1; k < hits.size() && hits[k].trigger.begin < hits[i].trigger.end; ++k) {
      if (hits[k].rule == hits[i].rule || rules[hits[k].rule].kind != rules[hits[i].rule].kind) continue;
      ++counts.overlaps[hits[k].rule];
      ++counts_[hits[k].rule].overlaps[hits[i].rule];
    }
  }
}

std::size_t Coverage::silent_rules() const {
  return static_cast<std::size_t>(std::count_if(counts_.begin(), counts_.end(), [](const Counts& counts) { return counts.hits == 0; }));
}

void Coverage::print(std::ostream& out) const {
  const std::vector<Rule>& rules = resources_.pack().rules;
  std::vector<RuleId> order(rules.size());
  std::iota(order.begin(), order.end(), RuleId{0});
  std::stable_sort(order.begin(), order.end(), [&](RuleId a, RuleId b) { return counts_[a].hits > counts_[b].hits; });
  out << "rule\tkind\thits\tarticles\toverlaps\texample 1\texample 2\n";
  for (const RuleId id : order) {
    const Counts& counts = counts_[id];
    out << rules[id].name << '\t' << name_of(rules[id].kind) << '\t' << counts.hits << '\t' << counts.articles << '\t';
    std::vector<std::pair<RuleId, std::size_t>> overlaps(counts.overlaps.begin(), counts.overlaps.end());
    std::stable_sort(overlaps.begin(), overlaps.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    const char* separator = "";
    for (const auto& [other, times] : overlaps) {
      out << separator << rules[other].name << ' ' << times;
      separator = ", ";
    }
    for (std::size_t i = 0; i < most_examples; ++i) out << '\t' << (i < counts.examples.size() ? counts.examples[i] : std::string());
    out << '\n';
  }
}

}  // namespace chancery
