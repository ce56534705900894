#include "annotate/function_words.hpp"

#include <algorithm>
#include <vector>

namespace chancery {
namespace {

using enum Tag;

constexpr FunctionWord words[] = {
    // Articles, determiners, quantifiers.
    {"the", {{{DT, 0}}}}, {"a", {{{DT, 0}}}}, {"an", {{{DT, 0}}}, "a"},
    {"this", {{{DT, 0}, {DTP, 5}}}}, {"these", {{{DT, 0}, {DTP, 5}}}, "this"},
    {"those", {{{DT, 0}, {DTP, 4}}}, "that"},
    {"that", {{{SC, 0}, {WP, 1}, {DT, 4}, {DTP, 5}, {RB, 25}}}},
    {"every", {{{DT, 0}}}}, {"each", {{{DT, 0}, {DTP, 3}}}}, {"any", {{{DT, 0}, {DTP, 3}}}}, {"some", {{{DT, 0}, {DTP, 3}, {RB, 14}}}},
    {"no", {{{DT, 0}, {UH, 10}, {RB, 12}}}}, {"another", {{{DT, 0}, {DTP, 6}}}}, {"all", {{{DT, 0}, {PDT, 4}, {DTP, 3}, {RB, 16}}}},
    {"both", {{{DT, 0}, {DTP, 3}, {CC, 3}}}}, {"either", {{{DT, 4}, {DTP, 5}, {CC, 0}, {RB, 8}}}},
    {"neither", {{{DT, 3}, {DTP, 3}, {CC, 0}}}}, {"half", {{{NN, 0}, {PDT, 5}, {RB, 12}}}},
    {"such", {{{JJ, 0}, {PDT, 4}}}}, {"many", {{{JJ, 0}}}}, {"several", {{{JJ, 0}}}}, {"few", {{{JJ, 0}}}},
    {"fewer", {{{JJR, 0}}}, "few"}, {"more", {{{RB, 0}, {JJR, 2}}}}, {"most", {{{RB, 0}, {JJR, 3}}}},
    {"much", {{{RB, 0}, {JJ, 0}}}}, {"less", {{{RB, 0}, {JJR, 2}}}}, {"least", {{{JJR, 0}, {RB, 2}}}},
    {"enough", {{{JJ, 0}, {RB, 0}}}}, {"other", {{{JJ, 0}}}}, {"same", {{{JJ, 0}}}}, {"own", {{{JJ, 0}, {VB, 14}, {VBP, 14}}}},
    {"others", {{{NNS, 0}}}, "other"},
    // Pronouns.
    {"i", {{{PRP, 0}}}}, {"he", {{{PRP, 0}}}}, {"she", {{{PRP, 0}}}}, {"we", {{{PRP, 0}}}},
    {"they", {{{PRP, 0}}}}, {"it", {{{PRP, 0}, {PRO, 2}}}}, {"you", {{{PRP, 0}, {PRO, 4}}}},
    {"me", {{{PRO, 0}}}, "I"}, {"him", {{{PRO, 0}}}, "he"}, {"us", {{{PRO, 0}}}, "we"}, {"them", {{{PRO, 0}}}, "they"},
    {"her", {{{PRPS, 0}, {PRO, 4}}}}, {"his", {{{PRPS, 0}, {DTP, 25}}}, "his"}, {"its", {{{PRPS, 0}}}},
    {"my", {{{PRPS, 0}}}}, {"your", {{{PRPS, 0}}}}, {"our", {{{PRPS, 0}}}}, {"their", {{{PRPS, 0}}}},
    {"mine", {{{DTP, 0}, {NN, 3}}}}, {"yours", {{{DTP, 0}}}}, {"hers", {{{DTP, 0}}}}, {"ours", {{{DTP, 0}}}},
    {"theirs", {{{DTP, 0}}}},
    {"myself", {{{PRO, 0}}}}, {"yourself", {{{PRO, 0}}}}, {"himself", {{{PRO, 0}}}}, {"herself", {{{PRO, 0}}}},
    {"itself", {{{PRO, 0}}}}, {"ourselves", {{{PRO, 0}}}}, {"yourselves", {{{PRO, 0}}}}, {"themselves", {{{PRO, 0}}}},
    {"somebody", {{{DTP, 0}}}}, {"someone", {{{DTP, 0}}}}, {"something", {{{DTP, 0}}}}, {"anybody", {{{DTP, 0}}}},
    {"anyone", {{{DTP, 0}}}}, {"anything", {{{DTP, 0}}}}, {"everybody", {{{DTP, 0}}}}, {"everyone", {{{DTP, 0}}}},
    {"everything", {{{DTP, 0}}}}, {"nobody", {{{DTP, 0}}}}, {"nothing", {{{DTP, 0}}}}, {"none", {{{DTP, 0}}}},
    {"who", {{{WP, 0}}}}, {"whom", {{{WP, 0}}}, "who"}, {"whoever", {{{WP, 0}}}}, {"what", {{{WP, 0}, {WDT, 8}}}},
    {"whatever", {{{WP, 0}, {WDT, 3}}}}, {"which", {{{WP, 0}, {WDT, 9}}}}, {"whichever", {{{WDT, 0}, {WP, 3}}}},
    {"whose", {{{WPS, 0}}}},
    {"there", {{{EX, 0}, {RB, 1}}}},
    // Adverbs that ask or relate.
    {"when", {{{WRB, 0}}}}, {"where", {{{WRB, 0}}}}, {"why", {{{WRB, 0}}}}, {"how", {{{WRB, 0}}}},
    {"whenever", {{{WRB, 0}}}}, {"wherever", {{{WRB, 0}}}}, {"however", {{{RB, 0}, {WRB, 12}}}}, {"whereby", {{{WRB, 0}}}},
    // Prepositions.
    {"of", {{{IN, 0}}}}, {"in", {{{IN, 0}, {RP, 10}, {RB, 20}}}}, {"on", {{{IN, 0}, {RP, 7}, {RB, 16}}}}, {"at", {{{IN, 0}}}},
    {"for", {{{IN, 0}, {SC, 14}}}}, {"with", {{{IN, 0}}}}, {"from", {{{IN, 0}}}}, {"by", {{{IN, 0}, {RB, 20}}}},
    {"into", {{{IN, 0}}}}, {"onto", {{{IN, 0}}}}, {"upon", {{{IN, 0}}}}, {"between", {{{IN, 0}}}}, {"among", {{{IN, 0}}}},
    {"amongst", {{{IN, 0}}}}, {"against", {{{IN, 0}}}}, {"during", {{{IN, 0}}}}, {"throughout", {{{IN, 0}}}},
    {"through", {{{IN, 0}, {RP, 8}}}}, {"across", {{{IN, 0}, {RB, 15}}}}, {"toward", {{{IN, 0}}}}, {"towards", {{{IN, 0}}}},
    {"without", {{{IN, 0}}}}, {"within", {{{IN, 0}}}}, {"behind", {{{IN, 0}, {RP, 10}}}}, {"beyond", {{{IN, 0}}}},
    {"despite", {{{IN, 0}}}}, {"amid", {{{IN, 0}}}}, {"amidst", {{{IN, 0}}}}, {"via", {{{IN, 0}}}}, {"per", {{{IN, 0}}}},
    {"versus", {{{IN, 0}}}}, {"vs", {{{IN, 0}}}}, {"vs.", {{{IN, 0}}}, "vs"}, {"beside", {{{IN, 0}}}}, {"besides", {{{IN, 0}, {RB, 4}}}},
    {"beneath", {{{IN, 0}}}}, {"underneath", {{{IN, 0}}}}, {"alongside", {{{IN, 0}}}}, {"aboard", {{{IN, 0}}}},
    {"atop", {{{IN, 0}}}}, {"unlike", {{{IN, 0}}}}, {"near", {{{IN, 0}, {JJ, 10}, {RB, 14}}}}, {"outside", {{{IN, 0}, {RB, 6}, {NN, 9}, {JJ, 9}}}},
    {"inside", {{{IN, 0}, {RB, 6}, {NN, 10}, {JJ, 10}}}}, {"around", {{{IN, 0}, {RB, 4}, {RP, 6}}}}, {"about", {{{IN, 0}, {RB, 5}}}},
    {"over", {{{IN, 0}, {RP, 4}, {RB, 6}}}}, {"under", {{{IN, 0}, {RB, 15}}}}, {"above", {{{IN, 0}, {RB, 4}, {JJ, 10}}}},
    {"below", {{{IN, 0}, {RB, 4}}}}, {"along", {{{IN, 0}, {RP, 3}}}}, {"past", {{{JJ, 0}, {IN, 4}, {NN, 3}, {RB, 10}}}},
    {"off", {{{RP, 0}, {IN, 2}, {RB, 8}}}}, {"up", {{{RP, 0}, {IN, 8}, {RB, 12}}}}, {"out", {{{RP, 0}, {IN, 4}, {RB, 10}}}},
    {"down", {{{RP, 0}, {IN, 6}, {RB, 6}}}}, {"away", {{{RB, 0}}}}, {"back", {{{RB, 0}, {NN, 5}, {JJ, 10}, {VB, 8}, {VBP, 14}}}},
    {"apart", {{{RB, 0}}}}, {"together", {{{RB, 0}}}}, {"forward", {{{RB, 0}, {NN, 14}}}}, {"aside", {{{RB, 0}}}},
    {"like", {{{IN, 0}, {VB, 6}, {VBP, 8}, {SC, 7}, {JJ, 18}}}}, {"than", {{{IN, 0}, {SC, 6}}}},
    {"as", {{{IN, 0}, {SC, 2}, {RB, 4}}}}, {"except", {{{IN, 0}}}}, {"given", {{{VBN, 0}}}, "give"},
    {"opposite", {{{JJ, 0}, {IN, 8}, {NN, 6}}}}, {"worth", {{{JJ, 0}, {NN, 12}}}}, {"minus", {{{CC, 0}}}}, {"plus", {{{CC, 0}}}},
    {"ago", {{{RB, 0}}}}, {"notwithstanding", {{{IN, 0}}}}, {"pending", {{{JJ, 0}, {IN, 3}}}},
    {"according", {{{VBG, 0}}}, "accord"}, {"including", {{{VBG, 0}}}, "include"}, {"concerning", {{{VBG, 0}}}, "concern"},
    {"regarding", {{{VBG, 0}}}, "regard"}, {"following", {{{VBG, 0}, {JJ, 2}}}, "follow"},
    // Subordinators.
    {"because", {{{SC, 0}, {IN, 8}}}}, {"although", {{{SC, 0}}}}, {"though", {{{SC, 0}, {RB, 6}}}}, {"if", {{{SC, 0}}}},
    {"unless", {{{SC, 0}}}}, {"whether", {{{SC, 0}}}}, {"while", {{{SC, 0}, {NN, 10}}}}, {"whilst", {{{SC, 0}}}},
    {"whereas", {{{SC, 0}}}}, {"since", {{{IN, 0}, {SC, 1}, {RB, 12}}}}, {"until", {{{IN, 0}, {SC, 1}}}}, {"till", {{{IN, 0}, {SC, 1}}}},
    {"after", {{{IN, 0}, {SC, 1}, {RB, 16}}}}, {"before", {{{IN, 0}, {SC, 1}, {RB, 7}}}}, {"once", {{{RB, 0}, {SC, 2}}}},
    {"lest", {{{SC, 0}}}}, {"so", {{{RB, 0}, {SC, 6}}}},
    // Conjunctions.
    {"and", {{{CC, 0}}}}, {"or", {{{CC, 0}}}}, {"but", {{{CC, 0}, {IN, 14}}}}, {"nor", {{{CC, 0}}}}, {"&", {{{CC, 0}}}, "and"},
    {"yet", {{{RB, 0}, {CC, 2}}}},
    // To, not, 's.
    {"to", {{{TO, 0}, {IN, 10}}}}, {"not", {{{NOT, 0}}}}, {"n't", {{{NOT, 0}}}, "not"},
    {"'s", {{{POS, 0}, {BEF, 7}, {HVF, 14}, {PRO, 12}}}}, {"'", {{{POS, 0}, {Close, 2}}}}, {"'re", {{{BEF, 0}}}, "be"}, {"'m", {{{BEF, 0}}}, "be"},
    {"'ve", {{{HVF, 0}, {HVB, 6}}}, "have"}, {"'ll", {{{MD, 0}}}, "will"}, {"'d", {{{MD, 0}, {HVF, 3}}}, "would"},
    // Auxiliaries.
    {"am", {{{BEF, 0}}}, "be"}, {"is", {{{BEF, 0}}}, "be"}, {"are", {{{BEF, 0}}}, "be"}, {"was", {{{BEF, 0}}}, "be"},
    {"were", {{{BEF, 0}}}, "be"}, {"be", {{{BEB, 0}}}}, {"been", {{{BEN, 0}}}, "be"}, {"being", {{{BEG, 0}, {NN, 10}}}, "be"},
    {"have", {{{HVF, 0}, {HVB, 0}}}}, {"has", {{{HVF, 0}}}, "have"}, {"had", {{{HVF, 0}, {HVN, 6}}}, "have"}, {"having", {{{HVG, 0}}}, "have"},
    {"do", {{{DOF, 0}, {VB, 2}}}}, {"does", {{{DOF, 0}}}, "do"}, {"did", {{{DOF, 0}}}, "do"}, {"done", {{{VBN, 0}}}, "do"},
    {"doing", {{{VBG, 0}}}, "do"},
    {"isn't", {{{BEF, 0}}}, "be"}, {"aren't", {{{BEF, 0}}}, "be"}, {"wasn't", {{{BEF, 0}}}, "be"}, {"weren't", {{{BEF, 0}}}, "be"},
    {"hasn't", {{{HVF, 0}}}, "have"}, {"haven't", {{{HVF, 0}}}, "have"}, {"hadn't", {{{HVF, 0}}}, "have"},
    {"don't", {{{DOF, 0}}}, "do"}, {"doesn't", {{{DOF, 0}}}, "do"}, {"didn't", {{{DOF, 0}}}, "do"},
    {"will", {{{MD, 0}, {NN, 14}}}}, {"would", {{{MD, 0}}}}, {"can", {{{MD, 0}}}}, {"could", {{{MD, 0}}}}, {"may", {{{MD, 0}}}},
    {"might", {{{MD, 0}, {NN, 14}}}}, {"must", {{{MD, 0}}}}, {"shall", {{{MD, 0}}}}, {"should", {{{MD, 0}}}}, {"ought", {{{MD, 0}}}},
    {"cannot", {{{MD, 0}}}, "can"}, {"can't", {{{MD, 0}}}, "can"}, {"won't", {{{MD, 0}}}, "will"}, {"wouldn't", {{{MD, 0}}}, "would"},
    {"couldn't", {{{MD, 0}}}, "could"}, {"shouldn't", {{{MD, 0}}}, "should"}, {"mustn't", {{{MD, 0}}}, "must"}, {"mightn't", {{{MD, 0}}}, "might"},
    {"ca", {{{MD, 0}, {FW, 10}}}, "can"}, {"wo", {{{MD, 0}}}, "will"},
    // Numerals.
    {"zero", {{{CD, 0}}}}, {"one", {{{CD, 0}, {NN, 8}, {DTP, 8}}}}, {"two", {{{CD, 0}}}}, {"three", {{{CD, 0}}}}, {"four", {{{CD, 0}}}},
    {"five", {{{CD, 0}}}}, {"six", {{{CD, 0}}}}, {"seven", {{{CD, 0}}}}, {"eight", {{{CD, 0}}}}, {"nine", {{{CD, 0}}}},
    {"ten", {{{CD, 0}}}}, {"eleven", {{{CD, 0}}}}, {"twelve", {{{CD, 0}}}}, {"thirteen", {{{CD, 0}}}}, {"fourteen", {{{CD, 0}}}},
    {"fifteen", {{{CD, 0}}}}, {"sixteen", {{{CD, 0}}}}, {"seventeen", {{{CD, 0}}}}, {"eighteen", {{{CD, 0}}}},
    {"nineteen", {{{CD, 0}}}}, {"twenty", {{{CD, 0}}}}, {"thirty", {{{CD, 0}}}}, {"forty", {{{CD, 0}}}}, {"fifty", {{{CD, 0}}}},
    {"sixty", {{{CD, 0}}}}, {"seventy", {{{CD, 0}}}}, {"eighty", {{{CD, 0}}}}, {"ninety", {{{CD, 0}}}}, {"hundred", {{{CD, 0}}}},
    {"thousand", {{{CD, 0}}}}, {"million", {{{CD, 0}}}}, {"billion", {{{CD, 0}}}}, {"trillion", {{{CD, 0}}}}, {"dozen", {{{NN, 0}, {CD, 4}}}},
    {"first", {{{JJ, 0}, {RB, 7}}}}, {"second", {{{JJ, 0}, {NN, 12}, {RB, 14}}}}, {"third", {{{JJ, 0}, {NN, 12}}}}, {"last", {{{JJ, 0}, {VB, 12}, {RB, 14}}}},
    {"next", {{{JJ, 0}, {RB, 6}}}}, {"former", {{{JJ, 0}}}}, {"latter", {{{JJ, 0}}}},
    // Adverbs.
    {"also", {{{RB, 0}}}}, {"very", {{{RB, 0}}}}, {"too", {{{RB, 0}}}}, {"just", {{{RB, 0}, {JJ, 14}}}}, {"only", {{{RB, 0}, {JJ, 3}}}},
    {"even", {{{RB, 0}}}}, {"still", {{{RB, 0}, {JJ, 12}}}}, {"then", {{{RB, 0}}}}, {"now", {{{RB, 0}}}}, {"here", {{{RB, 0}}}},
    {"never", {{{RB, 0}}}}, {"ever", {{{RB, 0}}}}, {"always", {{{RB, 0}}}}, {"often", {{{RB, 0}}}}, {"again", {{{RB, 0}}}},
    {"already", {{{RB, 0}}}}, {"soon", {{{RB, 0}}}}, {"almost", {{{RB, 0}}}}, {"perhaps", {{{RB, 0}}}}, {"maybe", {{{RB, 0}}}},
    {"quite", {{{RB, 0}, {PDT, 6}}}}, {"rather", {{{RB, 0}}}}, {"later", {{{RB, 0}, {JJR, 6}}}}, {"earlier", {{{RB, 0}, {JJR, 4}}}, "early"},
    {"early", {{{JJ, 0}, {RB, 3}}}}, {"late", {{{JJ, 0}, {RB, 5}}}}, {"long", {{{JJ, 0}, {RB, 4}}}}, {"far", {{{RB, 0}, {JJ, 6}}}},
    {"well", {{{RB, 0}, {UH, 10}, {JJ, 14}}}}, {"instead", {{{RB, 0}}}}, {"ahead", {{{RB, 0}}}}, {"meanwhile", {{{RB, 0}}}},
    {"today", {{{TN, 0}}}}, {"tomorrow", {{{TN, 0}}}}, {"yesterday", {{{TN, 0}}}}, {"tonight", {{{TN, 0}}}},
    {"yes", {{{UH, 0}}}}, {"oh", {{{UH, 0}}}}, {"yeah", {{{UH, 0}}}}, {"ok", {{{UH, 0}, {JJ, 4}}}}, {"okay", {{{UH, 0}, {JJ, 4}}}},
    {"better", {{{JJR, 0}, {RB, 3}}}, "good"}, {"best", {{{JJR, 0}, {RB, 3}, {NN, 12}}}, "good"}, {"worse", {{{JJR, 0}, {RB, 8}}}, "bad"},
    {"worst", {{{JJR, 0}, {NN, 12}, {RB, 8}}}, "bad"}, {"longer", {{{JJR, 0}, {RB, 4}}}, "long"}, {"home", {{{NN, 0}, {RB, 2}, {JJ, 14}}}}, {"said", {{{VBD, 0}, {VBN, 9}, {JJ, 30}}}, "say"}, {"hello", {{{UH, 0}}}}, {"please", {{{UH, 0}, {VB, 4}}}}, {"etc", {{{RB, 0}}}}, {"etc.", {{{RB, 0}}}},
};

constexpr std::size_t word_count = std::size(words);

}  // namespace

std::span<const FunctionWord> function_words() { return words; }

std::uint16_t find_function_word(std::string_view word) {
  static const std::vector<std::uint16_t> by_text = [] {
    std::vector<std::uint16_t> order(word_count);
    for (std::size_t i = 0; i < word_count; ++i) order[i] = static_cast<std::uint16_t>(i);
    std::ranges::sort(order, {}, [](std::uint16_t i) { return words[i].word; });
    return order;
  }();
  const auto at = std::ranges::lower_bound(by_text, word, {}, [](std::uint16_t i) { return words[i].word; });
  return at != by_text.end() && words[*at].word == word ? *at : static_cast<std::uint16_t>(word_count);
}

}  // namespace chancery
