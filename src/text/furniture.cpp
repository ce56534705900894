// One RE2::Set over all rules, so a line is read once however many rules there are.
#include "text/furniture.hpp"

#include <re2/re2.h>
#include <re2/set.h>

namespace chancery {
namespace {

RE2::Options options() {
  RE2::Options result;
  result.set_case_sensitive(false);
  result.set_log_errors(false);
  result.set_max_mem(std::int64_t{16} << 20U);
  return result;
}

}  // namespace

struct Furniture::Automaton {
  RE2::Set set{options(), RE2::ANCHOR_BOTH};
  bool compiled = false;
};

Furniture::Furniture() = default;
Furniture::Furniture(Furniture&&) noexcept = default;
Furniture& Furniture::operator=(Furniture&&) noexcept = default;
Furniture::~Furniture() = default;

bool Furniture::add(FurnitureRule rule, std::string& error) {
  if (!automaton_) automaton_ = std::make_unique<Automaton>();
  if (automaton_->set.Add(rule.pattern, &error) < 0) return false;
  rules_.push_back(std::move(rule));
  return true;
}

bool Furniture::compile() {
  if (automaton_ && !automaton_->compiled) automaton_->compiled = automaton_->set.Compile();
  return !automaton_ || automaton_->compiled;
}

const FurnitureRule* Furniture::find(std::string_view line, FurniturePlace place) const {
  if (!automaton_ || !automaton_->compiled || line.size() > 300) return nullptr;
  thread_local std::vector<int> hits;
  hits.clear();
  if (!automaton_->set.Match({line.data(), line.size()}, &hits)) return nullptr;
  int first = static_cast<int>(rules_.size());
  for (const int hit : hits) {
    const FurniturePlace where = rules_[static_cast<std::size_t>(hit)].place;
    if (hit < first && (where == FurniturePlace::Anywhere || where == place)) first = hit;
  }
  return first == static_cast<int>(rules_.size()) ? nullptr : &rules_[static_cast<std::size_t>(first)];
}

}  // namespace chancery
