// Follows the text just closely enough to tell IRIs from what stands in strings and in `@prefix` lines. raptor escapes every quote
// and backslash inside a string, also inside a long one, so a long string ends at the first three quotes.
#include "redland/turtle_filter.hpp"

#include "rdf/line_writer.hpp"

namespace chancery {
namespace {
constexpr std::size_t buffer_size = std::size_t{1} << 16U;
}

void TurtleFilter::write(std::string_view bytes) {
  for (const char c : bytes) put(c);
  if (text_.size() >= buffer_size) flush();
}

void TurtleFilter::put(char c) {
  switch (state_) {
    case State::Plain: plain(c); return;
    case State::Directive:
      text_ += c;
      line_start_ = c == '\n';
      if (line_start_) state_ = State::Plain;
      return;
    case State::Iri:
      if (c != '>') {
        iri_ += c;
        return;
      }
      prefixes_->append(text_, iri_);
      state_ = State::Plain;
      return;
    case State::Opening: opening(c); return;
    case State::Quotes:
    case State::LongQuotes: quoted(c); return;
  }
}

void TurtleFilter::plain(char c) {
  if (c == '<') {
    state_ = State::Iri;
    iri_.clear();
    return;
  }
  if (c == '"') {
    state_ = State::Opening;
    quotes_ = 1;
  }
  if (c == '@' && line_start_) state_ = State::Directive;
  line_start_ = c == '\n';
  text_ += c;
}

/// One quote stands in the text already; of three it stays the only one.
void TurtleFilter::opening(char c) {
  escaped_ = false;
  if (c == '"') {
    if (++quotes_ < 3) return;
    state_ = State::LongQuotes;
    quotes_ = 0;
  } else if (quotes_ == 2) {  // the empty string
    text_ += '"';
    state_ = State::Plain;
    plain(c);
  } else {
    state_ = State::Quotes;
    quoted(c);
  }
}

void TurtleFilter::quoted(char c) {
  if (c != '"' || escaped_) {
    escaped_ = c == '\\' && !escaped_;
    quotes_ = 0;
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      append_escaped(text_, {&c, 1});
    } else {
      text_ += c;
    }
    return;
  }
  if (state_ == State::LongQuotes && ++quotes_ < 3) return;
  text_ += '"';
  state_ = State::Plain;
}

void TurtleFilter::flush() {
  out_->write(text_);
  text_.clear();
}

}  // namespace chancery
