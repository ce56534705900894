#include "pipeline/example_verdict.hpp"

#include <algorithm>
#include <utility>

namespace chancery {
namespace {

using Fillers = std::vector<FillerForms>;

bool is_form(const FillerForms& forms, const std::string& wanted) {
  return std::find(forms.begin(), forms.end(), wanted) != forms.end();
}

/// Every expected filler is there under one of its forms, and nothing else is.
bool agrees(const std::vector<std::string>& expected, const Fillers& found) {
  if (expected.size() != found.size()) return false;
  return std::all_of(expected.begin(), expected.end(), [&](const std::string& wanted) {
    return std::any_of(found.begin(), found.end(), [&](const FillerForms& forms) { return is_form(forms, wanted); });
  });
}

const Fillers& fillers_of(const ExampleOutcome& outcome, const std::string& role) {
  static const Fillers none;
  const auto fillers = std::find_if(outcome.roles.begin(), outcome.roles.end(), [&](const auto& each) { return each.first == role; });
  return fillers == outcome.roles.end() ? none : fillers->second;
}

bool contains(const std::vector<std::string>& all, const std::string& name) {
  return std::find(all.begin(), all.end(), name) != all.end();
}

/// Roles that `frames: exact` does not want: filled, not listed, and not by default.
std::vector<std::string> unlisted(const Example& example, const ExampleOutcome& outcome) {
  std::vector<std::string> names;
  for (const auto& [role, fillers] : outcome.roles) {
    const auto is_listed = [&name = role](const auto& expected) { return expected.first == name; };
    if (std::none_of(example.expect.begin(), example.expect.end(), is_listed) && !contains(outcome.usual, role)) names.push_back(role);
  }
  return names;
}

bool agrees(const Example& example, const ExampleOutcome& outcome) {
  if (example.exact_frames && outcome.is_frame && (!outcome.other_frames.empty() || !unlisted(example, outcome).empty())) return false;
  return std::all_of(example.expect.begin(), example.expect.end(),
                     [&](const auto& role) { return agrees(role.second, fillers_of(outcome, role.first)); });
}

std::string bracketed(const std::vector<std::string>& fillers) {
  std::string text;
  for (const std::string& filler : fillers) text += " [" + filler + "]";
  return text.empty() ? " nothing" : text;
}

std::vector<std::string> first_forms(const Fillers& fillers) {
  std::vector<std::string> texts;
  for (const FillerForms& forms : fillers) texts.push_back(forms.front());
  return texts;
}

std::size_t roles_that_agree(const Example& example, const ExampleOutcome& outcome) {
  return static_cast<std::size_t>(std::count_if(example.expect.begin(), example.expect.end(),
                                                [&](const auto& role) { return agrees(role.second, fillers_of(outcome, role.first)); }));
}

const ExampleOutcome& nearest(const Example& example, const std::vector<ExampleOutcome>& outcomes) {
  return *std::max_element(outcomes.begin(), outcomes.end(), [&](const ExampleOutcome& a, const ExampleOutcome& b) {
    return roles_that_agree(example, a) < roles_that_agree(example, b);
  });
}

/// A frame that should not be.
std::string too_much(const ExampleOutcome& outcome) {
  std::string text = "    + a frame:";
  for (const auto& [role, fillers] : outcome.roles) text += ' ' + role + ':' + bracketed(first_forms(fillers));
  return text + '\n';
}

/// Role by role, against the frame that comes nearest: roles that agree unmarked, "-" what is expected, "+" what was found.
std::string difference(const Example& example, const std::vector<ExampleOutcome>& outcomes) {
  std::string text;
  if (example.none) {
    text = "    - no frame\n";
    for (const ExampleOutcome& outcome : outcomes) text += too_much(outcome);
    return text;
  }
  if (outcomes.empty()) {
    for (const auto& [role, fillers] : example.expect) text += "    - " + role + ":" + bracketed(fillers) + '\n';
    return text + "    + no frame\n";
  }
  const ExampleOutcome& outcome = nearest(example, outcomes);
  for (const auto& [role, fillers] : example.expect) {
    const Fillers& found = fillers_of(outcome, role);
    const bool same = agrees(fillers, found);
    text += (same ? "      " : "    - ") + role + ":" + bracketed(fillers) + '\n';
    if (!same) text += "    + " + role + ":" + bracketed(first_forms(found)) + '\n';
  }
  if (example.exact_frames && outcome.is_frame) {
    for (const std::string& role : unlisted(example, outcome))
      text += "    + " + role + ": " + fillers_of(outcome, role).front().front() + '\n';
    for (const std::string& frame : outcome.other_frames) text += "    + " + frame + '\n';
  }
  if (outcomes.size() > 1) text += "    (the nearest of " + std::to_string(outcomes.size()) + " frames)\n";
  return text;
}

/// The fillers by the names that the example gives them, in its order; new ones behind, as they stand in the text.
std::vector<std::string> named_as(const std::vector<std::string>& expected, const Fillers& found) {
  std::vector<std::string> names;
  std::vector<bool> used(found.size());
  for (const std::string& wanted : expected) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (used[i] || !is_form(found[i], wanted)) continue;
      used[i] = true;
      names.push_back(wanted);
      break;
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!used[i]) names.push_back(found[i].front());
  }
  return names;
}

/// The roles that the example lists, and more where it lists none or all: what such an example would have to expect.
Expectation expectation_of(const Example& example, const std::vector<ExampleOutcome>& outcomes) {
  Expectation now;
  now.none = outcomes.empty();
  if (now.none) return now;
  const ExampleOutcome& outcome = nearest(example, outcomes);
  for (const auto& [role, expected] : example.expect) now.roles.emplace_back(role, named_as(expected, fillers_of(outcome, role)));
  if (!example.none && !(example.exact_frames && outcome.is_frame)) return now;
  for (const std::string& role : unlisted(example, outcome)) now.roles.emplace_back(role, first_forms(fillers_of(outcome, role)));
  return now;
}

}  // namespace

void ExampleOutcome::add(const std::string& role, FillerForms forms) {
  auto known = std::find_if(roles.begin(), roles.end(), [&](const auto& each) { return each.first == role; });
  if (known == roles.end()) known = roles.insert(roles.end(), {role, {}});
  known->second.push_back(std::move(forms));
}

ExampleVerdict judge(const Example& example, const std::vector<ExampleOutcome>& outcomes) {
  const auto pass = [&](const Example& asked) {
    return asked.none ? outcomes.empty()
                      : std::any_of(outcomes.begin(), outcomes.end(), [&](const ExampleOutcome& each) { return agrees(asked, each); });
  };
  ExampleVerdict verdict;
  verdict.passed = pass(example);
  if (verdict.passed) return verdict;
  verdict.difference = difference(example, outcomes);
  Expectation now = expectation_of(example, outcomes);
  Example asked;
  asked.none = now.none;
  asked.exact_frames = example.exact_frames;
  asked.expect = now.roles;
  if (pass(asked)) verdict.now = std::move(now);
  return verdict;
}

}  // namespace chancery
