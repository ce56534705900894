#include "mapping/values.hpp"

#include <cmath>
#include <cstdio>
#include <optional>

#include "base/one_line.hpp"
#include "time/date_value.hpp"

namespace chancery {
namespace {

Value text_value(std::string text, const Filler* filler = nullptr) {
  return {Value::Kind::Text, std::move(text), {}, filler};
}
Value node_value(std::string iri, const Filler* filler = nullptr) {
  return {Value::Kind::Node, std::move(iri), {}, filler};
}
Value typed_value(std::string lexical, std::string_view type, const Filler* filler = nullptr) {
  return {Value::Kind::Typed, std::move(lexical), type, filler};
}

void add_text(std::string_view text, const Filler* filler, std::vector<Value>& out) {
  if (!text.empty()) out.push_back(text_value(std::string(text), filler));
}

std::string two_decimals(float degrees) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4f", static_cast<double>(degrees));
  return buffer;
}

/// "PhoneCall" is "Phone call".
std::string as_words(std::string_view name) {
  std::string result;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && !result.empty()) result += ' ';
    result += upper && !result.empty() ? static_cast<char>(c - 'A' + 'a') : c == '-' ? ' ' : c;
  }
  return result;
}

std::string join(const std::vector<Value>& labels) {
  std::string result;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i != 0) result += i + 1 == labels.size() ? " and " : ", ";
    result += labels[i].text;
  }
  return result;
}

/// Words of the text on one line, without the space around them.
std::string one_line(std::string_view text) {
  std::string result = on_one_line(text);
  if (result.ends_with(' ')) result.pop_back();
  if (result.starts_with(' ')) result.erase(0, 1);
  return result;
}

/// Evaluates one alternative of a reference.
class Evaluator {
 public:
  Evaluator(const MappingScope& scope, const Access& access, std::vector<Value>& out) : s_(scope), access_(access), out_(out) {}

  void run() {
    if (access_.subject == Access::Subject::Self) return entity(s_.self_id, s_.self, s_.entry, nullptr);
    if (access_.subject == Access::Subject::Key) return add_text(s_.frame_key, nullptr, out_);
    if (access_.subject == Access::Subject::Article) return article();
    if (s_.frame == nullptr) return;
    if (access_.subject == Access::Subject::Source) return entity(s_.frame->source, nullptr, no_entry, nullptr);
    const RoleFillers* fillers = s_.frame->find(access_.role_index);
    if (fillers == nullptr) return;
    if (access_.field == Field::List || access_.field == Field::Between) return joined(*fillers);
    for (const Filler& filler : fillers->fillers) one(filler, access_.field);
  }

 private:
  void joined(const RoleFillers& fillers) {
    std::vector<Value> labels;
    std::swap(labels, out_);
    for (const Filler& filler : fillers.fillers) one(filler, Field::Label);
    std::swap(labels, out_);
    if (labels.empty()) return;
    std::string text = join(labels);
    if (access_.field == Field::Between) text.insert(0, labels.size() == 1 ? "with " : labels.size() == 2 ? "between " : "of ");
    out_.push_back(text_value(std::move(text)));
  }

  void article() {
    const Article& article = s_.extraction->document->article();
    switch (access_.field) {
      case Field::Self: out_.push_back(node_value(std::string(s_.article_iri))); return;
      case Field::Key: return add_text(s_.article_key, nullptr, out_);
      case Field::Date:
        if (parse_iso_day(article.date)) out_.push_back(typed_value(article.date, "date"));
        return;
      default: return;
    }
  }

  void one(const Filler& filler, Field field) {
    const Field saved = access_field_;
    access_field_ = field;
    if (filler.entity != no_entity)
      entity(filler.entity, nullptr, no_entry, &filler);
    else if (filler.date >= 0)
      date(filler);
    else if (filler.quotation >= 0)
      quotation(filler);
    else if (filler.value != Symbol::None)
      named(filler);
    else if (filler.mention != no_mention && mention(filler).role != no_role)
      title(filler);
    else
      words(filler);
    access_field_ = saved;
  }

  const Mention& mention(const Filler& filler) const { return s_.extraction->mentions.items[filler.mention]; }
  [[nodiscard]] Field field() const { return access_field_; }

  [[nodiscard]] bool fits(ClassId cls) const {
    return access_.of_class.empty() || is_a(*s_.pack, cls, access_.of_class) != access_.not_of_class;
  }

  void entity(EntityId id, const ArticleEntity* self, EntryId entry_id, const Filler* filler) {
    if (self == nullptr && id < s_.extraction->entities.size()) self = &s_.extraction->entities[id];
    if (self != nullptr) {
      if (!fits(self->cls)) return;
      entry_id = self->entry;
    }
    const Entry* entry = entry_id == no_entry ? nullptr : &s_.lexicon->entry(entry_id);
    const bool has_key = id < s_.entity_keys->size();
    if (has_key && (*s_.entity_keys)[id].empty()) return;
    switch (field()) {
      case Field::Self:
        out_.push_back(node_value(has_key ? (*s_.entity_iris)[id] : s_.minter->iri(Minter::kind_of(*entry), entry->key), filler));
        return;
      case Field::Key: return add_text(has_key ? std::string_view((*s_.entity_keys)[id]) : std::string_view(entry->key), filler, out_);
      case Field::Label: return add_text(entry != nullptr && !entry->label.empty() ? entry->label : self->name, filler, out_);
      case Field::Form:
        if (self != nullptr)
          for (const std::string& form : self->forms) add_text(one_line(form), filler, out_);
        return;
      case Field::Owner:
        if (self != nullptr && self->owner < s_.entity_iris->size() && !(*s_.entity_keys)[self->owner].empty())
          out_.push_back(node_value((*s_.entity_iris)[self->owner], filler));
        return;
      case Field::Kind: return add_text("entity", filler, out_);
      case Field::Text:
        if (filler != nullptr) add_text(one_line(s_.extraction->document->text(filler->tokens)), filler, out_);
        return;
      default:
        if (entry != nullptr) of_entry(*entry, filler);
    }
  }

