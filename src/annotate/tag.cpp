#include "annotate/tag.hpp"

namespace chancery {

Pos pos_of(Tag tag) {
  switch (tag) {
    case Tag::NN:
    case Tag::NNS:
    case Tag::TN: return Pos::Noun;
    case Tag::NNP:
    case Tag::NNPS: return Pos::ProperNoun;
    case Tag::JJ:
    case Tag::JJR: return Pos::Adjective;
    case Tag::RB:
    case Tag::WRB: return Pos::Adverb;
    case Tag::VB:
    case Tag::VBP:
    case Tag::VBZ:
    case Tag::VBD:
    case Tag::VBN:
    case Tag::VBG: return Pos::Verb;
    case Tag::HVF:
    case Tag::HVB:
    case Tag::HVN:
    case Tag::HVG:
    case Tag::DOF: return Pos::Verb;
    case Tag::MD:
    case Tag::BEF:
    case Tag::BEB:
    case Tag::BEN:
    case Tag::BEG: return Pos::Auxiliary;
    case Tag::PRP:
    case Tag::PRO:
    case Tag::PRPS:
    case Tag::DTP:
    case Tag::WP:
    case Tag::WPS:
    case Tag::EX: return Pos::Pronoun;
    case Tag::DT:
    case Tag::PDT:
    case Tag::WDT: return Pos::Determiner;
    case Tag::IN:
    case Tag::RP: return Pos::Adposition;
    case Tag::SC: return Pos::Subordinator;
    case Tag::TO:
    case Tag::POS:
    case Tag::NOT: return Pos::Particle;
    case Tag::CC: return Pos::Conjunction;
    case Tag::CD: return Pos::Numeral;
    case Tag::UH: return Pos::Interjection;
    case Tag::SYM: return Pos::Symbol;
    case Tag::Comma:
    case Tag::Stop:
    case Tag::Dash:
    case Tag::Open:
    case Tag::Close:
    case Tag::Bracket:
    case Tag::OtherMark:
    case Tag::Mute: return Pos::Punctuation;
    case Tag::Start:
    case Tag::FW:
    case Tag::Count_: return Pos::Other;
  }
  return Pos::Other;
}

VerbForm verb_form_of(Tag tag) {
  switch (tag) {
    case Tag::VB:
    case Tag::BEB:
    case Tag::HVB: return VerbForm::Base;
    case Tag::VBP:
    case Tag::VBZ:
    case Tag::MD:
    case Tag::BEF:
    case Tag::HVF:
    case Tag::DOF: return VerbForm::Present;
    case Tag::VBD: return VerbForm::Past;
    case Tag::VBN:
    case Tag::BEN:
    case Tag::HVN: return VerbForm::PastParticiple;
    case Tag::VBG:
    case Tag::BEG:
    case Tag::HVG: return VerbForm::Gerund;
    default: return VerbForm::None;
  }
}

}  // namespace chancery
