#include "mapping/triples.hpp"

#include <algorithm>

#include "match/class_table.hpp"
#include "rdf/lexical.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

/// Predicates of types, names and links: plain, and never worth a claim.
bool is_naming(std::string_view iri) {
  return iri == std::string(ns::rdf) + "type" || iri == std::string(ns::rdfs) + "label" || iri.starts_with(ns::skos) ||
         iri == std::string(ns::owl) + "sameAs";
}

std::string expand_name(const RulePack& pack, std::string_view base, std::string_view name) {
  if (name == "a") return expand("rdf:type");
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string start = prefix_iri(pack, base, name.substr(0, colon));
  return start.empty() ? std::string() : start + std::string(name.substr(colon + 1));
}

class Compiler {
 public:
  Compiler(const RulePack& pack, const FrameDef& frame, std::string_view base, Diagnostics& diagnostics)
      : pack_(pack), frame_(frame), base_(base), diagnostics_(diagnostics), prefixes_(known_prefixes(pack)) {
    Diagnostics told_before;
    classes_.add(pack, told_before);
  }

  CompiledTriples run() {
    CompiledTriples result;
    result.usable = !frame_.subject.empty();
    if (!result.usable) return result;
    result.subject = read_node(frame_.subject, frame_.places.of("s", frame_.where));
    for (const TripleTemplate& line : frame_.triples) {
      CompiledTriple compiled;
      if (compile(line, compiled)) result.lines.push_back(std::move(compiled));
    }
    return result;
  }

 private:
  bool compile(const TripleTemplate& line, CompiledTriple& out) {
    const std::string predicate = expand_name(pack_, base_, line.predicate);
    std::optional<Term> term = make_iri(predicate);
    if (!term) {
      unknown_prefix(line.predicate, line.where);
      return false;
    }
    out.predicate = *term;
    is_type_ = predicate == expand("rdf:type");
    out.identifying = line.identifying;
    out.plain_only = is_naming(predicate) || !line.subject.empty();
    out.claim_only = predicate == std::string(ns::schema) + "eventStatus";
    out.own_subject = !line.subject.empty();
    if (out.own_subject) out.subject = read_node(line.subject, line.where);
    return compile_object(line, out);
  }

  bool compile_object(const TripleTemplate& line, CompiledTriple& out) {
    const TripleObject& object = line.object;
    if (!object.map_role.empty()) {
      const std::string reference = object.map_role.starts_with("$(") ? object.map_role : "$(" + object.map_role + ")";
      const Template role = read(reference, line.object_where);
      if (role.parts.size() == 1) out.map = role.parts.front().reference;
      for (const auto& [from, to] : object.map_to) out.map_to.emplace_back(from, read_value(to, line));
    } else {
      out.object = read_value(object.text, line);
    }
    out.language = object.language;
    return object.datatype.empty() || compile_datatype(line, out);
  }

  bool compile_datatype(const TripleTemplate& line, CompiledTriple& out) {
    out.datatype = expand_name(pack_, base_, line.object.datatype);
    if (out.datatype.empty()) {
      unknown_prefix(line.object.datatype, line.object_where);
      return false;
    }
    const bool xsd = out.datatype.starts_with(ns::xsd);
    if (!xsd || is_xsd_type(std::string_view(out.datatype).substr(ns::xsd.size()))) return true;
    const std::string_view near = nearest_xsd_type(std::string_view(out.datatype).substr(ns::xsd.size()));
    diagnostics_.error("mapping.unknown-datatype", line.object_where,
                       "frame " + frame_.name + ": there is no \"" + line.object.datatype + '"',
                       near.empty() ? "" : "did you mean \"xsd:" + std::string(near) + "\"?");
    return false;
  }

  /// A template that makes a node.
  Template read_node(const std::string& text, const Location& where) {
    Template result = read(text, where);
    if (result.form == Template::Form::Literal) unknown_prefix(text, where);
    return result;
  }

