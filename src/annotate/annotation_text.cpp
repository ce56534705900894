#include "annotate/annotation_text.hpp"

#include "text/document.hpp"

namespace chancery {
namespace {

constexpr std::string_view pos_names[] = {"NOUN", "PROPN", "VERB",  "AUX",  "ADJ",  "ADV",   "PRON", "DET", "ADP",
                                          "NUM",  "CCONJ", "SCONJ", "PART", "INTJ", "PUNCT", "SYM",  "X"};
constexpr std::string_view clause_names[] = {"main", "relative", "complement", "adverbial", "participial", "coordinate"};

void append(std::string& out, std::string_view text) {
  if (!out.empty() && out.back() != '[' && out.back() != '{') out += ' ';
  out += text;
}

class RelationWriter {
 public:
  RelationWriter(const Document& document, const Annotation& annotation) : document_(document), annotation_(annotation) {}

  [[nodiscard]] std::string_view head(std::uint32_t noun) const {
    return document_.text(document_.token(annotation_.noun_groups[noun].head));
  }

  /// The head of a group, or the heads of the list that it begins.
  [[nodiscard]] std::string heads(std::int32_t noun) const {
    if (noun < 0) return "-";
    const std::int32_t list = annotation_.list_of[static_cast<std::size_t>(noun)];
    return list < 0 ? std::string(head(static_cast<std::uint32_t>(noun))) : list_text(annotation_.lists[static_cast<std::size_t>(list)]);
  }

  [[nodiscard]] std::string list_text(const NounList& list) const {
    std::string out;
    for (const std::uint32_t member : list.members) {
      if (!out.empty()) out += '+';
      out += head(member);
    }
    return out;
  }

  [[nodiscard]] std::string governor(const Attachment& attachment) const {
    if (attachment.noun_governor >= 0) return std::string(head(static_cast<std::uint32_t>(attachment.noun_governor)));
    if (attachment.verb_governor < 0) return "-";
    return std::string(document_.text(document_.token(annotation_.verb_groups[static_cast<std::size_t>(attachment.verb_governor)].head)));
  }

 private:
  const Document& document_;
  const Annotation& annotation_;
};

std::string properties(const Document& document, const VerbGroup& group) {
  std::string out = group.tense == Tense::Past      ? "past"
                    : group.tense == Tense::Present ? "present"
                    : group.tense == Tense::Future  ? "future"
                                                    : "";
  const auto add = [&](bool is, std::string_view name) {
    if (!is) return;
    if (!out.empty()) out += ' ';
    out += name;
  };
  add(group.infinitive, "to");
  add(group.participle, "participle");
  if (group.modal != Symbol::None) add(true, document.symbols.text(group.modal));
  add(group.perfect, "perfect");
  add(group.progressive, "progressive");
  add(group.passive, "passive");
  add(group.negated, "not");
  return out;
}

}  // namespace

std::string_view to_string(Pos pos) {
  return pos_names[static_cast<std::size_t>(pos)];
}
std::string_view to_string(ClauseKind kind) {
  return clause_names[static_cast<std::size_t>(kind)];
}

std::string pos_text(const Annotation& annotation, TokenSpan tokens) {
  std::string out;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) append(out, to_string(annotation.tokens[i].pos));
  return out;
}

std::string group_text(const Document& document, const Annotation& annotation, TokenSpan tokens) {
  std::string out;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const std::int32_t noun = annotation.noun_group_of[i], verb = annotation.verb_group_of[i];
    const TokenSpan group = noun >= 0   ? annotation.noun_groups[static_cast<std::size_t>(noun)].tokens
                            : verb >= 0 ? annotation.verb_groups[static_cast<std::size_t>(verb)].tokens
                                        : TokenSpan{i, i};
    if (group.begin == i && !group.empty()) append(out, noun >= 0 ? "[" : "{");
    append(out, document.text(document.token(i)));
    if (group.end == i + 1) out += noun >= 0 ? ']' : '}';
  }
  return out;
}

std::string argument_text(const Document& document, const Annotation& annotation, TokenSpan tokens) {
  const RelationWriter writer(document, annotation);
  std::string out;
  for (const VerbGroup& group : annotation.verb_groups) {
    if (!tokens.contains(group.head)) continue;
    append(out, document.symbols.text(annotation.tokens[group.head].lemma));
    out += '(' + properties(document, group) + "; " + writer.heads(group.subject) + "; " + writer.heads(group.object) + ')';
  }
  return out;
}

std::string relation_text(const Document& document, const Annotation& annotation, TokenSpan tokens) {
  const RelationWriter writer(document, annotation);
  std::string out;
  for (const NounList& list : annotation.lists) {
    if (tokens.contains(list.tokens)) append(out, "list(" + writer.list_text(list) + ')');
  }
  for (const Apposition& apposition : annotation.appositions) {
    if (!tokens.contains(annotation.noun_groups[apposition.first].head)) continue;
    append(out, "apposition(" + std::string(writer.head(apposition.first)) + ", " + std::string(writer.head(apposition.second)) + ')');
  }
  for (const Attachment& attachment : annotation.attachments) {
    if (!tokens.contains(attachment.preposition)) continue;
    append(out, document.word(attachment.preposition));
    out += '(' + std::string(writer.head(attachment.noun_group)) + "; " + writer.governor(attachment) + ')';
  }
  return out;
}

}  // namespace chancery