  void of_entry(const Entry& entry, const Filler* filler) {
    switch (field()) {
      case Field::Preferred: return add_text(entry.label, filler, out_);
      case Field::Type: return add_text(entry.type, filler, out_);
      case Field::Wikidata: return add_text(entry.wikidata, filler, out_);
      case Field::Sovereign: return add_text(entry.sovereign ? "true" : "", filler, out_);
      case Field::Geonames:
        if (entry.geonames != 0) add_text(std::to_string(entry.geonames), filler, out_);
        return;
      case Field::Latitude:
        if (entry.has_coordinates) out_.push_back(typed_value(two_decimals(entry.latitude), "decimal", filler));
        return;
      case Field::Longitude:
        if (entry.has_coordinates) out_.push_back(typed_value(two_decimals(entry.longitude), "decimal", filler));
        return;
      case Field::Country:
        if (entry.country != no_entry) {
          const Entry& country = s_.lexicon->entry(entry.country);
          if (&country != &entry) out_.push_back(node_value(s_.minter->iri(Minter::kind_of(country), country.key), filler));
        }
        return;
      default: return;
    }
  }

  void date(const Filler& filler) {
    const DateValue& value = s_.extraction->mentions.dates[static_cast<std::size_t>(filler.date)].value;
    const auto day = [&](const std::optional<Day>& wanted) {
      if (value.earliest && value.latest && wanted) out_.push_back(typed_value(to_iso(*wanted), "date", &filler));
    };
    const std::optional<XsdValue> xsd = to_xsd(value);
    switch (field()) {
      case Field::Self:
        if (xsd && xsd->type != "duration") out_.push_back(typed_value(xsd->lexical, type_name(xsd->type), &filler));
        return;
      case Field::Duration:
        if (xsd && xsd->type == "duration") out_.push_back(typed_value(xsd->lexical, "duration", &filler));
        return;
      case Field::Earliest: return day(value.earliest);
      case Field::Latest: return day(value.latest);
      case Field::Kind: return add_text("date", &filler, out_);
      case Field::Text: return words(filler);
      default: return;
    }
  }

  /// `type` as a view that outlives the call.
  static std::string_view type_name(std::string_view type) {
    for (const std::string_view known : {"date", "gYearMonth", "gYear", "dateTime"}) {
      if (known == type) return known;
    }
    return "string";
  }

  void quotation(const Filler& filler) {
    if (field() == Field::Kind) return add_text("quotation", &filler, out_);
    const TokenSpan inner = s_.extraction->document->quotations[static_cast<std::size_t>(filler.quotation)].inner;
    std::string text = one_line(s_.extraction->document->text(inner));
    while (!text.empty() && (text.back() == ',' || (text.back() == '.' && !text.ends_with("...")))) text.pop_back();
    add_text(text, &filler, out_);
  }

  void named(const Filler& filler) {
    const std::string_view name = s_.lexicon->symbols().text(filler.value);
    if (field() == Field::Words) return out_.push_back(text_value(as_words(name), &filler));
    if (field() == Field::Kind) return add_text("value", &filler, out_);
    if (field() == Field::Self) add_text(name, &filler, out_);
  }

  void title(const Filler& filler) {
    const Role& role = s_.lexicon->role(mention(filler).role);
    switch (field()) {
      case Field::Role:
      case Field::Key: return add_text(role.key, &filler, out_);
      case Field::Label:
      case Field::Self: return add_text(role.label, &filler, out_);
      case Field::SingleHolder:
        if (role.single_holder) out_.push_back(typed_value("true", "boolean", &filler));
        return;
      case Field::Text: return add_text(one_line(s_.extraction->document->text(mention(filler).head)), &filler, out_);
      default: return;
    }
  }

  void words(const Filler& filler) {
    const bool wanted = field() == Field::Self || field() == Field::Text || field() == Field::Label;
    if (field() == Field::Kind) add_text("words", &filler, out_);
    if (wanted) add_text(one_line(text_of(*s_.extraction->document, filler)), &filler, out_);
  }

  const MappingScope& s_;
  const Access& access_;
  Field access_field_ = access_.field;
  std::vector<Value>& out_;
};

}  // namespace

void evaluate(const MappingScope& scope, const Reference& reference, std::vector<Value>& out) {
  const std::size_t before = out.size();
  for (const Access& access : reference.alternatives) {
    Evaluator(scope, access, out).run();
    if (out.size() != before) return;
  }
}

}  // namespace chancery