  /// A template that makes a node or a value. A type is a node; of another one only text that looks like a compact name is told.
  Template read_value(const std::string& text, const TripleTemplate& line) {
    if (is_type_) return read_node(text, line.object_where);
    Template result = read(text, line.object_where);
    const bool plain = line.object.datatype.empty() && line.object.language.empty();
    if (result.form == Template::Form::Literal && plain && looks_like_name(text))
      diagnostics_.warning("mapping.text-like-name", line.object_where,
                           "frame " + frame_.name + ": \"" + text + "\" is text, for its prefix is not known", near_prefix(text));
    return result;
  }

  static bool looks_like_name(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const bool has_both = colon != std::string_view::npos && colon != 0 && colon + 1 < text.size();
    return has_both && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), is_letter) &&
           is_letter(text[colon + 1]) && text.find(' ') == std::string_view::npos;
  }

  void unknown_prefix(const std::string& name, const Location& where) {
    diagnostics_.error("mapping.unknown-prefix", where, "frame " + frame_.name + ": \"" + name + "\" is no compact name of a known prefix",
                       near_prefix(name));
  }

  [[nodiscard]] std::string near_prefix(std::string_view name) const {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return "a prefix, a colon and a name, as in schema:name";
    const std::string_view near = nearest_word(name.substr(0, colon), {prefixes_.begin(), prefixes_.end()});
    return near.empty() ? "name it under \"prefixes\" in pack.yaml" : "did you mean \"" + std::string(near) + ":\"?";
  }

  Template read(std::string_view text, const Location& where) {
    std::vector<std::string> errors;
    Template result = parse_template(text, prefixes_, errors);
    if (!result.prefix.empty()) result.prefix = prefix_iri(pack_, base_, result.prefix);
    for (Template::Part& part : result.parts) {
      for (Access& access : part.reference.alternatives) find_role(access);
    }
    std::size_t many = 0;
    for (const Template::Part& part : result.parts) {
      for (const Access& access : part.reference.alternatives) {
        check_role(access, where, many);
        check_class(access.of_class, where);
      }
    }
    for (const std::string& error : errors) diagnostics_.error("mapping.bad-template", where, "frame " + frame_.name + ": " + error);
    if (many > 1)
      diagnostics_.error("mapping.two-lists", where,
                         "frame " + frame_.name + ": two roles of many values in \"" + std::string(text) + "\"");
    return result;
  }

  void check_class(const std::string& name, const Location& where) {
    if (name.empty() || classes_.find(name) != ClassTable::none) return;
    const std::string_view near = nearest_word(name, {classes_.names().begin(), classes_.names().end()});
    diagnostics_.error("rule.unknown-class", where, "frame " + frame_.name + ": there is no class \"" + name + '"',
                       near.empty() ? "" : "did you mean \"" + std::string(near) + "\"?");
  }

  void find_role(Access& access) const {
    for (std::size_t i = 0; i < frame_.roles.size(); ++i) {
      if (frame_.roles[i].name == access.role) access.role_index = static_cast<std::uint16_t>(i);
    }
    if (access.role == "self") access.subject = Access::Subject::Self;
    if (access.role == "key") access.subject = Access::Subject::Key;
    if (access.role == "article") access.subject = Access::Subject::Article;
    if (access.role == "source") access.subject = Access::Subject::Source;
  }

  void check_role(const Access& access, const Location& where, std::size_t& many) {
    for (const RoleDef& role : frame_.roles) {
      if (role.name != access.role) continue;
      if (role.many && access.field != Field::List && access.field != Field::Between) ++many;
      return;
    }
    for (const std::string_view known : {"self", "key", "article", "source"}) {
      if (known == access.role) return;
    }
    std::vector<std::string_view> names;
    for (const RoleDef& role : frame_.roles) names.push_back(role.name);
    const std::string_view near = nearest_word(access.role, names);
    diagnostics_.error("mapping.unknown-role", where, "frame " + frame_.name + " has no role \"" + access.role + "\"",
                       near.empty() ? "" : "did you mean \"" + std::string(near) + "\"?");
  }

  const RulePack& pack_;
  const FrameDef& frame_;
  std::string_view base_;
  Diagnostics& diagnostics_;
  std::vector<std::string> prefixes_;
  ClassTable classes_;
  bool is_type_ = false;  ///< the line at hand says what the node is
};

