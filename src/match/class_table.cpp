#include "match/class_table.hpp"

#include <algorithm>

namespace chancery {

ClassTable::ClassTable() {
  // In the order of `mention_class`.
  for (const char* name : {"Mention", "Name", "Person", "Polity", "Organization", "Place", "Title", "Date", "Number", "Quote"}) {
    add(name, mention_class::any);
  }
}

void ClassTable::add(std::string name, ClassId parent) {
  const auto cls = static_cast<ClassId>(names_.size());
  names_.push_back(std::move(name));
  parents_.push_back(parent);
  below_.push_back(ClassSet{1} << cls);
  for (ClassId above = cls; above != mention_class::any;) {
    above = parents_[above];
    below_[above] |= ClassSet{1} << cls;
  }
}

void ClassTable::add(const RulePack& pack, Diagnostics& diagnostics) {
  for (const ClassDef& cls : pack.classes) {
    const ClassId parent = find(cls.parent);
    std::string problem, hint;
    if (find(cls.name) != none) {
      problem = "the class \"" + cls.name + "\" is there already";
    } else if (parent == none) {
      problem = "no class \"" + cls.parent + "\" is declared before this one";
      const std::string_view near = nearest_word(cls.parent, {names_.begin(), names_.end()});
      if (!near.empty()) hint = "did you mean \"" + std::string(near) + "\"?";
    } else if (size() >= most) {
      problem = "there are more than 64 classes";
    } else {
      add(cls.name, parent);
      continue;
    }
    diagnostics.add(
        {Severity::Error, "rule.unknown-class", std::move(problem), cls.where, std::string(pack.source_line(cls.where)), std::move(hint)});
  }
}

ClassId ClassTable::find(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  return found == names_.end() ? none : static_cast<ClassId>(found - names_.begin());
}

}  // namespace chancery
