#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace chancery {

/// The whole file as bytes. Fails, naming file and reason, if it cannot be opened or read, or is a folder.
Result<std::string> read_file(const std::string& path);

/// Write `content` beside `path` and rename it into place, so that readers see the old file or the new one, whole. On failure the
/// old file is untouched and nothing is left beside it. Makes missing folders above `path`.
Status write_file_atomically(const std::string& path, std::string_view content);

}  // namespace chancery