std::optional<Term> literal(std::string_view text, std::string_view datatype, std::string_view language) {
  if (!language.empty()) return make_text(text, language);
  return make_literal(text, datatype);
}

std::optional<Term> to_term(Value&& value, std::string_view datatype, std::string_view language) {
  if (value.kind == Value::Kind::Node) return Term{TermKind::Iri, std::move(value.text), {}, {}};
  if (value.kind == Value::Kind::Typed) return make_literal(value.text, std::string(ns::xsd) + std::string(value.datatype));
  return literal(value.text, datatype, language);
}

}  // namespace

std::vector<std::string> known_prefixes(const RulePack& pack) {
  std::vector<std::string> result;
  for (const auto& [prefix, iri] : vocabulary_prefixes()) result.emplace_back(prefix);
  for (const std::string_view kind : node_kinds()) result.emplace_back(kind);
  for (const auto& [prefix, iri] : pack.prefixes) result.push_back(prefix);
  return result;
}

std::string prefix_iri(const RulePack& pack, std::string_view base, std::string_view prefix) {
  for (const auto& [name, iri] : pack.prefixes) {
    if (name == prefix) return iri;
  }
  for (const auto& [name, iri] : vocabulary_prefixes()) {
    if (name == prefix) return std::string(iri);
  }
  for (const std::string_view kind : node_kinds()) {
    if (kind == prefix) return std::string(base) + std::string(kind) + "/";
  }
  return {};
}

CompiledTriples compile_triples(const RulePack& pack, const FrameDef& frame, std::string_view base, Diagnostics& diagnostics) {
  return Compiler(pack, frame, base, diagnostics).run();
}

void TermMaker::make(const Template& wanted, std::string_view datatype, std::string_view language, std::vector<MappedTerm>& out) {
  if (wanted.form != Template::Form::Values) {
    text_ = wanted.prefix;
    return fill({wanted, datatype, language, out}, 0, nullptr);
  }
  const std::size_t first = values_.size();
  evaluate(scope_, wanted.parts.front().reference, values_);
  for (std::size_t i = first; i < values_.size(); ++i) {
    const Filler* filler = values_[i].filler;
    if (std::optional<Term> term = to_term(std::move(values_[i]), datatype, language)) out.push_back({std::move(*term), filler});
  }
  values_.resize(first);
}

void TermMaker::fill(const Text& text, std::size_t part, const Filler* filler) {
  if (part == text.wanted.parts.size()) return add(text, filler);
  const std::size_t length = text_.size();
  const Template::Part& item = text.wanted.parts[part];
  if (item.reference.alternatives.empty()) {
    text_ += item.text;
    fill(text, part + 1, filler);
    return text_.resize(length);
  }
  const std::size_t first = values_.size();
  evaluate(scope_, item.reference, values_);
  for (std::size_t i = first; i < values_.size(); ++i) {
    text_ += values_[i].text;
    fill(text, part + 1, values_[i].filler != nullptr ? values_[i].filler : filler);
    text_.resize(length);
  }
  values_.resize(first);
}

void TermMaker::add(const Text& text, const Filler* filler) {
  const bool iri = text.wanted.form == Template::Form::Iri;
  std::optional<Term> term = iri ? make_iri_escaped(text_) : literal(text_, text.datatype, text.language);
  if (term) text.out.push_back({std::move(*term), filler});
}

void TermMaker::make_object(const CompiledTriple& line, std::vector<MappedTerm>& out) {
  if (line.map.alternatives.empty()) return make(line.object, line.datatype, line.language, out);
  const std::size_t first = values_.size();
  evaluate(scope_, line.map, values_);
  for (std::size_t i = first; i < values_.size(); ++i) {
    const auto found =
        std::find_if(line.map_to.begin(), line.map_to.end(), [&](const auto& item) { return item.first == values_[i].text; });
    if (found == line.map_to.end()) continue;
    const std::size_t before = out.size();
    make(found->second, line.datatype, line.language, out);
    for (std::size_t made = before; made < out.size(); ++made) out[made].filler = values_[i].filler;
  }
  values_.resize(first);
}

}  // namespace chancery
