#pragma once

#include <cstddef>
#include <string_view>

#include "extract/frame.hpp"
#include "match/matcher.hpp"

namespace chancery {

/// Hears what extraction does with one article, for `chancery explain`. Every function does nothing unless overridden. Frames are
/// named by their index in the order in which they were made; an index is never reused inside an article.
class ExtractionTrace {
 public:
  virtual ~ExtractionTrace() = default;
  /// A rule matched in a unit, in pass `pass`.
  virtual void matched(const Extraction&, const Match&, int /*pass*/) {}
  /// A frame came of a match, before cues and merging.
  virtual void made(const Extraction&, std::size_t /*frame*/, const Frame&) {}
  /// A role of a frame was filled from elsewhere: an adjunct, the sentence before, the dateline. `how` names the way.
  virtual void filled(std::size_t /*frame*/, std::string_view /*role*/, std::string_view /*how*/) {}
  /// A cue or a default changed a frame: `what` is "status: held -> cancelled".
  virtual void changed(std::size_t /*frame*/, std::string_view /*rule*/, std::string_view /*what*/) {}
  virtual void merged(std::size_t /*from*/, std::size_t /*into*/) {}
  /// A frame was left out: "requires participant", "no number or article", …
  virtual void dropped(std::size_t /*frame*/, std::string_view /*why*/) {}
};

}  // namespace chancery
