#include <array>
#include <map>
#include <ostream>
#include <string>
#include <utility>

#include "check/checker.hpp"

namespace chancery {
namespace {

/// Findings of one check beyond this many are counted instead of shown; the report in RDF has them all.
constexpr std::size_t shown_per_check = 20;

/// On one line, cut at a character if it is very long.
std::string one_line(const std::string& text) {
  constexpr std::size_t longest = 400;
  std::string out;
  for (const char c : text) out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  if (out.size() <= longest) return out;
  std::size_t cut = longest;
  while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xC0U) == 0x80U) --cut;
  return out.substr(0, cut) + "…";
}

void write_evidence(std::ostream& out, const FindingEvidence& evidence) {
  out << "    ";
  if (evidence.sentence.empty()) {
    out << evidence.triple << " (no sentence in the evidence)\n";
    return;
  }
  out << "\"" << one_line(evidence.sentence) << "\"\n      ";
  out << (evidence.headline.empty() ? evidence.article : one_line(evidence.headline));
  if (!evidence.date.empty()) out << ", " << evidence.date;
  if (!evidence.rule.empty()) out << "  [" << evidence.rule << "]";
  out << "\n";
}

void write_finding(std::ostream& out, const Finding& finding) {
  out << name_of(finding.severity) << "[" << finding.kind << "]: " << one_line(finding.message) << "\n";
  out << "    " << to_string(finding.focus) << "\n";
  for (const std::string& step : finding.proof) out << "    - " << one_line(step) << "\n";
  for (const FindingEvidence& evidence : finding.evidence) write_evidence(out, evidence);
}

}  // namespace

void write_report_text(std::ostream& out, const std::vector<Finding>& findings) {
  std::array<std::size_t, 3> counts{};
  std::map<std::string, std::size_t> shown;
  const auto tell_rest = [&](const std::string& check) {
    const std::size_t count = shown[check];
    if (count > shown_per_check) out << "    … and " << count - shown_per_check << " more of " << check << "\n";
  };
  std::string idle;  // checks whose properties the graph has not
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    if (finding.remark) {
      idle += (idle.empty() ? "" : ", ") + finding.check;
      continue;
    }
    ++counts.at(static_cast<std::size_t>(finding.severity));
    if (++shown[finding.check] <= shown_per_check) write_finding(out, finding);
    if (i + 1 == findings.size() || findings[i + 1].check != finding.check) tell_rest(finding.check);
  }
  if (!idle.empty()) out << "nothing to check: " << idle << "\n";
  const auto count = [](std::size_t n, const char* what) { return std::to_string(n) + " " + what + (n == 1 ? "" : "s"); };
  out << count(counts[2], "violation") << ", " << count(counts[1], "warning") << ", " << count(counts[0], "info") << "\n";
}

}  // namespace chancery
