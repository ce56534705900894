#pragma once

#include <cstdint>
#include <vector>

#include "text/document.hpp"

namespace chancery {

/// What a quotation mark does, by token; found with the quotations, used to end sentences.
enum class QuoteRole : std::uint8_t { None, Open, Close };

/// Append the quotations of one paragraph to `document.quotations` and set the roles of its marks (`roles` is as long as
/// `document.tokens`). Single marks that quote nothing become punctuation.
void find_quotations(Document& document, const Paragraph& paragraph, std::vector<QuoteRole>& roles);

/// The tokens of a dateline at the start of a paragraph ("MOSCOW (AP) --"), with the dash; empty if there is none.
TokenSpan find_dateline(const Document& document, const Paragraph& paragraph);

/// Append the sentences of the tokens `part` of paragraph number `paragraph`. Sentences are cut at 1,000 tokens.
void split_sentences(Document& document, std::uint32_t paragraph, TokenSpan part, const std::vector<QuoteRole>& roles,
                     const Abbreviations& abbreviations);

}  // namespace chancery
