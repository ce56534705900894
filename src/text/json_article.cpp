// The field names are those of news-please, newspaper, trafilatura, Scrapy spiders, NewsAPI and schema.org.
#include <array>
#include <span>

#include <fmt/format.h>
#include <simdjson.h>

#include "text/article_text.hpp"
#include "text/reader.hpp"

namespace chancery {
namespace {

using Object = simdjson::dom::object;

constexpr std::array<std::string_view, 5> body_keys = {"maintext", "text", "body", "content", "articleBody"};
constexpr std::array<std::string_view, 2> title_keys = {"title", "headline"};
constexpr std::array<std::string_view, 7> date_keys = {"date_publish",   "date",        "published", "datePublished",
                                                       "date_published", "publishedAt", "pubDate"};
constexpr std::array<std::string_view, 2> url_keys = {"url", "link"};
constexpr std::array<std::string_view, 4> publisher_keys = {"publisher", "source", "source_domain", "sitename"};
constexpr std::array<std::string_view, 2> language_keys = {"language", "lang"};

/// The text of a value: a string, or the `name` of an object as schema.org and NewsAPI have it; empty for all else.
std::string_view text_of(simdjson::dom::element value) {
  std::string_view text;
  if (value.get_string().get(text) == simdjson::SUCCESS) return text;
  simdjson::dom::object inside;
  if (value.get_object().get(inside) == simdjson::SUCCESS && inside["name"].get_string().get(text) == simdjson::SUCCESS) return text;
  return {};
}

/// The first of the keys that has text.
std::string_view first_text(const Object& object, std::span<const std::string_view> keys) {
  for (const std::string_view key : keys) {
    simdjson::dom::element value;
    if (object[key].get(value) != simdjson::SUCCESS) continue;
    if (const std::string_view text = text_of(value); has_content(text)) return text;
  }
  return {};
}

std::optional<Article> article_of(const Object& object, const Location& where, Diagnostics& diagnostics) {
  const std::string_view body = first_text(object, body_keys);
  if (body.empty()) {
    diagnostics.error("input.no-text", where, "this JSON object is no article: it has no text",
                      "one of maintext, text, body, content must be there");
    return std::nullopt;
  }
  Article article;
  for (const auto& [keys, target] : {std::pair<std::span<const std::string_view>, std::string*>{body_keys, &article.body},
                                     {title_keys, &article.title},
                                     {url_keys, &article.url},
                                     {publisher_keys, &article.publisher},
                                     {language_keys, &article.language}}) {
    *target = first_text(object, keys);
    if (target->find('\0') == std::string::npos) continue;
    diagnostics.error("input.nul-byte", where, fmt::format("the field `{}` holds a NUL", keys[0]));
    return std::nullopt;
  }
  const std::string_view date = first_text(object, date_keys);
  article.date = normalized_date(date);
  if (!date.empty() && article.date.empty()) diagnostics.warning("input.bad-date", where, fmt::format("\"{}\" is no date", date));
  article.source = where.file;
  if (where.line != 0) article.source.append(":").append(std::to_string(where.line));
  return article;
}

}  // namespace

class JsonArticles::Parser {
 public:
  simdjson::dom::parser parser;
};

JsonArticles::JsonArticles() : parser_(std::make_unique<Parser>()) {}
JsonArticles::~JsonArticles() = default;

void JsonArticles::read(std::string_view json, const Location& where, std::vector<Article>& out, Diagnostics& diagnostics) {
  simdjson::dom::element top;
  if (const auto code = parser_->parser.parse(json.data(), json.size()).get(top); code != simdjson::SUCCESS) {
    const bool utf8 = code == simdjson::UTF8_ERROR;
    return diagnostics.error(utf8 ? "input.invalid-utf8" : "input.bad-json", where,
                             fmt::format("this is no JSON: {}", simdjson::error_message(code)));
  }
  const auto take = [&](simdjson::dom::element item, const Location& place) {
    simdjson::dom::object object;
    if (item.get_object().get(object) != simdjson::SUCCESS)
      return diagnostics.error("input.no-text", place, "this JSON value is no article: it is no object");
    if (auto article = article_of(object, place, diagnostics)) out.push_back(std::move(*article));
  };
  simdjson::dom::array list;
  if (top.get_array().get(list) != simdjson::SUCCESS) return take(top, where);
  for (const simdjson::dom::element item : list) take(item, where);
}

}  // namespace chancery
