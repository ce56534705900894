// The tagger weighs two words at a time, and behind a clause that has its verb a participle is the cheaper reading. A verb that
// reports and hardly takes an object (list `bare-clause-verb`) tells that another clause begins: it lacks a verb of its own.
#include "annotate/reported_verbs.hpp"

namespace chancery {
namespace {

constexpr TagSet opens_clause = {Tag::SC, Tag::WP, Tag::WDT, Tag::WRB, Tag::WPS};
constexpr TagSet ends_clause = {Tag::Comma, Tag::Stop, Tag::Dash, Tag::Open, Tag::Close, Tag::Bracket, Tag::OtherMark};
constexpr TagSet subjects = tags::nouns | TagSet{Tag::PRP, Tag::PRO, Tag::DTP, Tag::CD};
constexpr TagSet adverbs = {Tag::RB, Tag::NOT, Tag::Mute};

class Reader {
 public:
  Reader(const Document& document, const LocalWords& words, std::vector<Tag>& tags) : document_(document), words_(words), tags_(tags) {}

  void read(TokenSpan sentence) {
    bool reported = false;  // a verb that reports stands before, and its clause has no verb yet
    Tag before = Tag::Start;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const Tag tag = tags_[i];
      if (adverbs.has(tag)) continue;
      if (tags::lexical_verbs.has(tag) && words_.has(i, WordMark::BareClauseVerb) && tag != Tag::VBN) {
        reported = true;
      } else if (opens_clause.has(tag) || ends_clause.has(tag) || tags::finite.has(tag)) {
        reported = false;
      } else if (reported && tag == Tag::VBN && subjects.has(before) && may_be_past(document_, words_, i, sentence) &&
                 is_only_verb(i, sentence)) {
        tags_[i] = Tag::VBD;
        reported = false;
      }
      before = tag;
    }
  }

 private:
  /// No finite verb up to the end of the clause. "and" ends it only where a verb follows.
  [[nodiscard]] bool is_only_verb(std::uint32_t token, TokenSpan sentence) const {
    constexpr std::uint32_t reach = 40;  // tokens
    for (std::uint32_t i = token + 1; i < sentence.end && i < token + reach; ++i) {
      const Tag tag = tags_[i];
      if (opens_clause.has(tag) || ends_clause.has(tag)) return true;
      if (tag == Tag::CC && i + 1 < sentence.end && tags::verbs.has(tags_[i + 1])) return true;
      if (tags::finite.has(tag)) return false;
    }
    return true;
  }

  const Document& document_;
  const LocalWords& words_;
  std::vector<Tag>& tags_;
};

}  // namespace

void mend_reported_verbs(const Document& document, const LocalWords& words, std::vector<Tag>& tags) {
  Reader reader(document, words, tags);
  for (const Sentence& sentence : document.sentences) reader.read(sentence.tokens);
}

}  // namespace chancery
